import { object } from '../data/json.ts';
import { plainText } from '../text/text-object.tsx';
import type { BlockProps } from './block-props.ts';

export function Header({ block }: BlockProps) {
  return <h2 className="header-block">{plainText(object(block, 'text'))}</h2>;
}
