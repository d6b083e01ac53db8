import { adviseWindow } from '../../../domain/window-advice.ts';
import { NUDGES } from '../../../i18n/nudges.ts';
import { TERMS } from '../../../i18n/terms.ts';
import { roughDuration } from '../../../i18n/times.ts';
import { statusChoices } from '../buttons.ts';
import { type NoticeParts, type Scene, says, when } from './parts.ts';

/** Counts from now rather than from its step: a message that an outage delayed must not promise an hour too many. */
export function deadlineNear(scene: Scene): NoticeParts {
  const { c, now, locale } = scene;
  const { deadline } = c;
  if (!deadline) return says([]);
  const words = NUDGES[locale];
  const source = TERMS[locale].deadlineSources[deadline.source];
  const passed = deadline.at <= now;
  const left = roughDuration(deadline.at - now, locale);
  return says(
    [
      passed
        ? words.deadlinePassed(when(scene, deadline.at), source)
        : words.deadlineIn(left, when(scene, deadline.at), source),
      passed ? words.deadlinePassedDo : (words.deadlineDo[c.phase.status] ?? ''),
      pressing(scene) && !passed ? words.deadlinePresses : '',
      deadline.source === 'team_default' ? words.deadlineDefault : '',
    ],
    { buttons: [...statusChoices(c, locale), { name: 'link' }], next: true },
  );
}

/** True where the next submission window would come too late, and nothing is submitted yet. */
function pressing({ c, now }: Scene): boolean {
  const advice = adviseWindow(c, now);
  return c.phase.status === 'ready' && advice.when === 'now' && advice.because === 'deadline';
}
