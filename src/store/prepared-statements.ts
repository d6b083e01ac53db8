const PARSE = 0x50;
const BIND = 0x42;
const CLOSE = 0x43;
const STATEMENT = 0x53;
const PARSED = 0x31;
const CLOSED = 0x33;

/** More texts than the product has; what comes beyond is planned each time, as without all this. */
const MOST = 500;
/** Plans are made for the tables as they are: one that was made for empty ones must not serve for ever. */
const USES = 100;

interface Statement {
  readonly name: string;
  uses: number;
}

/** What goes to Postgres instead of a message, and what its answer means for the next one. */
export interface Rewritten {
  readonly message: Uint8Array;
  readonly answered: (reply: Uint8Array) => void;
}

/**
 * pg sends the text of a statement with each use, and Postgres reads and plans it each time: two thirds of what a
 * small statement costs in WebAssembly. One session serves all clients, so what one of them sent before is kept
 * under a name here, unseen by them: https://www.postgresql.org/docs/current/protocol-flow.html (extended query).
 */
export class PreparedStatements {
  readonly #known = new Map<string, Statement>();
  #named = 0;

  /** Tables change: what was planned for them before may have other columns now. */
  forget(): void {
    this.#known.clear();
  }

  /** Null where the message is no use of an unnamed statement: it goes as it is. */
  rewrite(message: Buffer): Rewritten | null {
    if (message[0] !== PARSE || message[NAME] !== 0) return null;
    const bindAt = 1 + message.readUInt32BE(1);
    // A portal without a name, of a statement without a name.
    if (message[bindAt] !== BIND || message.readUInt16BE(bindAt + NAME) !== 0) return null;
    const text = message.toString('latin1', NAME + 1, bindAt);
    const known = this.#known.get(text);
    const rest = (name: string): Buffer[] => bindTo(name, message.subarray(bindAt));
    if (known && known.uses < USES) {
      known.uses += 1;
      return { message: Buffer.concat(rest(known.name)), answered: () => {} };
    }
    if (!known && this.#known.size >= MOST) return null;
    const name = known?.name ?? `d${(this.#named += 1)}`;
    const parse = framed(PARSE, Buffer.from(`${name}\0`), message.subarray(NAME + 1, bindAt));
    const close = known ? [framed(CLOSE, Buffer.from([STATEMENT]), Buffer.from(`${name}\0`))] : [];
    return {
      message: Buffer.concat([...close, parse, ...rest(name)]),
      answered: (reply) => {
        const parsed = reply[0] === CLOSED ? reply[5] : reply[0];
        if (parsed === PARSED) this.#known.set(text, { name, uses: 1 });
        else this.#known.delete(text);
      },
    };
  }
}

/** Where the name begins: behind the type and the length. */
const NAME = 5;

function framed(type: number, ...parts: readonly Uint8Array[]): Buffer {
  const head = Buffer.alloc(NAME);
  head.writeUInt8(type);
  head.writeUInt32BE(4 + parts.reduce((sum, { length }) => sum + length, 0), 1);
  return Buffer.concat([head, ...parts]);
}

/** The Bind with the name put in, and all that follows it. */
function bindTo(name: string, messages: Buffer): Buffer[] {
  const end = 1 + messages.readUInt32BE(1);
  const portal = Buffer.from([0]);
  return [
    framed(BIND, portal, Buffer.from(`${name}\0`), messages.subarray(NAME + 2, end)),
    messages.subarray(end),
  ];
}
