import { parseStores } from '../../domain/setup/stores-list.ts';
import { MODALS } from '../../i18n/modals.ts';
import { SETUP_WORDS } from '../../i18n/setup.ts';
import { context, cut, inline } from '../blocks/text.ts';
import { modal, textField } from '../modals/pieces.ts';
import { endView } from '../modals/plain-views.ts';
import { textIn } from '../modals/typed.ts';
import { refusalMarkup } from '../refuse.ts';
import { SETUP_FORMS } from './ids.ts';
import { errors, notSaved, type TeamForm } from './team-form.ts';

const LIST = 'setup_stores';
/** Lines that an error has room for; the rest is counted. */
const MOST_PROBLEMS = 6;
const KNOWN_LIMIT = 1_000;

/** The second step: all stores at once, pasted from wherever the team keeps them. */
export const storesForm: TeamForm = {
  id: SETUP_FORMS.stores,
  title: (locale) => SETUP_WORDS[locale].steps.stores,
  draw: async (surface, caller, { locale }) => {
    const refusal = await surface.desk.setup.whyNot(caller);
    if (refusal) return endView(storesForm.title(locale), refusalMarkup(refusal, locale), [], locale);
    const { stores } = await surface.desk.setup.view(caller.workspace);
    const words = SETUP_WORDS[locale].stores;
    const known = stores.map((p) => `${inline(p.store.name, 40)} (${p.marketplaces.join(', ')})`).join(' · ');
    return modal({
      title: storesForm.title(locale),
      close: MODALS[locale].close,
      submit: SETUP_WORDS[locale].save,
      callback: SETUP_FORMS.stores,
      blocks: [
        textField({
          id: LIST,
          label: words.label,
          hint: words.hint,
          placeholder: words.placeholder,
          multiline: true,
        }),
        ...(known ? [context(words.known(cut(known, KNOWN_LIMIT)))] : []),
      ],
    });
  },
  send: async (sent) => {
    const { surface, caller, view, locale } = sent;
    const words = SETUP_WORDS[locale].stores;
    const { stores, problems } = parseStores(textIn(view.state.values, LIST));
    if (problems.length > 0) {
      const more = problems.length - MOST_PROBLEMS;
      const lines = problems.slice(0, MOST_PROBLEMS).map(words.problem);
      return errors({ [LIST]: [...lines, ...(more > 0 ? [words.moreProblems(more)] : [])].join('\n') });
    }
    if (stores.length === 0) return errors({ [LIST]: words.empty });
    const saved = await surface.desk.setup.addStores(caller, stores);
    if (saved.ok) return { response: null, saved: true };
    if (saved.problem.code === 'changed') throw new Error('Adding stores replaces nothing');
    return notSaved(sent, storesForm, saved.problem, () => null);
  },
};
