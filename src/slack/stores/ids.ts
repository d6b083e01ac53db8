/** What can be pressed in the list of stores. */
export const STORES = {
  /** Its value is the store's id. */
  show: 'store.show',
  add: 'store.add',
} as const;

export const STORE_FORM = 'store.form';
