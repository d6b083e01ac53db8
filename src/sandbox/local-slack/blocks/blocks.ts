import { type Json, listOf, objectOf, objectsOf, textOf } from '../json.ts';
import { also, byType, type Check, type Findings, flag, list, shape, text } from './checks.ts';
import { BUTTON, CHOOSERS, DATETIMEPICKER, INPUTS, OVERFLOW } from './elements.ts';
import * as object from './objects.ts';
import { richText } from './rich-text.ts';

export type Surface = 'message' | 'modal' | 'home';

const ACCESSORY = byType({ button: BUTTON, overflow: OVERFLOW, image: object.image, ...CHOOSERS });
const ACTION = byType({ button: BUTTON, overflow: OVERFLOW, datetimepicker: DATETIMEPICKER, ...CHOOSERS });
const INPUT = byType({ datetimepicker: DATETIMEPICKER, ...CHOOSERS, ...INPUTS });

function block(fields: Record<string, Check>, required: string[] = []): Check {
  return shape({ block_id: text(255), ...fields }, required);
}

const section = also(
  block({
    text: object.anyText(3_000),
    fields: list(object.anyText(2_000), 10),
    accessory: ACCESSORY,
    expand: flag,
  }),
  (one, at, findings) => {
    if (one.text === undefined && one.fields === undefined) findings.add('missing required field: text', at);
  },
);

const actions = also(block({ elements: list(ACTION, 25) }, ['elements']), (one, at, findings) => {
  const seen = new Set<string>();
  objectsOf(one.elements).forEach((element, index) => {
    const id = textOf(element.action_id);
    if (id === undefined) return;
    if (seen.has(id))
      findings.add(`\`action_id\` "${id}" already exists`, `${at}/elements/${index}/action_id`);
    seen.add(id);
  });
});

const image = also(
  block({ ...object.imageFields, title: object.plain(2_000) }, ['alt_text']),
  (one, at, findings) => {
    if (one.image_url === undefined && one.slack_file === undefined) {
      findings.add('missing required field: image_url', at);
    }
  },
);

const COMMON: Record<string, Check> = {
  section,
  actions,
  image,
  header: block({ text: object.plain(150) }, ['text']),
  divider: block({}),
  context: block(
    {
      elements: list(
        byType({
          image: object.image,
          plain_text: shape({ text: text(3_000), emoji: flag }, ['text']),
          mrkdwn: shape({ text: text(3_000), verbatim: flag }, ['text']),
        }),
        10,
      ),
    },
    ['elements'],
  ),
  rich_text: block({ elements: list(richText, 1_000) }, ['elements']),
  input: block(
    {
      label: object.plain(2_000),
      hint: object.plain(2_000),
      optional: flag,
      dispatch_action: flag,
      element: INPUT,
    },
    ['label', 'element'],
  ),
};

const MESSAGE_BLOCK = byType({ ...COMMON, markdown: block({ text: text(12_000) }, ['text']) });
const VIEW_BLOCK = byType(COMMON);

const LIMIT: Record<Surface, number> = { message: 50, modal: 100, home: 100 };
const MARKDOWN_TOTAL = 12_000;

export function checkBlocks(blocks: unknown, at: string, surface: Surface, findings: Findings): void {
  list(surface === 'message' ? MESSAGE_BLOCK : VIEW_BLOCK, LIMIT[surface], 0)(blocks, at, findings);
  const all = objectsOf(blocks);
  refuseRepeatedIds(all, at, findings);
  refuseTwoFocuses(all, at, findings);
  if (surface !== 'modal') refuseFiles(all, at, findings);
  const markdown = all
    .filter((one) => one.type === 'markdown')
    .reduce((sum, one) => sum + lengthOf(one.text), 0);
  if (markdown > MARKDOWN_TOTAL) findings.add(`must be less than ${MARKDOWN_TOTAL + 1} characters`, at);
}

function lengthOf(value: unknown): number {
  return textOf(value)?.length ?? 0;
}

function refuseRepeatedIds(blocks: Json[], at: string, findings: Findings): void {
  const seen = new Set<string>();
  blocks.forEach((one, index) => {
    const id = textOf(one.block_id);
    if (id === undefined) return;
    if (seen.has(id)) findings.add(`\`block_id\` "${id}" already exists`, `${at}/${index}/block_id`);
    seen.add(id);
  });
}

/** Files are asked for in modals only. */
function refuseFiles(blocks: Json[], at: string, findings: Findings): void {
  blocks.forEach((one, index) => {
    if (objectOf(one.element).type === 'file_input')
      findings.add('unsupported type: file_input', `${at}/${index}/element/type`);
  });
}

function refuseTwoFocuses(blocks: Json[], at: string, findings: Findings): void {
  const focused = blocks
    .flatMap((one) => [objectOf(one.element), objectOf(one.accessory), ...listOf(one.elements).map(objectOf)])
    .filter((element) => element.focus_on_load === true);
  if (focused.length > 1) findings.add('only one element can set focus_on_load', at);
}
