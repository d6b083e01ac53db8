export const AWAY_FORM = 'docket.away_form';
/** Opens the form. */
export const AWAY_OPEN = 'docket.away';
export const AWAY_BACK = 'docket.back';
