import { isObject, type Json } from '../json.ts';

/** Gives blocks and interactive elements the ids that Slack makes up when the app sends none. */
export function identified(blocks: Json[], nextId: () => string): Json[] {
  return blocks.map((block) => {
    const copy: Json = { ...block, block_id: block.block_id ?? nextId() };
    if (isObject(block.element)) copy.element = named(block.element, nextId);
    if (isObject(block.accessory)) copy.accessory = named(block.accessory, nextId);
    if (block.type === 'actions' && Array.isArray(block.elements)) {
      copy.elements = block.elements.map((element: unknown) =>
        isObject(element) ? named(element, nextId) : element,
      );
    }
    return copy;
  });
}

function named(element: Json, nextId: () => string): Json {
  return element.type === 'image' || element.action_id !== undefined
    ? element
    : { ...element, action_id: nextId() };
}
