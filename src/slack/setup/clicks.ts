import type { SetupProblem } from '../../desk/setup/setup.ts';
import { isSetupStep } from '../../domain/setup/steps.ts';
import { SETUP_WORDS } from '../../i18n/setup.ts';
import { openImport } from '../import/open-import.ts';
import { openPrepared } from '../prepared-view.ts';
import { readerOf } from '../reader.ts';
import { tellRefusal } from '../refuse.ts';
import { localeOf, type Surface } from '../surface.ts';
import { tell } from '../tell.ts';
import { channelForm } from './channel-form.ts';
import { SETUP } from './ids.ts';
import { redrawPanel, showSetup } from './panel.ts';
import { peopleForm } from './people-form.ts';
import { previewView } from './preview-view.ts';
import { storesForm } from './stores-form.ts';
import type { TeamClick } from './team-click.ts';
import { openTeamForm } from './team-form.ts';

type Listener = (surface: Surface, click: TeamClick) => Promise<void>;

/** Where a click on the panel draws it anew. The greeting is drawn by the desk as well: alike. */
const panelOf = ({ isPersonal, place }: TeamClick): string | null => (isPersonal ? place.responseUrl : null);

const skip: Listener = async (surface, click) => {
  const { caller, value } = click;
  if (!isSetupStep(value)) return surface.log.warn({ value }, 'A step of the set-up that does not exist');
  const skipped = await surface.desk.setup.skip(caller, value);
  if (!skipped.ok) return tellProblem(surface, click, skipped.problem);
  await redrawPanel(surface, caller, panelOf(click));
};

const preview: Listener = async (surface, { caller, triggerId }) => {
  const title = SETUP_WORDS[localeOf(surface, caller)].previewTitle;
  await openPrepared(surface, { caller, triggerId, title, what: SETUP.preview }, async () => {
    const [{ locale }, ahead] = await Promise.all([
      readerOf(surface, caller),
      surface.desk.setup.preview(caller.workspace),
    ]);
    return previewView(ahead, locale);
  });
};

const start: Listener = async (surface, click) => {
  const { caller, place } = click;
  const started = await surface.desk.setup.start(caller);
  if (!started.ok) return tellProblem(surface, click, started.problem);
  const [{ locale }, view] = await Promise.all([
    readerOf(surface, caller),
    surface.desk.setup.view(caller.workspace),
  ]);
  const words = SETUP_WORDS[locale];
  const text = started.already ? words.startedAlready : words.startedNow(`<#${view.channel ?? ''}>`);
  await tell(surface, caller, place, { text });
  await redrawPanel(surface, caller, panelOf(click));
};

function tellProblem(surface: Surface, { caller, place }: TeamClick, problem: SetupProblem): Promise<void> {
  if (problem.code === 'changed' || problem.code === 'store_taken')
    throw new Error('Nothing was shown that could have changed');
  return tellRefusal(surface, caller, place, problem);
}

/** What each button of the set-up does. */
export const SETUP_LISTENERS: Readonly<Record<(typeof SETUP)[keyof typeof SETUP], Listener>> = {
  [SETUP.open]: (surface, { caller, place }) => showSetup(surface, caller, place),
  [SETUP.channel]: (surface, click) => openTeamForm(surface, click, channelForm),
  [SETUP.stores]: (surface, click) => openTeamForm(surface, click, storesForm),
  [SETUP.people]: (surface, click) => openTeamForm(surface, click, peopleForm),
  [SETUP.import]: openImport,
  [SETUP.skip]: skip,
  [SETUP.preview]: preview,
  [SETUP.start]: start,
};
