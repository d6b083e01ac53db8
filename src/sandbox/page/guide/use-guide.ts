import { useState } from 'react';
import type { SandboxState } from '../../protocol.ts';
import { GUIDE_STEPS, type GuideStep } from '../words-scenes.ts';

const wishKey = 'docket-sandbox-guide';

/** Scenes in which a newcomer begins; the others have a story of their own. */
const FOR_NEWCOMERS: readonly (string | undefined)[] = [undefined, 'empty', 'first-case'];

/** Whether the guide is there: as the reader wished last, which the browser remembers; else where it helps. */
export function useGuideShown({ scene }: SandboxState): [boolean, (shown: boolean) => void] {
  const [wish, setWish] = useState(() => window.localStorage.getItem(wishKey));
  const show = (shown: boolean) => {
    const wished = shown ? 'shown' : 'hidden';
    window.localStorage.setItem(wishKey, wished);
    setWish(wished);
  };
  return [wish === null ? FOR_NEWCOMERS.includes(scene?.name) : wish === 'shown', show];
}

/** How many of the steps are behind the reader. One that was passed by counts as done: the case has gone on. */
export function useGuideStep({ guide, views, scene }: SandboxState): number {
  const [tried, setTried] = useState('');
  const number = `${scene?.run} ${guide?.number}`;
  const isTrying =
    guide !== undefined &&
    views.some(
      ({ user, view }) => user !== guide.opener && JSON.stringify(view).includes(`#${guide.number}`),
    );

  // The form with the duplicate is closed again: that it was seen has to be remembered.
  if (isTrying && tried !== number) setTried(number);

  const done: readonly GuideStep[] = [
    ...(guide?.done ?? []),
    ...(tried === number ? (['duplicate'] as const) : []),
  ];
  return GUIDE_STEPS.findLastIndex((step) => done.includes(step)) + 1;
}
