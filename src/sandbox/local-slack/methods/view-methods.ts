import type { Check } from '../blocks/checks.ts';
import { Findings } from '../blocks/checks.ts';
import { checkHome, checkModal, VIEW_BYTES } from '../blocks/view.ts';
import { type Json, objectOf, objectsOf, textOf } from '../json.ts';
import { Refusal } from '../refusal.ts';
import type { OpenView, Views } from '../views.ts';
import type { Args } from './args.ts';
import type { Method, Slack } from './method.ts';

/** Refuses a view as `views.*` do; also used for the views in answers to a submission. */
export function checkedView(view: Json, check: Check, views: Views, self?: OpenView): Json {
  if (Buffer.byteLength(JSON.stringify(view)) > VIEW_BYTES) throw new Refusal('view_too_large');
  const findings = new Findings();
  check(view, '/view', findings);
  if (findings.messages.length > 0) throw Refusal.because('invalid_arguments', findings.messages);
  const externalId = textOf(view.external_id);
  const other = externalId ? views.findExternal(externalId) : undefined;
  if (other && other !== self) throw new Refusal('duplicate_external_id');
  return view;
}

function viewIn(args: Args): Json {
  const view = args.object('view', 'invalid_arguments');
  if (!view) throw Refusal.because('invalid_arguments', ['missing required field: view']);
  return view;
}

function exchange(args: Args, { triggers }: Slack): { user: string; view: string | undefined } {
  const exchanged = triggers.exchange(args.required('trigger_id'));
  if ('error' in exchanged) throw new Refusal(exchanged.error);
  return exchanged;
}

/** Only an app that may read files can ask for them. */
function scopes(args: Args): string[] {
  const asksForFiles = objectsOf(args.object('view', 'invalid_arguments')?.blocks).some(
    (block) => objectOf(block.element).type === 'file_input',
  );
  return asksForFiles ? ['files:read'] : [];
}

const open: Method = {
  token: 'bot',
  scopes,
  run(args, slack) {
    const view = checkedView(viewIn(args), checkModal, slack.views);
    const { user } = exchange(args, slack);
    return { view: slack.views.payload(slack.views.open(user, view)) };
  },
};

const push: Method = {
  token: 'bot',
  scopes,
  run(args, slack) {
    const view = checkedView(viewIn(args), checkModal, slack.views);
    const { view: belowId } = exchange(args, slack);
    const below = belowId === undefined ? undefined : slack.views.find(belowId);
    if (below?.view.type !== 'modal') {
      const problem =
        "must match the `type` of the root view whose stack we're pushing onto [json-pointer:/view/type]";
      throw Refusal.because('invalid_arguments', [problem]);
    }
    const pushed = slack.views.push(below, view);
    if (!pushed) throw new Refusal('push_limit_reached');
    return { view: slack.views.payload(pushed) };
  },
};

const update: Method = {
  token: 'bot',
  scopes,
  run(args, { views }) {
    const externalId = args.text('external_id');
    const given = viewIn(args);
    const target =
      externalId === undefined ? views.find(args.required('view_id')) : views.findExternal(externalId);
    if (!target) throw new Refusal('not_found');
    const check = target.view.type === 'home' ? checkHome : checkModal;
    const view = checkedView(given, check, views, target);
    refuseOldHash(args, target);
    views.update(target, view);
    return { view: views.payload(target) };
  },
};

const publish: Method = {
  token: 'bot',
  run(args, { views, world }) {
    const user = args.required('user_id');
    const person = world.people.get(user);
    if (!person || person.isBot) throw Refusal.because('invalid_arguments', ['invalid `user_id`']);
    const before = views.home(user);
    const view = checkedView(viewIn(args), checkHome, views, before);
    if (before) refuseOldHash(args, before);
    return { view: views.payload(views.publish(user, view)) };
  },
};

function refuseOldHash(args: Args, open: OpenView): void {
  const hash = args.text('hash');
  if (hash !== undefined && hash !== open.hash) throw new Refusal('hash_conflict');
}

export const viewMethods: Record<string, Method> = {
  'views.open': open,
  'views.push': push,
  'views.update': update,
  'views.publish': publish,
};
