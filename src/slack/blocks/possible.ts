import type { Case } from '../../domain/case.ts';
import type { CommandType } from '../../domain/commands.ts';
import { ALLOWED } from '../../domain/decide/guards.ts';
import type { ButtonName } from '../../i18n/terms.ts';

/** What each button asks of a case; null for those that ask nothing of it. */
const COMMANDS: Readonly<Record<ButtonName, CommandType | null>> = {
  take: 'take',
  handOver: 'hand_over',
  acceptOffer: 'accept_offer',
  declineOffer: 'decline_offer',
  edit: 'edit',
  note: 'note',
  askReview: 'ask_review',
  passReview: 'pass_review',
  returnReview: 'return_review',
  ready: 'make_ready',
  takeBack: 'take_back',
  submitNow: 'submit',
  submitted: 'submit',
  checkAnswered: 'record_reply',
  checkNothing: 'check_nothing',
  checkClosed: 'record_reply',
  replied: 'record_reply',
  noteSent: 'send_note',
  solved: 'solve',
  closed: 'close',
  reopen: 'reopen',
  withdraw: 'withdraw',
  snooze: 'snooze',
  show: null,
  open: null,
  mine: null,
  list: null,
  link: null,
};

/** False where the case has moved on: a message that comes late must not offer what would be refused. */
export function isPossible(name: ButtonName, c: Case): boolean {
  const command = COMMANDS[name];
  if (command === null) return true;
  if (name === 'acceptOffer' || name === 'declineOffer') return c.offer !== null;
  if (name === 'take' && c.owner !== null) return false;
  return ALLOWED[command].includes(c.phase.status);
}
