import { isObject, type Json, listOf } from '../json.ts';
import { Refusal } from '../refusal.ts';

/** The arguments of one call; form fields are strings, a JSON body keeps its types. */
export class Args {
  readonly given: Json;

  constructor(given: Json) {
    this.given = given;
  }

  text(name: string): string | undefined {
    const value = this.given[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  }

  required(name: string): string {
    const value = this.text(name);
    if (value === undefined) throw Refusal.because('invalid_arguments', [`missing required field: ${name}`]);
    return value;
  }

  flag(name: string): boolean {
    const value = this.given[name];
    return value === true || value === 'true' || value === '1' || value === 1;
  }

  count(name: string, fallback: number, most: number): number {
    const value = this.given[name];
    if (value === undefined) return fallback;
    const number = Number(value);
    if (!Number.isInteger(number) || number < 1) throw new Refusal('invalid_limit');
    return Math.min(number, most);
  }

  /** A list of blocks, undefined if none was given. */
  blocks(): unknown[] | undefined {
    const value = this.#json('blocks', 'invalid_blocks_format');
    if (value === undefined) return undefined;
    if (!Array.isArray(value)) throw new Refusal('invalid_blocks_format');
    return listOf(value);
  }

  object(name: string, code: string): Json | undefined {
    const value = this.#json(name, code);
    if (value === undefined) return undefined;
    if (!isObject(value)) throw Refusal.because(code, [`must provide an object [json-pointer:/${name}]`]);
    return value;
  }

  #json(name: string, code: string): unknown {
    const value = this.given[name];
    if (typeof value !== 'string') return value;
    if (value === '') return undefined;
    try {
      return JSON.parse(value);
    } catch {
      throw Refusal.because(code, [`must be valid JSON [json-pointer:/${name}]`]);
    }
  }
}
