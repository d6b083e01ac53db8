import { isObject, type Json } from '../json.ts';

/** What is wrong with a payload, in the words and with the JSON pointers that Slack uses. */
export class Findings {
  readonly messages: string[] = [];

  add(problem: string, at: string): void {
    this.messages.push(`${problem} [json-pointer:${at}]`);
  }
}

export type Check = (value: unknown, at: string, findings: Findings) => void;

export function text(max: number, min = 1): Check {
  return (value, at, findings) => {
    if (typeof value !== 'string') findings.add('must be a string', at);
    else if (value.length > max) findings.add(`must be less than ${max + 1} characters`, at);
    else if (value.length < min) findings.add(`must be more than ${min - 1} characters`, at);
  };
}

export const flag: Check = (value, at, findings) => {
  if (typeof value !== 'boolean') findings.add('must be a boolean', at);
};

export function whole(min: number, max: number): Check {
  return (value, at, findings) => {
    if (typeof value !== 'number' || !Number.isInteger(value)) findings.add('must be an integer', at);
    else if (value < min || value > max) findings.add(`must be between ${min} and ${max}`, at);
  };
}

export function oneOf(...allowed: string[]): Check {
  return (value, at, findings) => {
    if (typeof value !== 'string' || !allowed.includes(value)) {
      findings.add(`must be one of: ${allowed.join(', ')}`, at);
    }
  };
}

export function matching(pattern: RegExp, problem: string): Check {
  return (value, at, findings) => {
    if (typeof value !== 'string' || !pattern.test(value)) findings.add(problem, at);
  };
}

export function list(item: Check, max: number, min = 1): Check {
  return (value, at, findings) => {
    if (!Array.isArray(value)) return findings.add('must be an array', at);
    if (value.length > max) findings.add(`no more than ${max} items allowed`, at);
    if (value.length < min) findings.add(`must provide at least ${min} items`, at);
    value.forEach((one, index) => item(one, `${at}/${index}`, findings));
  };
}

/** An object with these fields and no others; `type` is the caller's business. */
export function shape(fields: Record<string, Check>, required: string[] = []): Check {
  return (value, at, findings) => {
    if (!isObject(value)) return findings.add('must provide an object', at);
    for (const name of required) {
      if (value[name] === undefined) findings.add(`missing required field: ${name}`, at);
    }
    for (const [name, inner] of Object.entries(value)) {
      if (inner === undefined || name === 'type') continue;
      const check = fields[name];
      if (check) check(inner, `${at}/${name}`, findings);
      else findings.add(`invalid additional property: ${name}`, at);
    }
  };
}

/** An object whose `type` says which check applies. */
export function byType(kinds: Record<string, Check>): Check {
  return (value, at, findings) => {
    if (!isObject(value)) return findings.add('must provide an object', at);
    if (typeof value.type !== 'string') return findings.add('missing required field: type', at);
    const check = Object.hasOwn(kinds, value.type) ? kinds[value.type] : undefined;
    if (check) check(value, at, findings);
    else findings.add(`unsupported type: ${value.type}`, `${at}/type`);
  };
}

/** Runs one check after another; later ones see only objects. */
export function also(first: Check, then: (value: Json, at: string, findings: Findings) => void): Check {
  return (value, at, findings) => {
    first(value, at, findings);
    if (isObject(value)) then(value, at, findings);
  };
}
