import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import type { Roles, SetupProblem } from '../../desk/setup/setup.ts';
import { storeId } from '../../domain/ids.ts';
import type { Locale } from '../../domain/locale.ts';
import type { StoreProfile } from '../../domain/team.ts';
import { MODALS } from '../../i18n/modals.ts';
import { SETUP_WORDS } from '../../i18n/setup.ts';
import { STORE_WORDS } from '../../i18n/stores.ts';
import { context, inline, section } from '../blocks/text.ts';
import { modal } from '../modals/pieces.ts';
import { endView } from '../modals/plain-views.ts';
import { onePersonField, onePersonIn, peopleField, peopleIn } from '../modals/team-pieces.ts';
import type { InputValues, ViewPayload } from '../payloads.ts';
import { refusalMarkup } from '../refuse.ts';
import { digest } from '../request-key.ts';
import type { Surface } from '../surface.ts';
import { SETUP_FORMS } from './ids.ts';
import { drawn, errors, notSaved, type TeamForm } from './team-form.ts';

const LEADS = 'setup_leads';
const REVIEWERS = 'setup_reviewers';
/** Sections that one form has room for; the others have a form each. */
const MOST_STORES = 10;
type Part = 'keeper' | 'cover' | 'submitters';
const fieldOf = (part: Part, index: number): string => `setup_${part}_${index}`;

const metaSchema = z.object({ shown: z.string(), stores: z.array(z.string().transform(storeId)) });

/** What stands now, of the stores that the form shows. */
async function rolesNow(surface: Surface, ids: readonly string[] | null): Promise<Roles & { more: number }> {
  const view = await surface.desk.setup.view(surface.workspace);
  const stores = view.stores.filter(({ store }, i) =>
    ids === null ? i < MOST_STORES : ids.includes(store.id),
  );
  return { leads: view.leads, reviewers: view.reviewers, stores, more: view.stores.length - stores.length };
}

const digestOf = ({ leads, reviewers, stores }: Roles): string =>
  digest([leads.toSorted(), reviewers.toSorted(), stores]);

interface Drawing {
  readonly locale: Locale;
  readonly shown: Roles;
  readonly initial: Roles;
  readonly more: number;
  readonly banner?: string;
}

function formView({ locale, shown, initial, more, banner }: Drawing): ModalView {
  const words = SETUP_WORDS[locale];
  const { people } = words;
  return modal({
    title: words.steps.people,
    close: MODALS[locale].close,
    submit: words.save,
    callback: SETUP_FORMS.people,
    metadata: JSON.stringify({ shown: digestOf(shown), stores: shown.stores.map(({ store }) => store.id) }),
    blocks: [
      ...(banner === undefined ? [] : [section(banner)]),
      peopleField({ id: LEADS, label: people.leads, hint: people.leadsHint, chosen: initial.leads }),
      peopleField({
        id: REVIEWERS,
        label: people.reviewers,
        hint: people.reviewersHint,
        chosen: initial.reviewers,
        optional: true,
      }),
      ...initial.stores.flatMap((profile, i) => storeBlocks(profile, i, locale)),
      ...(more > 0 ? [context(people.more(more))] : []),
    ],
  });
}

function storeBlocks(profile: StoreProfile, index: number, locale: Locale): KnownBlock[] {
  const words = STORE_WORDS[locale];
  const field = (part: Part, label: string) => ({ id: fieldOf(part, index), label, optional: true });
  return [
    { type: 'divider' },
    section(`*${inline(profile.store.name)}* · ${profile.marketplaces.join(', ')}`),
    onePersonField({ ...field('keeper', words.keeper), hint: words.keeperHint, person: profile.keeper }),
    onePersonField({ ...field('cover', words.cover), hint: words.coverHint, person: profile.cover }),
    peopleField({
      ...field('submitters', words.submitters),
      hint: words.submittersHint,
      chosen: profile.submitters,
    }),
  ];
}

const typedRoles = (values: InputValues, { stores }: Roles): Roles => ({
  leads: peopleIn(values, LEADS),
  reviewers: peopleIn(values, REVIEWERS),
  stores: stores.map((profile, i) => ({
    ...profile,
    keeper: onePersonIn(values, fieldOf('keeper', i)),
    cover: onePersonIn(values, fieldOf('cover', i)),
    submitters: peopleIn(values, fieldOf('submitters', i)),
  })),
});

/** The field in which somebody was named who can't be. */
const fieldWith =
  (view: ViewPayload) =>
  (problem: SetupProblem): string | null =>
    problem.code !== 'not_a_member'
      ? null
      : (Object.keys(view.state.values).find((block) =>
          peopleIn(view.state.values, block).includes(problem.person),
        ) ?? null);

/** The third step: who leads, who reviews, and the people of each store. */
export const peopleForm: TeamForm = {
  id: SETUP_FORMS.people,
  title: (locale) => SETUP_WORDS[locale].steps.people,
  draw: async (surface, caller, { locale }) => {
    const refusal = await surface.desk.setup.whyNot(caller);
    if (refusal) return endView(peopleForm.title(locale), refusalMarkup(refusal, locale), [], locale);
    const { more, ...now } = await rolesNow(surface, null);
    return formView({ locale, shown: now, initial: now, more });
  },
  send: async (sent) => {
    const { surface, caller, view, locale } = sent;
    const words = SETUP_WORDS[locale];
    const meta = metaSchema.parse(JSON.parse(view.private_metadata));
    const { more, ...now } = await rolesNow(surface, meta.stores);
    const typed = typedRoles(view.state.values, now);
    if (typed.leads.length === 0) return errors({ [LEADS]: words.people.leadMissing });
    const isShown = digestOf(now) === meta.shown;
    const saved = isShown ? await surface.desk.setup.nameRoles(caller, typed, now) : null;
    if (saved?.ok) return { response: null, saved: true };
    if (saved !== null && saved.problem.code !== 'changed')
      return notSaved(sent, peopleForm, saved.problem, fieldWith(view));
    return drawn(formView({ locale, shown: now, initial: typed, more, banner: words.changed }));
  },
};
