import { type ComponentType, useId } from 'react';
import { CannotDraw } from '../blocks/cannot-draw.tsx';
import { type Json, string } from '../data/json.ts';
import { Button } from './button.tsx';
import { FileInput } from './file-input.tsx';
import { MultiSelect } from './multi-select.tsx';
import type { ElementProps, Naming } from './naming.ts';
import { OptionBoxes } from './option-boxes.tsx';
import { Overflow } from './overflow.tsx';
import { Select } from './select.tsx';
import { TextInput } from './text-input.tsx';
import { TimeInput } from './time-input.tsx';

const elements: Record<string, ComponentType<ElementProps>> = {
  button: Button,
  overflow: Overflow,
  static_select: Select,
  users_select: Select,
  channels_select: Select,
  conversations_select: Select,
  multi_static_select: MultiSelect,
  multi_users_select: MultiSelect,
  radio_buttons: OptionBoxes,
  checkboxes: OptionBoxes,
  plain_text_input: TextInput,
  email_text_input: TextInput,
  url_text_input: TextInput,
  number_input: TextInput,
  file_input: FileInput,
  datepicker: TimeInput,
  timepicker: TimeInput,
  datetimepicker: TimeInput,
};

interface Props {
  element: Json;
  blockId: string;
  actionId: string;
  naming?: Naming;
  dispatches: boolean;
}

/** Any interactive element, by its type. */
export function Element({ naming, ...props }: Props) {
  const id = useId();
  const type = string(props.element, 'type');
  const Drawn = Object.hasOwn(elements, type) ? elements[type] : undefined;
  if (!Drawn) return <CannotDraw type={type} />;
  const spoken = string(props.element, 'accessibility_label');
  return <Drawn {...props} naming={naming ?? (spoken ? { id, 'aria-label': spoken } : { id })} />;
}
