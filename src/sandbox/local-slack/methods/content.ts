import { checkBlocks } from '../blocks/blocks.ts';
import { Findings } from '../blocks/checks.ts';
import { identified } from '../blocks/identify.ts';
import { isObject, type Json } from '../json.ts';
import { Refusal } from '../refusal.ts';
import type { World } from '../world.ts';
import type { Args } from './args.ts';

/** Slack cuts a longer text; refusing it is stricter and never hides a loss. */
const POST_LIMIT = 40_000;
const METADATA_BYTES = 8_000;

export interface Content {
  text: string | undefined;
  /** With ids filled in; undefined if the call said nothing about blocks. */
  blocks: Json[] | undefined;
}

export function contentOf(args: Args, world: World, where: string, limit = POST_LIMIT): Content {
  const text = args.text('text');
  const blocks = args.blocks();
  if (text !== undefined && text.length > limit) throw new Refusal('msg_too_long');
  if (blocks === undefined) return { text, blocks: undefined };
  const findings = new Findings();
  checkBlocks(blocks, '/blocks', 'message', findings);
  if (findings.messages.length > 0) throw Refusal.because('invalid_blocks', findings.messages);
  if (text === undefined && blocks.length > 0) world.warn(`${where}: blocks without a top-level text`);
  return { text, blocks: identified(blocks.filter(isObject), () => world.nextId()) };
}

/** The content of a new message, which must not be empty. */
export function newContent(args: Args, world: World, where: string): { text: string; blocks: Json[] } {
  const { text, blocks } = contentOf(args, world, where);
  if (text === undefined && (blocks === undefined || blocks.length === 0)) throw new Refusal('no_text');
  return { text: text ?? '', blocks: blocks ?? [] };
}

/** Message metadata; undefined if not given, null if it is to be removed. */
export function metadataOf(args: Args): Json | null | undefined {
  const metadata = args.object('metadata', 'invalid_metadata_format');
  if (metadata === undefined) return undefined;
  if (Object.keys(metadata).length === 0) return null;
  const { event_type: type, event_payload: payload, ...others } = metadata;
  const wellFormed = typeof type === 'string' && /^[a-zA-Z][\w:.-]*$/.test(type) && isObject(payload);
  if (!wellFormed || Object.keys(others).length > 0) throw new Refusal('invalid_metadata_format');
  if (Buffer.byteLength(JSON.stringify(metadata)) > METADATA_BYTES) throw new Refusal('metadata_too_large');
  return metadata;
}
