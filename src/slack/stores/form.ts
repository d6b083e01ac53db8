import { z } from 'zod';
import type { SetupProblem, StoreDraft } from '../../desk/setup/setup.ts';
import { storeId } from '../../domain/ids.ts';
import type { Locale } from '../../domain/locale.ts';
import type { StoreProfile } from '../../domain/team.ts';
import { MODALS } from '../../i18n/modals.ts';
import { SCOPE_WORDS } from '../../i18n/scopes.ts';
import { SETUP_WORDS } from '../../i18n/setup.ts';
import { STORE_WORDS } from '../../i18n/stores.ts';
import { storeLines } from '../blocks/setup/store-list.ts';
import { context, mention, section } from '../blocks/text.ts';
import { modal } from '../modals/pieces.ts';
import { refusalMarkup } from '../refuse.ts';
import { digest } from '../request-key.ts';
import { PRIVATE_SCOPES } from '../scopes.ts';
import { reachOf } from '../setup/channel-check.ts';
import { drawn, errors, notSaved, type Sent, type TeamForm } from '../setup/team-form.ts';
import { STORE_FORM } from './ids.ts';
import { readStoreForm, STORE_FIELD, storeFormView } from './view.ts';

/** Which store, the fingerprint of what was shown of it, and whether its doubtful cover was pointed out. */
const metaSchema = z.object({
  id: z.string().transform(storeId).nullable(),
  shown: z.string(),
  warned: z.boolean(),
});
type Meta = z.output<typeof metaSchema>;

const NEW: StoreDraft = {
  id: null,
  name: '',
  marketplaces: [],
  keeper: null,
  cover: null,
  defaultOwner: null,
  channel: null,
  submitters: [],
  premium: false,
};

const draftOf = ({ store, ...rest }: StoreProfile): StoreDraft => ({
  ...rest,
  id: store.id,
  name: store.name,
});

const draw = (draft: StoreDraft, locale: Locale, meta: Meta, banner: string | null = null) =>
  storeFormView(draft, locale, { metadata: JSON.stringify(meta), banner });

/** A store with its people. Everybody may look; leads change it. */
export const storeForm: TeamForm = {
  id: STORE_FORM,
  title: (locale) => STORE_WORDS[locale].title,
  draw: async (surface, caller, { value, locale }) => {
    const [{ stores }, refusal] = await Promise.all([
      surface.desk.setup.view(caller.workspace),
      surface.desk.setup.whyNot(caller),
    ]);
    const profile = stores.find(({ store }) => store.id === value);
    if (refusal === null) {
      const meta = { id: profile?.store.id ?? null, shown: digest(profile ?? null), warned: false };
      return draw(profile ? draftOf(profile) : NEW, locale, meta);
    }
    const lines = profile ? storeLines(profile, locale).join('\n') : refusalMarkup(refusal, locale);
    return modal({
      title: STORE_WORDS[locale].title,
      close: MODALS[locale].close,
      blocks: [section(lines), ...(profile ? [context(STORE_WORDS[locale].leadsOnly)] : [])],
    });
  },
  send: async (sent) => {
    const { surface, caller, view, locale } = sent;
    const meta = metaSchema.parse(JSON.parse(view.private_metadata));
    const { ownChannel, ...draft } = readStoreForm(view.state.values, meta.id);
    const wrong = await problemsOf(sent, draft, ownChannel);
    if (Object.keys(wrong).length > 0) return errors(wrong);
    if (draft.keeper !== null && draft.keeper === draft.cover && !meta.warned) {
      const banner = STORE_WORDS[locale].coverIsKeeper(mention(draft.keeper));
      return drawn(draw(draft, locale, { ...meta, warned: true }, banner));
    }
    const { stores } = await surface.desk.setup.view(caller.workspace);
    const stands = stores.find(({ store }) => store.id === meta.id) ?? null;
    const isShown = digest(stands) === meta.shown;
    const saved = isShown ? await surface.desk.setup.saveStore(caller, draft, stands) : null;
    if (saved?.ok) return { response: null, saved: true };
    if (saved !== null && saved.problem.code !== 'changed')
      return notSaved(sent, storeForm, saved.problem, fieldOf(draft));
    const now = stands === null ? '' : `\n${STORE_WORDS[locale].now(storeLines(stands, locale).join('\n'))}`;
    const next = { ...meta, shown: digest(stands) };
    return drawn(draw(draft, locale, next, SETUP_WORDS[locale].changed + now));
  },
};

/** Everything that is wrong with what was typed, under its fields. */
async function problemsOf(
  { surface, locale }: Sent,
  draft: StoreDraft,
  ownChannel: boolean,
): Promise<Record<string, string>> {
  const words = STORE_WORDS[locale];
  const channel = SETUP_WORDS[locale].channel;
  const reach = draft.channel === null ? 'inside' : await reachOf(surface, draft.channel);
  const unreached = {
    inside: '',
    outside: channel.public,
    unseen: channel.private,
    archived: channel.archived,
    forbidden: SCOPE_WORDS[locale].refused(PRIVATE_SCOPES.join(', ')),
  };
  const found: Record<string, string> = {
    [STORE_FIELD.name]: draft.name === '' ? words.nameMissing : '',
    [STORE_FIELD.marketplaces]: draft.marketplaces.length === 0 ? words.marketplaceMissing : '',
    [STORE_FIELD.channel]: ownChannel && draft.channel === null ? words.channelMissing : unreached[reach],
  };
  const said: [string, string][] = Object.entries(found).filter(([, text]) => text !== '');
  return Object.fromEntries<string>(said);
}

/** The field that a refusal is about. */
const fieldOf =
  (draft: StoreDraft) =>
  (problem: SetupProblem): string | null => {
    if (problem.code === 'store_taken') return STORE_FIELD.name;
    if (problem.code !== 'not_a_member') return null;
    if (draft.keeper === problem.person) return STORE_FIELD.keeper;
    if (draft.cover === problem.person) return STORE_FIELD.cover;
    return draft.defaultOwner === problem.person ? STORE_FIELD.owner : STORE_FIELD.submitters;
  };
