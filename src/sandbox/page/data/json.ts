/** Readers over what the app sent. Blocks and views arrive as unknown JSON; nothing here throws. */
export type Json = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const object = (from: Json, key: string): Json | undefined => {
  const value = from[key];
  return isObject(value) ? value : undefined;
};

export const objects = (from: Json, key: string): Json[] => {
  const value = from[key];
  return Array.isArray(value) ? value.filter(isObject) : [];
};

export const strings = (from: Json, key: string): string[] => {
  const value = from[key];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
};

/** The string under `key`, or the empty string. */
export const string = (from: Json, key: string): string => {
  const value = from[key];
  return typeof value === 'string' ? value : '';
};

export const number = (from: Json, key: string): number | undefined => {
  const value = from[key];
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (typeof value === 'string' && value !== '' && Number.isFinite(Number(value))) return Number(value);
  return undefined;
};

export const flag = (from: Json, key: string): boolean => from[key] === true;
