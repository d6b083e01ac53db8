import type { SandboxAct, SandboxFile, SandboxHood, SandboxState } from '../../protocol.ts';

export type Answer = { ok: true } | { ok: false; error: string };

/** Does one thing as a person. A fault becomes a value: callers keep what was typed. */
export async function act(body: SandboxAct): Promise<Answer> {
  try {
    const response = await fetch('/sandbox/act', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const answer = (await response.json()) as Answer;
    return answer.ok ? { ok: true } : { ok: false, error: answer.error };
  } catch {
    return { ok: false, error: 'unreachable' };
  }
}

/** Hands over a file for a form that will name it. */
export async function upload(
  user: string,
  file: File,
): Promise<{ ok: true; file: SandboxFile } | { ok: false; error: string }> {
  try {
    const query = new URLSearchParams({ user, name: file.name });
    const response = await fetch(`/sandbox/upload?${query.toString()}`, {
      method: 'POST',
      headers: file.type === '' ? {} : { 'content-type': file.type },
      body: file,
    });
    return (await response.json()) as Awaited<ReturnType<typeof upload>>;
  } catch {
    return { ok: false, error: 'unreachable' };
  }
}

export async function loadState(signal: AbortSignal): Promise<SandboxState> {
  const response = await fetch('/sandbox/state', { signal });
  if (!response.ok) throw new Error(`state: ${response.status}`);
  return (await response.json()) as SandboxState;
}

export async function loadHood(filter: Record<string, string>): Promise<SandboxHood> {
  const response = await fetch(`/sandbox/hood?${new URLSearchParams(filter).toString()}`);
  if (!response.ok) throw new Error(`hood: ${response.status}`);
  return (await response.json()) as SandboxHood;
}

/** All of one exchange, as text to read. */
export async function loadExchange(id: string, signal: AbortSignal): Promise<string> {
  const response = await fetch(`/sandbox/hood/${id}`, { signal });
  const detail: unknown = await response.json();
  return JSON.stringify(detail, null, 2);
}
