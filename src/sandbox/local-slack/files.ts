import { type Json, shown } from './json.ts';
import { TEAM } from './workspace.ts';
import type { StoredFile, World } from './world.ts';

/** Slack's limit for one file of a `file_input`, in bytes. */
export const FILE_BYTES = 10_000_000;

/** A file by its id, if the person uploaded it before; else a new one. Without content it is as long as `size`. */
export type FileChoice =
  | { id: string }
  | { name: string; mimetype?: string; content?: string | Uint8Array; size?: number };

/** By the ending of the name: the media type, and Slack's own name for it. */
const KINDS: Record<string, [mimetype: string, filetype: string]> = {
  csv: ['text/csv', 'csv'],
  docx: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'docx'],
  jpeg: ['image/jpeg', 'jpg'],
  jpg: ['image/jpeg', 'jpg'],
  pdf: ['application/pdf', 'pdf'],
  png: ['image/png', 'png'],
  txt: ['text/plain', 'text'],
  xlsx: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx'],
  zip: ['application/zip', 'zip'],
};
const UNKNOWN = ['application/octet-stream', 'binary'] as const;

const kindOf = (name: string) => KINDS[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? UNKNOWN;

/** Throws where a person could not upload that. */
export function fileFrom(choice: FileChoice, user: string, world: World): StoredFile {
  if ('id' in choice) {
    const known = world.files.get(choice.id);
    if (known?.user !== user) throw new Error(`${user} has uploaded no file ${choice.id}`);
    return known;
  }
  const { name, mimetype = kindOf(name)[0], size = 1_024 } = choice;
  const content = choice.content ?? 'x'.repeat(size);
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  if (name === '') throw new Error('A file has a name');
  if (bytes.length > FILE_BYTES) throw new Error(`${name} is larger than 10 MB`);
  if (bytes.length === 0) throw new Error(`${name} is empty`);
  const created = Math.floor(world.now() / 1_000);
  const file = { id: world.nextId('F'), name, mimetype, user, content: bytes, created };
  world.files.set(file.id, file);
  return file;
}

/** A file as Slack shows it to the app. Its URLs answer only to the bot's token. */
export function filePayload(file: StoredFile, url: string): Json {
  const { id, name, mimetype, user, content, created } = file;
  const [, filetype] = kindOf(name);
  const where = `${url}files-pri/${TEAM.id}-${id}`;
  const encoded = encodeURIComponent(name);
  return {
    id,
    created,
    timestamp: created,
    name,
    title: name,
    mimetype,
    filetype,
    pretty_type: filetype.toUpperCase(),
    user,
    user_team: TEAM.id,
    editable: false,
    size: content.length,
    mode: 'hosted',
    is_external: false,
    external_type: '',
    is_public: false,
    public_url_shared: false,
    display_as_bot: false,
    username: '',
    url_private: `${where}/${encoded}`,
    url_private_download: `${where}/download/${encoded}`,
    permalink: `${url}files/${user}/${id}/${encoded}`,
    has_rich_preview: false,
    file_access: 'visible',
  };
}

/** The file that a `url_private` names; undefined where there is none. */
export function fileAt(pathname: string, world: World): StoredFile | undefined {
  const [, id] = /^\/files-pri\/[A-Z0-9]+-([A-Z0-9]+)\//.exec(pathname) ?? [];
  return id === undefined ? undefined : world.files.get(id);
}

export const shownFile = ({ id, name, mimetype, content }: StoredFile) => ({
  id,
  name,
  mimetype,
  size: content.length,
});

/** The choice of a file in an input's state, as the page sends it: only what was uploaded has an id. */
export const choiceOf = ({ id }: Json): FileChoice => ({ id: shown(id) });
