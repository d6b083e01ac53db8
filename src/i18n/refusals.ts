import { LONGEST_ABSENCE_DAYS } from '../domain/away/days.ts';
import type { Status } from '../domain/case.ts';
import type { CommandType } from '../domain/commands.ts';
import type { PersonId } from '../domain/ids.ts';
import type { Locale } from '../domain/locale.ts';
import type { Refusal, Rival } from '../domain/refusals.ts';
import { daysInWords } from './days.ts';
import { type ButtonName, TERMS, type Terms } from './terms.ts';

interface Naming {
  /** How a colleague is written here: a mention in a message, a name where mentions are not drawn. */
  readonly names: (person: PersonId) => string;
}

/** Why not, and what to do instead: one or two sentences in the reader's language. */
export function refusalText(refusal: Refusal, locale: Locale, naming: Naming): string {
  return locale === 'zh-CN' ? chinese(refusal, naming) : english(refusal, naming);
}

/** The button behind a command, so that a refusal can call it by its name. */
const BUTTON_OF: Readonly<Record<CommandType, ButtonName>> = {
  note: 'note',
  add_subjects: 'edit',
  edit: 'edit',
  set_deadline: 'edit',
  take: 'take',
  release: 'handOver',
  hand_over: 'handOver',
  accept_offer: 'acceptOffer',
  decline_offer: 'declineOffer',
  ask_review: 'askReview',
  pass_review: 'passReview',
  return_review: 'returnReview',
  make_ready: 'ready',
  take_back: 'takeBack',
  submit: 'submitted',
  correct_reference: 'edit',
  check_nothing: 'checkNothing',
  send_note: 'noteSent',
  record_reply: 'replied',
  solve: 'solved',
  close: 'closed',
  reopen: 'reopen',
  withdraw: 'withdraw',
  snooze: 'snooze',
};

const isOver = (status: Status): boolean => status === 'closed' || status === 'withdrawn';
const numbersOf = (rivals: readonly Rival[], joint: string): string =>
  rivals.map((rival) => `#${rival.number}`).join(joint);

function english(refusal: Refusal, { names }: Naming): string {
  const words: Terms = TERMS.en;
  const { buttons } = words;
  switch (refusal.code) {
    case 'unknown_case':
      return `There is no case #${refusal.number} here. /case list shows the open ones.`;
    case 'guest':
      return 'Guests can read cases but not change them. Ask a member of the team to do it for you.';
    case 'no_channel':
      return 'Nobody has chosen a channel for cases yet. A lead does that with /case setup; then try again.';
    case 'not_lead':
      return refusal.leads.length === 0
        ? 'Only a lead can do this. Ask an admin of this workspace.'
        : `Only a lead can do this. Ask ${refusal.leads.map(names).join(' or ')}.`;
    case 'not_yours':
      return refusal.owner === null
        ? `#${refusal.number} has no owner yet. Press “${buttons.take}” first, then do it again.`
        : `#${refusal.number} belongs to ${names(refusal.owner)}. Ask for a hand-over, or use “${buttons.note}”.`;
    case 'already_owned':
      return `${names(refusal.owner)} has #${refusal.number} already. Ask for a hand-over if you should have it.`;
    case 'yours_already':
      return `#${refusal.number} is yours already. There is nothing to do here.`;
    case 'wrong_status': {
      const now = `#${refusal.number} is now “${words.statuses[refusal.status]}”`;
      const button = buttons[BUTTON_OF[refusal.asked]];
      return isOver(refusal.status)
        ? `${now}, so “${button}” no longer applies. If it goes on, press “${buttons.reopen}” first.`
        : `${now}, so “${button}” does not fit. Its card in the channel shows what does.`;
    }
    case 'duplicate':
      return `${numbersOf(refusal.rivals, ', ')} is about the same thing and still open. Add to it, or say why yours is a different problem.`;
    case 'recently_closed':
      return `${numbersOf(refusal.rivals, ', ')} was about the same thing and closed recently. Reopen it, or say why yours is a different problem.`;
    case 'case_id_taken':
      return `Case ID ${refusal.caseId} is already recorded on #${refusal.number}. Check the number; if both are the same case at Amazon, withdraw this one and go on in #${refusal.number}.`;
    case 'no_offer':
      return `There is no open hand-over on #${refusal.number} any more. Its card shows who owns it.`;
    case 'offer_for_other':
      return `#${refusal.number} was offered to ${names(refusal.to)}. Ask them to accept or decline.`;
    case 'to_oneself':
      return `#${refusal.number} belongs to that person already. Choose somebody else.`;
    case 'not_a_member':
      return `${names(refusal.person)} can’t own or review cases: only full members of this workspace can. Choose somebody else.`;
    case 'own_review':
      return `A review needs a second pair of eyes. Somebody other than the owner of #${refusal.number} has to do it.`;
    case 'not_reviewer':
      return `${names(refusal.reviewer)} was asked to review #${refusal.number}. Leave your thoughts with “${buttons.note}”.`;
    case 'no_message':
      return `#${refusal.number} has no English message to review yet. Write it with “${buttons.edit}” first.`;
    case 'empty':
      return {
        text: 'There is nothing here yet. Write a few words first.',
        why: 'The reason is missing. Say why, in a few words.',
        reference: 'The reference is missing. Enter the one that Amazon gave you.',
      }[refusal.field];
    case 'no_subject':
      return 'It is not clear yet what this is about. Write at least one ASIN, SKU, order, shipment or other identifier.';
    case 'time_past':
      return 'That time has passed already. Choose a later one.';
    case 'time_far':
      return `That is too far away. Choose a time within the next ${refusal.days} days.`;
    case 'dates_unknown':
      return 'Docket can’t read these days. Write them like `10/1-10/8`, `Oct 1 to Oct 8`, `tomorrow`, `next week` or `3 days`.';
    case 'dates_backwards':
      return 'The last day lies before the first. Write the first day of your absence first.';
    case 'dates_long':
      return `That is longer than ${LONGEST_ABSENCE_DAYS} days. Enter a shorter absence, or hand your cases over.`;
    case 'cover_self':
      return 'You can’t cover for yourself. Name a colleague, or nobody: then the stores’ covers and the leads help out.';
    case 'cover_away':
      return `${names(refusal.person)} is away then too (${daysInWords(refusal, 'en')}). Name somebody who is there, or nobody.`;
    case 'review_needed':
      return `#${refusal.number} is red, so a second reader looks at the message before it goes out. Press “${buttons.askReview}” and name a colleague.`;
    case 'too_busy':
      return 'Several people changed this at the same moment. Try again.';
    default: {
      const never: never = refusal;
      return never;
    }
  }
}

function chinese(refusal: Refusal, { names }: Naming): string {
  const words: Terms = TERMS['zh-CN'];
  const { buttons } = words;
  switch (refusal.code) {
    case 'unknown_case':
      return `这里没有案件 #${refusal.number}。发送 /case 列表 可以看全部进行中的案件。`;
    case 'guest':
      return '访客可以查看案件，但不能修改。请团队成员帮你操作。';
    case 'no_channel':
      return '还没有设置案件频道。请主管用 /case 设置向导 选好频道，再试一次。';
    case 'not_lead':
      return refusal.leads.length === 0
        ? '只有主管可以这样做。请联系工作区管理员。'
        : `只有主管可以这样做。请找 ${refusal.leads.map(names).join(' 或 ')}。`;
    case 'not_yours':
      return refusal.owner === null
        ? `#${refusal.number} 还没有负责人。先点“${buttons.take}”，再操作一次。`
        : `#${refusal.number} 的负责人是 ${names(refusal.owner)}。可以请对方转交，或者用“${buttons.note}”补充。`;
    case 'already_owned':
      return `#${refusal.number} 已经由 ${names(refusal.owner)} 在跟。如果该由你来跟，请对方转交。`;
    case 'yours_already':
      return `#${refusal.number} 本来就是你在跟。不用再操作。`;
    case 'wrong_status': {
      const now = `#${refusal.number} 现在是“${words.statuses[refusal.status]}”`;
      const button = buttons[BUTTON_OF[refusal.asked]];
      return isOver(refusal.status)
        ? `${now}，不能再点“${button}”。如果还要继续，先点“${buttons.reopen}”。`
        : `${now}，这时不能点“${button}”。频道里的卡片上有现在能点的按钮。`;
    }
    case 'duplicate':
      return `${numbersOf(refusal.rivals, '、')} 说的是同一件事，还在进行中。请补充到那里，或者写明为什么是不同的问题。`;
    case 'recently_closed':
      return `${numbersOf(refusal.rivals, '、')} 说的是同一件事，刚关闭不久。请重新打开它，或者写明为什么是不同的问题。`;
    case 'case_id_taken':
      return `Case ID ${refusal.caseId} 已经记在 #${refusal.number} 上。请核对号码；如果在亚马逊那边是同一个 Case，就撤回这一个，在 #${refusal.number} 里继续。`;
    case 'no_offer':
      return `#${refusal.number} 现在没有待回应的转交。卡片上写着负责人是谁。`;
    case 'offer_for_other':
      return `#${refusal.number} 是转交给 ${names(refusal.to)} 的。请对方点“${buttons.acceptOffer}”或“${buttons.declineOffer}”。`;
    case 'to_oneself':
      return `#${refusal.number} 本来就由这位同事负责。请选别人。`;
    case 'not_a_member':
      return `${names(refusal.person)} 不能负责或复核案件：只有本工作区的正式成员可以。请选别人。`;
    case 'own_review':
      return `复核要换一个人看。请由 #${refusal.number} 负责人以外的同事来做。`;
    case 'not_reviewer':
      return `#${refusal.number} 请的是 ${names(refusal.reviewer)} 复核。你的意见可以用“${buttons.note}”留下。`;
    case 'no_message':
      return `#${refusal.number} 还没有可供复核的英文内容。先用“${buttons.edit}”写好。`;
    case 'empty':
      return {
        text: '这里还空着。请先写几个字。',
        why: '还没写原因。请简单写几个字。',
        reference: '还没填参考号。请填写亚马逊给的参考号。',
      }[refusal.field];
    case 'no_subject':
      return '还不知道是关于什么的。请至少写一个 ASIN、SKU、订单、货件或其他编号。';
    case 'time_past':
      return '这个时间已经过了。请选一个之后的时间。';
    case 'time_far':
      return `时间太远了。请选 ${refusal.days} 天以内的时间。`;
    case 'dates_unknown':
      return '没看懂是哪几天。可以写成 `10/1-10/8`、`10月1日到8日`、`明天`、`下周` 或 `3天`。';
    case 'dates_backwards':
      return '结束日期在开始日期之前。请先写第一天，再写最后一天。';
    case 'dates_long':
      return `超过了 ${LONGEST_ABSENCE_DAYS} 天。请缩短时间，或者把案件转交给同事。`;
    case 'cover_self':
      return '代班不能是自己。请选一位同事；也可以不选，由店铺代班和主管照看。';
    case 'cover_away':
      return `${names(refusal.person)} 那几天也不在（${daysInWords(refusal, 'zh-CN')}）。请另选一位在的同事，或者不选。`;
    case 'review_needed':
      return `#${refusal.number} 是紧急案件，发给亚马逊之前要有另一个人看过。请点“${buttons.askReview}”，选一位同事。`;
    case 'too_busy':
      return '有好几位同事同时在改。请再试一次。';
    default: {
      const never: never = refusal;
      return never;
    }
  }
}

/** The colleagues whom a refusal names: look them up first where a mention would not be drawn. */
export function peopleIn(refusal: Refusal): readonly PersonId[] {
  switch (refusal.code) {
    case 'not_lead':
      return refusal.leads;
    case 'not_yours':
      return refusal.owner === null ? [] : [refusal.owner];
    case 'already_owned':
      return [refusal.owner];
    case 'offer_for_other':
      return [refusal.to];
    case 'not_a_member':
      return [refusal.person];
    case 'not_reviewer':
      return [refusal.reviewer];
    case 'cover_away':
      return [refusal.person];
    default:
      return [];
  }
}
