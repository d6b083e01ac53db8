import { useState } from 'react';
import type { SandboxState } from '../../protocol.ts';
import { GUIDE_STEPS, type GuideStep } from '../words-scenes.ts';

const hiddenKey = 'docket-sandbox-guide-hidden';

/** Whether the reader wants the guide; remembered by the browser. */
export function useGuideShown(): [boolean, (shown: boolean) => void] {
  const [isShown, setShown] = useState(() => window.localStorage.getItem(hiddenKey) === null);
  const show = (shown: boolean) => {
    if (shown) window.localStorage.removeItem(hiddenKey);
    else window.localStorage.setItem(hiddenKey, 'yes');
    setShown(shown);
  };
  return [isShown, show];
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
