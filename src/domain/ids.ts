/**
 * Branded identifiers. A brand costs nothing at run time; it stops a store's id from being passed where a
 * person's is meant. The `as` that makes one belongs at a parsing edge only.
 */
declare const brand: unique symbol;
type Branded<T, Name extends string> = T & { readonly [brand]: Name };

/** A Slack workspace (team) id, such as `T024BE7LD`. It leads every key in the database. */
export type WorkspaceId = Branded<string, 'WorkspaceId'>;
/** A Slack user id, such as `U024BE7LH`. */
export type PersonId = Branded<string, 'PersonId'>;
/** A Slack channel id. */
export type ChannelId = Branded<string, 'ChannelId'>;
/** A store (seller account) inside one workspace. */
export type StoreId = Branded<string, 'StoreId'>;
/** The short number that people say: 42 in `#42`. Unique in its workspace, counted from 1. */
export type CaseNumber = Branded<number, 'CaseNumber'>;

export const workspaceId = (raw: string): WorkspaceId => raw as WorkspaceId;
export const personId = (raw: string): PersonId => raw as PersonId;
export const channelId = (raw: string): ChannelId => raw as ChannelId;
export const storeId = (raw: string): StoreId => raw as StoreId;
export const caseNumber = (raw: number): CaseNumber => raw as CaseNumber;
