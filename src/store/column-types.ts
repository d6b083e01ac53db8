import pg from 'pg';

const { builtins, getTypeParser } = pg.types;
const INT8_ARRAY = 1016;
const TEXT_ARRAY = 1009;

/**
 * How columns become values, the same on every engine. Instants and counts are bigint columns and read as
 * numbers. Dates without a zone stay text: pg would read them in the zone of this machine.
 */
const parsers = new Map<number, (text: string) => unknown>([
  [builtins.INT8, safeInteger],
  [INT8_ARRAY, integers],
  [builtins.DATE, (text) => text],
  [builtins.TIMESTAMP, (text) => text],
]);

export const columnTypes = {
  getTypeParser: (oid: number, format?: 'text' | 'binary'): ((value: string) => unknown) =>
    (format === 'binary' ? undefined : parsers.get(oid)) ?? standardParser(oid, format),
};

function standardParser(oid: number, format: 'text' | 'binary' = 'text'): (value: string) => unknown {
  const parse: unknown = getTypeParser(oid, format);
  if (typeof parse !== 'function') throw new TypeError(`No parser for column type ${oid}`);
  return (value) => Reflect.apply(parse, undefined, [value]) as unknown;
}

function integers(text: string): (number | null)[] {
  const items: unknown = standardParser(TEXT_ARRAY)(text);
  if (!Array.isArray(items)) throw new TypeError('An array column did not hold an array');
  return items.map((item: unknown) => (typeof item === 'string' ? safeInteger(item) : null));
}

function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} does not fit a JavaScript number exactly`);
  return value;
}
