/** What a log line may carry beside its message: ids, counts, instants, an error under `err`. */
export type LogFields = Readonly<Record<string, unknown>>;

type Write = (fields: LogFields, message: string) => void;

/**
 * The log as the layers see it. Tokens and what people typed are hidden by the adapter, but don't rely on
 * it: log ids, never text.
 */
export interface Log {
  readonly debug: Write;
  readonly info: Write;
  readonly warn: Write;
  readonly error: Write;
}
