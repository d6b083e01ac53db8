import type { ModalView } from '@slack/types';
import { z } from 'zod';
import type { ChannelChoice } from '../../desk/setup/setup.ts';
import { channelId } from '../../domain/ids.ts';
import { isZone } from '../../domain/local-time.ts';
import { LOCALES, type Locale } from '../../domain/locale.ts';
import { MODALS } from '../../i18n/modals.ts';
import { SCOPE_WORDS } from '../../i18n/scopes.ts';
import { SETUP_WORDS } from '../../i18n/setup.ts';
import { cityOf } from '../../i18n/times.ts';
import { section } from '../blocks/text.ts';
import { modal, option, selectField } from '../modals/pieces.ts';
import { endView } from '../modals/plain-views.ts';
import { channelField, channelIn } from '../modals/team-pieces.ts';
import { chosenIn } from '../modals/typed.ts';
import { readerOf } from '../reader.ts';
import { refusalMarkup } from '../refuse.ts';
import { PRIVATE_SCOPES } from '../scopes.ts';
import { reachOf } from './channel-check.ts';
import { SETUP_FORMS } from './ids.ts';
import { drawn, errors, notSaved, type TeamForm } from './team-form.ts';

const FIELD = { channel: 'setup_channel', language: 'setup_language', zone: 'setup_zone' } as const;

/** Where the offices of sellers are; whoever is elsewhere is offered their own zone too. */
const ZONES = [
  'Asia/Shanghai',
  'Asia/Hong_Kong',
  'Asia/Singapore',
  'Asia/Tokyo',
  'Asia/Kolkata',
  'Asia/Dubai',
  'Europe/London',
  'Europe/Berlin',
  'America/New_York',
  'America/Chicago',
  'America/Los_Angeles',
  'Australia/Sydney',
];

const shownSchema = z.object({
  channel: z.string().transform(channelId),
  locale: z.enum(LOCALES),
  zone: z.string(),
});

interface Drawing {
  readonly locale: Locale;
  /** What stands now; null where there is no channel yet. */
  readonly shown: ChannelChoice | null;
  readonly initial: Partial<ChannelChoice>;
  readonly zones: readonly string[];
  readonly banner?: string;
}

function formView({ locale, shown, initial, zones, banner }: Drawing): ModalView {
  const words = SETUP_WORDS[locale];
  return modal({
    title: words.steps.channel,
    close: MODALS[locale].close,
    submit: words.save,
    callback: SETUP_FORMS.channel,
    metadata: JSON.stringify(shown),
    blocks: [
      ...(banner === undefined ? [] : [section(banner)]),
      channelField({
        id: FIELD.channel,
        label: words.channel.label,
        hint: words.channel.hint,
        chosen: initial.channel ?? null,
      }),
      selectField(
        { id: FIELD.language, label: words.channel.language, chosen: initial.locale ?? null },
        LOCALES.map((one) => option(words.languages[one], one)),
      ),
      selectField(
        { id: FIELD.zone, label: words.channel.zone, chosen: initial.zone ?? null },
        zones.map((zone) => option(cityOf(zone, locale), zone)),
      ),
    ],
  });
}

const zonesWith = (...own: (string | undefined)[]): string[] => [
  ...new Set([...own.filter((zone) => zone !== undefined), ...ZONES]),
];

/** The first step: where cases are posted, in which language, and whose clock counts for what nobody owns. */
export const channelForm: TeamForm = {
  id: SETUP_FORMS.channel,
  title: (locale) => SETUP_WORDS[locale].steps.channel,
  draw: async (surface, caller, { locale }) => {
    const refusal = await surface.desk.setup.whyNot(caller);
    if (refusal) return endView(channelForm.title(locale), refusalMarkup(refusal, locale), [], locale);
    const [view, { person }] = await Promise.all([
      surface.desk.setup.view(caller.workspace),
      readerOf(surface, caller),
    ]);
    const { channel, isChannelChosen } = view;
    const shown = channel === null ? null : { channel, locale: view.locale, zone: view.zone };
    // Before anything was chosen, whoever sets up is the best guess.
    const initial = isChannelChosen && shown ? shown : { ...shown, locale, zone: person?.zone ?? view.zone };
    return formView({ locale, shown, initial, zones: zonesWith(initial.zone, view.zone, person?.zone) });
  },
  send: async (sent) => {
    const { surface, caller, view, locale } = sent;
    const words = SETUP_WORDS[locale].channel;
    const { values } = view.state;
    const channel = channelIn(values, FIELD.channel);
    if (channel === null) return errors({ [FIELD.channel]: words.missing });
    const reach = await reachOf(surface, channel);
    if (reach === 'archived') return errors({ [FIELD.channel]: words.archived });
    if (reach === 'unseen') return errors({ [FIELD.channel]: words.private });
    if (reach === 'forbidden')
      return errors({ [FIELD.channel]: SCOPE_WORDS[locale].refused(PRIVATE_SCOPES.join(', ')) });
    const zone = chosenIn(values, FIELD.zone) ?? '';
    const stands = await surface.desk.setup.view(caller.workspace);
    const choice: ChannelChoice = {
      channel,
      locale: LOCALES.find((one) => one === chosenIn(values, FIELD.language)) ?? locale,
      zone: isZone(zone) ? zone : stands.zone,
    };
    const shown = shownSchema.nullable().parse(JSON.parse(view.private_metadata || 'null'));
    const saved = await surface.desk.setup.chooseChannel(caller, choice, shown);
    if (saved.ok && reach === 'outside')
      return {
        response: {
          response_action: 'update',
          view: endView(channelForm.title(locale), words.savedInvite(`<#${channel}>`), [], locale),
        },
        saved: true,
      };
    if (saved.ok) return { response: null, saved: true };
    if (saved.problem.code !== 'changed') return notSaved(sent, channelForm, saved.problem, () => null);
    const now =
      stands.channel === null ? null : { channel: stands.channel, locale: stands.locale, zone: stands.zone };
    const banner = SETUP_WORDS[locale].changed + (now ? `\n<#${now.channel}>` : '');
    const zones = zonesWith(choice.zone, stands.zone);
    return drawn(formView({ locale, shown: now, initial: choice, zones, banner }));
  },
};
