/** The part of Markdown that apps send in a `markdown` block, rewritten as mrkdwn lines or as structure. */
export type MarkdownPiece =
  | { kind: 'heading'; level: number; text: string }
  | { kind: 'list'; ordered: boolean; items: string[] }
  | { kind: 'pre'; text: string }
  | { kind: 'rule' }
  | { kind: 'text'; text: string };

const escapeText = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Emphasis and links in mrkdwn's spelling, so that one renderer draws both. */
const toMrkdwn = (line: string): string =>
  escapeText(line)
    .replace(/!?\[([^\]]*)\]\((\S+?)\)/g, '<$2|$1>')
    .replace(/(?<![*\w])\*(?![*\s])([^*\n]+)\*(?!\*)/g, '_$1_')
    .replace(/\*\*(.+?)\*\*|__(.+?)__/g, (_, stars?: string, lines?: string) => `*${stars ?? lines}*`)
    .replace(/~~(.+?)~~/g, '~$1~');

const item = /^\s*(?:([-*+])|\d+[.)])\s+(.*)$/;

export function markdown(source: string): MarkdownPiece[] {
  const out: MarkdownPiece[] = [];
  const lines = source.split('\n');
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const last = out.at(-1);
    const heading = /^(#{1,6})\s+(.*)$/.exec(line);
    const listed = item.exec(line);
    if (line.trimStart().startsWith('```')) {
      const close = lines.findIndex((other, index) => index > at && other.trimStart().startsWith('```'));
      const end = close < 0 ? lines.length : close;
      out.push({ kind: 'pre', text: lines.slice(at + 1, end).join('\n') });
      at = end;
    } else if (heading) {
      out.push({ kind: 'heading', level: heading[1]?.length ?? 1, text: toMrkdwn(heading[2] ?? '') });
    } else if (/^\s*([-*_])(\s*\1){2,}\s*$/.test(line)) {
      out.push({ kind: 'rule' });
    } else if (listed) {
      const ordered = listed[1] === undefined;
      const text = toMrkdwn(listed[2] ?? '');
      if (last?.kind === 'list' && last.ordered === ordered) last.items.push(text);
      else out.push({ kind: 'list', ordered, items: [text] });
    } else if (line.trim() === '') {
      if (last?.kind === 'text') out.push({ kind: 'text', text: '' });
    } else if (last?.kind === 'text' && last.text !== '') {
      last.text += `\n${toMrkdwn(line)}`;
    } else {
      out.push({ kind: 'text', text: toMrkdwn(line) });
    }
  }
  return out.filter((piece) => piece.kind !== 'text' || piece.text !== '');
}
