const BLOCK = 512;
/** Where a header says what it is, how long its file is, and what its bytes add up to. */
const MAGIC = { at: 257, text: 'ustar' };
const SIZE = { from: 124, to: 136 };
const SUM = { from: 148, to: 156 };

/** Whether these bytes are a tar file, each header where the one before it says (POSIX ustar). */
export function isTar(bytes: Buffer): boolean {
  let at = 0;
  while (at + BLOCK <= bytes.length && bytes[at] !== 0) {
    const header = bytes.subarray(at, at + BLOCK);
    const size = octal(header, SIZE);
    const isHeader = header.toString('latin1', MAGIC.at, MAGIC.at + MAGIC.text.length) === MAGIC.text;
    if (!isHeader || size === null || octal(header, SUM) !== sumOf(header)) return false;
    at += BLOCK * (1 + Math.ceil(size / BLOCK));
  }
  return at > 0 && at <= bytes.length;
}

function octal(header: Buffer, { from, to }: { readonly from: number; readonly to: number }): number | null {
  const digits = /^\s*([0-7]+)[\s\0]*$/.exec(header.toString('latin1', from, to))?.[1];
  return digits === undefined ? null : Number.parseInt(digits, 8);
}

/** Counted as if the sum itself were spaces. */
const sumOf = (header: Buffer): number =>
  header.reduce((sum, byte, i) => sum + (i >= SUM.from && i < SUM.to ? 32 : byte), 0);
