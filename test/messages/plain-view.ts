/** A form as a person reads it: its title, each question with what is offered, then its buttons. */
import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import { blockText, readable } from '../slack/plain.ts';

export const plainView = ({ title, blocks, submit, close }: ModalView): string =>
  [
    `= ${title.text} =`,
    ...(blocks as KnownBlock[]).map((block) => (block.type === 'input' ? question(block) : blockText(block))),
    [submit, close].flatMap((one) => (one ? [`[${one.text}]`] : [])).join(' '),
  ].join('\n');

/** Longer menus are the same everywhere; the names that they offer stand in the last chapter. */
const OFFERED = 4;

function question({ label, optional, hint, element }: InputBlock): string {
  const offered = offersOf(element);
  const more = offered.length - OFFERED - 1;
  return [
    `${label.text}${optional ? ' [optional]' : ''} ▸ ${filledIn(element)}`.trimEnd(),
    ...(more > 1 ? [...offered.slice(0, OFFERED), `    · … +${more}`, ...offered.slice(-1)] : offered),
    ...(hint ? [`    ? ${hint.text}`] : []),
  ].join('\n');
}

interface Offer {
  readonly text: { readonly text: string };
  readonly description?: { readonly text: string };
}

function offersOf(element: InputBlock['element']): string[] {
  const groups: readonly { readonly options: readonly Offer[] }[] =
    'option_groups' in element && element.option_groups ? element.option_groups : [];
  const options: readonly Offer[] = 'options' in element && element.options ? element.options : [];
  return [...options, ...groups.flatMap((group) => group.options)].map(
    ({ text, description }) => `    · ${text.text}${description ? ` — ${description.text}` : ''}`,
  );
}

function filledIn(element: InputBlock['element']): string {
  const placeholder = 'placeholder' in element && element.placeholder ? `‹${element.placeholder.text}›` : '';
  switch (element.type) {
    case 'plain_text_input':
      return (element.initial_value || placeholder).replaceAll('\n', '⏎');
    case 'static_select':
    case 'radio_buttons':
      return element.initial_option?.text.text ?? placeholder;
    case 'datetimepicker':
      return element.initial_date_time === undefined
        ? ''
        : readable(`<!date^${element.initial_date_time}^{date}|>`);
    case 'multi_users_select':
      return (element.initial_users ?? []).map((user) => `@${user}`).join(' ');
    case 'datepicker':
      return element.initial_date ?? '';
    default:
      return placeholder;
  }
}
