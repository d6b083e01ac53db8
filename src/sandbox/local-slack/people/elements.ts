import { isObject, type Json, objectsOf, textOf } from '../json.ts';

/** An element that a person can use, with the block around it. */
export interface Control {
  block: Json;
  blockId: string;
  actionId: string;
  type: string;
  element: Json;
  /** Whether using it tells the app at once (`block_actions`). */
  dispatches: boolean;
}

export function controlsIn(blocks: Json[]): Control[] {
  return blocks.flatMap((block) => {
    if (block.type === 'input') return control(block, block.element, block.dispatch_action === true);
    if (block.type === 'section') return control(block, block.accessory, true);
    if (block.type === 'actions')
      return objectsOf(block.elements).flatMap((one) => control(block, one, true));
    return [];
  });
}

function control(block: Json, element: unknown, dispatches: boolean): Control[] {
  if (!isObject(element)) return [];
  const [blockId, actionId, type] = [textOf(block.block_id), textOf(element.action_id), textOf(element.type)];
  if (blockId === undefined || actionId === undefined || type === undefined) return [];
  return [{ block, blockId, actionId, type, element, dispatches }];
}

/** Finds a control by `action_id`, or by `block_id/action_id` where several blocks use the same one. */
export function findControl(blocks: Json[], key: string): Control {
  const all = controlsIn(blocks);
  const found = all.filter((one) => one.actionId === key || `${one.blockId}/${one.actionId}` === key);
  const [first, second] = found;
  if (!first) {
    const offered = all.map((one) => one.actionId).join(', ') || 'nothing';
    throw new Error(`There is no "${key}" here; a person sees: ${offered}`);
  }
  if (second) throw new Error(`"${key}" is in several blocks: say ${found.map(path).join(' or ')}`);
  return first;
}

/** The control of that very block; ids that Slack made up are new with each drawing of a message. */
export function exactControl(blocks: Json[], key: string): Control | undefined {
  return controlsIn(blocks).find((one) => `${one.blockId}/${one.actionId}` === key);
}

function path(control: Control): string {
  return `"${control.blockId}/${control.actionId}"`;
}

/** All options of a menu, a group of choices or an overflow, in order. */
export function optionsOf(element: Json): Json[] {
  return [
    ...objectsOf(element.options),
    ...objectsOf(element.option_groups).flatMap((group) => objectsOf(group.options)),
  ];
}
