import type { Json } from '../data/json.ts';

export interface BlockProps {
  block: Json;
  blockId: string;
}
