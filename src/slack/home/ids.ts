/** The list of stores, from Home. */
export const HOME_STORES = 'home.stores';
