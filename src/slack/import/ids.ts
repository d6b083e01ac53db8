/** The form that a list of live cases goes into; its callback id. */
export const IMPORT_FORM = 'import.form';
/** The button that opens it, for where Slack gives no other way. */
export const IMPORT_OPEN = 'import.open';

export const FIELD = {
  text: 'import.text',
  file: 'import.file',
  dates: 'import.dates',
  owner: 'import.owner',
  unowned: 'import.unowned',
} as const;

/** One input for each name that nobody, or more than one, has. */
export const whoField = (place: number): string => `import.who.${place}`;
