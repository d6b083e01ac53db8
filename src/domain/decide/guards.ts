import type { Case, Status } from '../case.ts';
import type { Actor, CaseCommand, CommandType } from '../commands.ts';
import type { Refusal } from '../refusals.ts';

const OPEN: readonly Status[] = [
  'preparing',
  'in_review',
  'ready',
  'awaiting_amazon',
  'action_needed',
  'resolved',
];
const ANY: readonly Status[] = [...OPEN, 'closed', 'withdrawn'];

/** In which statuses a command makes sense. */
export const ALLOWED: Readonly<Record<CommandType, readonly Status[]>> = {
  note: ANY,
  add_subjects: OPEN,
  edit: OPEN,
  set_deadline: OPEN,
  take: OPEN,
  release: OPEN,
  hand_over: OPEN,
  accept_offer: OPEN,
  decline_offer: OPEN,
  ask_review: ['preparing'],
  pass_review: ['in_review'],
  return_review: ['in_review'],
  make_ready: ['preparing'],
  take_back: ['in_review', 'ready'],
  submit: ['preparing', 'in_review', 'ready', 'action_needed'],
  correct_reference: ['awaiting_amazon', 'action_needed', 'resolved'],
  check_nothing: ['awaiting_amazon'],
  send_note: ['awaiting_amazon', 'action_needed'],
  record_reply: ['awaiting_amazon', 'action_needed'],
  solve: ['awaiting_amazon', 'action_needed'],
  close: ['resolved'],
  reopen: ['resolved', 'closed', 'withdrawn'],
  withdraw: ['preparing', 'in_review', 'ready', 'awaiting_amazon', 'action_needed'],
  snooze: OPEN,
};

/** What anybody on the team may do; everything else is for the owner or a lead. */
const ANYBODY: ReadonlySet<CommandType> = new Set<CommandType>([
  'note',
  'take',
  'accept_offer',
  'decline_offer',
  'pass_review',
  'return_review',
  'reopen',
]);

/** What whoever looks after the store may do too: say what Amazon shows. */
export const KEEPERS: ReadonlySet<CommandType> = new Set<CommandType>(['check_nothing', 'record_reply']);

const mayAct = (c: Case, type: CommandType, actor: Actor): boolean =>
  actor.isLead ||
  c.owner === actor.id ||
  actor.standsIn === true ||
  (actor.keeps === true && KEEPERS.has(type)) ||
  (actor.signsIn === true && type === 'submit');

/** The reasons that hold for every command, asked in this order: the first one is the one to tell. */
export function commonRefusal(c: Case, command: CaseCommand, actor: Actor): Refusal | null {
  const { type } = command;
  if (!ALLOWED[type].includes(c.phase.status))
    return { code: 'wrong_status', number: c.number, status: c.phase.status, asked: type };
  if (!ANYBODY.has(type) && !mayAct(c, type, actor))
    return { code: 'not_yours', number: c.number, owner: c.owner };
  return null;
}
