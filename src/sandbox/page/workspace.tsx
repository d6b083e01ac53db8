import { useState } from 'react';
import { ChannelPane } from './channel/channel-pane.tsx';
import { ThreadPane } from './channel/thread-pane.tsx';
import { ActAs } from './chrome/act-as.tsx';
import { ClockBar } from './chrome/clock-bar.tsx';
import { Sidebar } from './chrome/sidebar.tsx';
import { TimelinePanel } from './chrome/timeline-panel.tsx';
import { TwoPeople } from './chrome/two-people.tsx';
import { useSandbox } from './data/sandbox.ts';
import { useReadMarks } from './data/unread.ts';
import { useIsPhone } from './data/use-is-phone.ts';
import { GuideNote } from './guide/guide-note.tsx';
import { useGuideShown, useGuideStep } from './guide/use-guide.ts';
import { HoodPanel } from './hood/hood-panel.tsx';
import { ModalStack } from './modal/modal-stack.tsx';
import { Preparing } from './scenes/preparing.tsx';
import { ScenesMenu } from './scenes/scenes-menu.tsx';

/** The panes side by side; on a phone one at a time, chosen by where the reader is. */
export function Workspace({ banner }: { banner: string }) {
  const { state, me, words, place, go } = useSandbox();
  const [nextOpen, setNextOpen] = useState(() => window.innerWidth >= 1_200);
  const [hoodOpen, setHoodOpen] = useState(false);
  const [guideShown, showGuide] = useGuideShown(state);
  const passed = useGuideStep(state);
  const marks = useReadMarks(me);
  const isPhone = useIsPhone();

  const mine = state.channels.filter((channel) => channel.members.includes(me.id));
  const chosen = mine.find((channel) => channel.id === place.channel);
  const first = isPhone ? undefined : (mine.find((channel) => channel.kind === 'channel') ?? mine[0]);
  const shown = chosen ?? first;
  const linked = state.messages.find(
    (message) => message.channel === chosen?.id && message.ts === place.thread,
  );
  // A permalink may lead to a reply; the pane shows the thread it stands in.
  const thread = chosen ? (linked?.threadTs ?? place.thread) : '';
  const phonePane = thread !== '' ? 'thread' : chosen ? 'channel' : 'list';

  // A lead, so that an owner sees what their lead sees of the same case.
  const others = state.people.filter(({ id, isBot, isGuest }) => id !== me.id && !isBot && !isGuest);
  const other = others.find(({ isAdmin }) => isAdmin) ?? others[0];
  const { beside, embedded } = place;

  const guide = guideShown && !embedded && !(isPhone && hoodOpen) && (
    <GuideNote passed={passed} onHide={() => showGuide(false)} />
  );
  // Beside the work, never over it: where there is no list to stand in, above it.
  const isInList = !isPhone && beside === '';

  return (
    <div className="workspace-page" data-pane={phonePane} data-next={nextOpen ? 'open' : 'closed'}>
      {embedded ? (
        <header className="clock-bar embedded">
          <ActAs />
        </header>
      ) : (
        <ClockBar withActAs={beside === ''}>
          <button
            type="button"
            className="bar-button"
            aria-pressed={beside !== ''}
            onClick={() => {
              go({ as: me.id, beside: beside === '' ? (other?.id ?? '') : '' });
              setNextOpen(false);
            }}
          >
            {beside === '' ? words.twoPeople : words.onePerson}
          </button>
          <button
            type="button"
            className="bar-button next-toggle"
            aria-expanded={nextOpen}
            onClick={() => setNextOpen(!nextOpen)}
          >
            {words.timeline}
            <span className="count">{state.upcoming.length}</span>
          </button>
          <ScenesMenu onBringGuide={() => showGuide(true)} />
          <button
            type="button"
            className="bar-button"
            aria-expanded={hoodOpen}
            onClick={() => setHoodOpen(!hoodOpen)}
          >
            {words.hood.title}
          </button>
        </ClockBar>
      )}
      {banner !== '' && (
        <div className="banner" role="status">
          {banner}
        </div>
      )}
      {!isInList && guide}
      <div className="panes">
        {beside !== '' ? (
          <TwoPeople left={me.id} right={beside} channel={chosen?.id ?? mine[0]?.id ?? ''} />
        ) : (
          <>
            <Sidebar current={shown?.id ?? ''} marks={marks}>
              {isInList && guide}
            </Sidebar>
            {shown && <ChannelPane channel={shown} marks={marks} />}
            {shown && thread !== '' && <ThreadPane channel={shown} thread={thread} marks={marks} />}
          </>
        )}
        {nextOpen && !hoodOpen && !embedded && <TimelinePanel onClose={() => setNextOpen(false)} />}
        {hoodOpen && <HoodPanel onClose={() => setHoodOpen(false)} />}
      </div>
      <Preparing />
      {beside === '' && <ModalStack />}
    </div>
  );
}
