const TERMINATE = 0x58;
/** A message's length counts itself and what follows, not the byte of its type; the first message has no type. */
const LENGTH_BYTES = 4;

/** What arrived whole: a network may cut messages anywhere. `isOver` once the client says good-bye. */
interface Arrived {
  readonly messages: Buffer;
  readonly isOver: boolean;
}

/** Reads one client's half of Postgres's protocol: https://www.postgresql.org/docs/current/protocol-overview.html */
export function wholeMessages(): (bytes: Buffer) => Arrived {
  let rest: Buffer = Buffer.alloc(0);
  let typeBytes = 0;
  return (bytes) => {
    rest = rest.length === 0 ? bytes : Buffer.concat([rest, bytes]);
    let end = 0;
    while (rest.length >= end + typeBytes + LENGTH_BYTES) {
      if (typeBytes === 1 && rest[end] === TERMINATE)
        return { messages: rest.subarray(0, end), isOver: true };
      const next = end + typeBytes + rest.readUInt32BE(end + typeBytes);
      if (rest.length < next) break;
      end = next;
      typeBytes = 1;
    }
    const messages = rest.subarray(0, end);
    rest = rest.subarray(end);
    return { messages, isOver: false };
  };
}
