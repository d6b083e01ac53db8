import { checkModal } from '../blocks/view.ts';
import { isObject, type Json, objectOf, shown, textOf } from '../json.ts';
import { checkedView } from '../methods/view-methods.ts';
import { Refusal } from '../refusal.ts';
import type { OpenView } from '../views.ts';
import { interactive } from './payloads.ts';
import { type Outcome, personOn, type Stage } from './stage.ts';
import { clientErrors } from './values.ts';

export interface Submission extends Outcome {
  /** What stands under the fields now, by block id. Slack's own checks fill it without telling the app. */
  errors: Record<string, string>;
  /** Whether the modal that was submitted is gone. */
  closed: boolean;
}

/** A person presses the submit button of a modal. */
export async function submitView(stage: Stage, open: OpenView): Promise<Submission> {
  const { views, world } = stage;
  if (open.view.submit === undefined) throw new Error('This modal has no submit button');
  open.errors = clientErrors(views.blocksOf(open), open.values);
  world.changed();
  if (Object.keys(open.errors).length > 0) return { acked: false, errors: open.errors, closed: false };
  const ack = await stage.deliveries.send('interactive', {
    ...interactive('view_submission', personOn(stage, open.user)),
    trigger_id: stage.triggers.issue(open.user, { view: open.id, channel: open.channel }),
    view: views.payload(open),
    response_urls: [],
  });
  if (!ack.acked) return trouble(stage, open, `"${ack.error}"`);
  const problem = answer(stage, open, ack.body);
  if (problem !== undefined) {
    world.warn(`The answer to a submission was refused: ${problem}`);
    return trouble(stage, open, problem);
  }
  return { acked: true, errors: open.errors, closed: views.find(open.id) === undefined };
}

function trouble({ world }: Stage, open: OpenView, detail: string): Submission {
  const error = `We had some trouble connecting. Try again? (${detail})`;
  world.fail(open.user, error);
  return { acked: false, error, errors: {}, closed: false };
}

/** Does what the app answered; returns why Slack would refuse it, if it would. */
function answer(stage: Stage, open: OpenView, body: unknown): string | undefined {
  const { views } = stage;
  if (views.find(open.id) !== open) return undefined;
  if (!isObject(body) || Object.keys(body).length === 0) {
    views.close(open);
    return undefined;
  }
  try {
    switch (body.response_action) {
      case 'clear':
        views.clear(open);
        return undefined;
      case 'update':
        views.update(open, checkedView(objectOf(body.view), checkModal, views, open));
        return undefined;
      case 'push':
        return views.push(open, checkedView(objectOf(body.view), checkModal, views))
          ? undefined
          : 'push_limit_reached';
      case 'errors':
        return showErrors(stage, open, objectOf(body.errors));
      default:
        return `unknown response_action ${shown(body.response_action)}`;
    }
  } catch (error) {
    if (error instanceof Refusal) return `${error.code} ${JSON.stringify(error.details)}`;
    throw error;
  }
}

function showErrors({ views, world }: Stage, open: OpenView, errors: Json): string | undefined {
  const inputs = views.blocksOf(open).filter((block) => block.type === 'input');
  const entries = Object.entries(errors);
  if (entries.length === 0) return 'errors are empty';
  for (const [blockId, text] of entries) {
    if (!inputs.some((block) => block.block_id === blockId)) return `there is no input block "${blockId}"`;
    if (!textOf(text)) return `the error for "${blockId}" is no text`;
  }
  open.errors = Object.fromEntries(entries.map(([blockId, text]) => [blockId, shown(text)]));
  world.changed();
  return undefined;
}

/** A person closes a modal: only this one, unless the app wanted the whole stack to go. */
export async function closeView(stage: Stage, open: OpenView): Promise<Outcome> {
  const { views } = stage;
  const payload = views.payload(open);
  const cleared = open.view.clear_on_close === true;
  if (cleared) views.clear(open);
  else views.close(open);
  if (open.view.notify_on_close !== true) return { acked: true };
  const ack = await stage.deliveries.send('interactive', {
    ...interactive('view_closed', personOn(stage, open.user)),
    view: payload,
    is_cleared: cleared,
  });
  return ack.acked ? { acked: true } : { acked: false, error: ack.error };
}
