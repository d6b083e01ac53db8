import type { Registrar } from '../registrar.ts';
import { onClick, onForm } from '../setup/register.ts';
import { openTeamForm } from '../setup/team-form.ts';
import type { Surface } from '../surface.ts';
import { storeForm } from './form.ts';
import { STORES } from './ids.ts';

export function registerStores(app: Registrar, surface: Surface): void {
  for (const id of Object.values(STORES))
    onClick(app, surface, id, (_, click) =>
      // The list of stores is no panel of the set-up: nothing is drawn anew there.
      openTeamForm(surface, { ...click, isPersonal: false }, storeForm),
    );
  onForm(app, surface, storeForm);
}
