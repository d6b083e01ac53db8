import type { InputBlock, KnownBlock, ModalView, PlainTextElement } from '@slack/types';

export function plain(text: string): PlainTextElement {
  return { type: 'plain_text', text };
}

export function modal(blocks: KnownBlock[], rest: Partial<ModalView> = {}): ModalView {
  return { type: 'modal', callback_id: 'form', title: plain('Form'), submit: plain('Send'), blocks, ...rest };
}

export function input(
  id: string,
  element: InputBlock['element'],
  rest: Partial<InputBlock> = {},
): InputBlock {
  return { type: 'input', block_id: id, label: plain(id), element: { ...element, action_id: id }, ...rest };
}

export function textInput(id: string, rest: Partial<InputBlock> = {}, initial?: string): InputBlock {
  const value = initial === undefined ? {} : { initial_value: initial };
  return input(id, { type: 'plain_text_input', ...value }, rest);
}

export function options(...values: string[]) {
  return values.map((value) => ({ text: plain(value.toUpperCase()), value }));
}

export function section(text: string): KnownBlock {
  return { type: 'section', text: { type: 'mrkdwn', text } };
}
