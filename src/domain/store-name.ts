/** The most characters of a store's name: it stands in every notification. */
export const STORE_NAME_LIMIT = 80;

/** "Store A", " store a " and "ＳＴＯＲＥ A" are one store. */
export const foldedName = (name: string): string =>
  name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
