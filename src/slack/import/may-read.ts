import { FILES_SCOPE } from '../scopes.ts';
import type { Surface } from '../surface.ts';

/** As Slack said when Docket started; what it gave since counts from the next start on. */
export const mayReadFiles = ({ missingScopes }: Pick<Surface, 'missingScopes'>): boolean =>
  !missingScopes.includes(FILES_SCOPE);
