import type { SandboxPerson } from '../../protocol.ts';

/** Dark enough for white letters in either theme. */
const colours = ['#0f766e', '#1d4ed8', '#7c3aed', '#b91c5c', '#b45309', '#15803d', '#0369a1', '#9f3412'];

const colourOf = (id: string) => {
  let hash = 7;
  for (const char of id) hash = (hash * 31 + (char.codePointAt(0) ?? 0)) % 9_973;
  return colours[hash % colours.length];
};

/** `Li Na` → LN; `李娜` → 娜. */
const initialsOf = (name: string) => {
  if (/\p{Script=Han}/u.test(name)) return [...name].slice(-1).join('');
  const words = name.split(/\s+/).filter(Boolean);
  return words
    .slice(0, 2)
    .map((word) => [...word][0]?.toUpperCase() ?? '')
    .join('');
};

export function Avatar({ person, size = 36 }: { person: SandboxPerson | undefined; size?: number }) {
  const name = person?.name ?? '?';
  const background = person?.isBot ? '#0f766e' : colourOf(person?.id ?? '');
  const style = { width: size, height: size, background, fontSize: Math.round(size * 0.4) };
  return (
    <span className="avatar" style={style} aria-hidden="true">
      {initialsOf(name)}
    </span>
  );
}
