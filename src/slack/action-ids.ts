/**
 * The id of each thing a person can click on a case: one constant for its block and its listener. A test
 * proves that every id here has a listener. A button's value is the case number.
 */
export const ACTIONS = {
  take: 'case.take',
  handOver: 'case.hand_over',
  acceptOffer: 'case.accept_offer',
  declineOffer: 'case.decline_offer',
  edit: 'case.edit',
  note: 'case.note',
  askReview: 'case.ask_review',
  passReview: 'case.pass_review',
  returnReview: 'case.return_review',
  ready: 'case.ready',
  takeBack: 'case.take_back',
  /** Shows text, link and checklist to the person who submits now. */
  submitNow: 'case.submit_now',
  /** Asks for the Case ID. */
  submitted: 'case.submitted',
  /** The three answers to "what does Seller Central show?". */
  checkAnswered: 'case.check_answered',
  checkNothing: 'case.check_nothing',
  checkClosed: 'case.check_closed',
  replied: 'case.replied',
  noteSent: 'case.note_sent',
  solved: 'case.solved',
  closed: 'case.closed',
  reopen: 'case.reopen',
  withdraw: 'case.withdraw',
  snooze: 'case.snooze',
  show: 'case.show',
  /** Buttons of the help message; they name no case. */
  open: 'docket.open',
  mine: 'docket.mine',
  list: 'docket.list',
  /** A link button: Slack reports the click, nothing happens. */
  link: 'docket.link',
} as const;

/** The overflow menu of a card: its options' values are `<action id>:<case number>`. */
export const MORE = 'case.more';

/** The block of a store check's buttons: this and the case's number. */
export const CHECK_BLOCK = 'check.';

/** Under a briefing: what somebody gets and when. */
export const SETTINGS_BUTTON = 'briefing.settings';
/** For all cases of a store that a briefing shows: its value is their numbers. */
export const ALL_NOTHING = 'briefing.all_nothing';

export type ActionId = (typeof ACTIONS)[keyof typeof ACTIONS];
