import { objectsOf } from '../json.ts';
import { checkBlocks } from './blocks.ts';
import { also, byType, type Check, flag, list, shape, text } from './checks.ts';
import { plain } from './objects.ts';

/** Slack's limit for a whole view, in bytes of JSON. */
export const VIEW_BYTES = 250_000;

const common: Record<string, Check> = {
  blocks: list(() => {}, Number.POSITIVE_INFINITY, 0),
  private_metadata: text(3_000, 0),
  callback_id: text(255, 0),
  external_id: text(255, 0),
};

const modal = also(
  shape(
    {
      ...common,
      title: plain(24),
      submit: plain(24),
      close: plain(24),
      clear_on_close: flag,
      notify_on_close: flag,
    },
    ['title', 'blocks'],
  ),
  (view, at, findings) => {
    checkBlocks(view.blocks, `${at}/blocks`, 'modal', findings);
    const input = objectsOf(view.blocks).findIndex((one) => one.type === 'input');
    if (input >= 0 && view.submit === undefined) {
      findings.add('must define `submit` to use an `input` block in modals', `${at}/blocks/${input}/input`);
    }
  },
);

const home = also(shape(common, ['blocks']), (view, at, findings) => {
  checkBlocks(view.blocks, `${at}/blocks`, 'home', findings);
});

export const checkModal = byType({ modal });
export const checkHome = byType({ home });
