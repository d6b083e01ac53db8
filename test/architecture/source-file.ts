import { posix } from 'node:path';
import { parseSync } from 'vite';

/** Repository path → source text: the real tree, or a small one made to break a rule. */
export type SourceTree = Readonly<Record<string, string>>;

type Node = { readonly type: string } & Readonly<Record<string, unknown>>;

export interface Import {
  /** As written; `undefined` where it is computed and so cannot be checked. */
  readonly specifier: string | undefined;
  /** A path of the tree for a relative import, otherwise the package's name (`node:fs`, `@slack/bolt`). */
  readonly target: string;
  readonly names: readonly string[];
}

export interface SourceFile {
  readonly path: string;
  readonly lines: number;
  readonly imports: readonly Import[];
  readonly nodes: readonly Node[];
  readonly reExportsOnly: boolean;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

export function parseTree(tree: SourceTree): SourceFile[] {
  return Object.entries(tree)
    .filter(([path]) => /\.tsx?$/.test(path))
    .map(([path, text]) => parseFile(path, text, tree));
}

function parseFile(path: string, text: string, tree: SourceTree): SourceFile {
  const { program, errors } = parseSync(path, text);
  const [error] = errors;
  if (error) throw new Error(`${path}: ${error.message}`);
  const nodes = [...walk(program)];
  return {
    path,
    lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0),
    imports: nodes.flatMap((node) => importOf(node, path, tree) ?? []),
    nodes,
    reExportsOnly: program.body.every(isReExport),
  };
}

function* walk(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const item of value) yield* walk(item);
  if (!isNode(value)) return;
  yield value;
  for (const child of Object.values(value)) yield* walk(child);
}

/** Every way in which one module can name another, type-only and dynamic ones included. */
function importOf(node: Node, path: string, tree: SourceTree): Import | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'ImportExpression':
    case 'TSImportType':
      return importFrom(node.source, node, path, tree);
    case 'ExportNamedDeclaration':
      return node.source ? importFrom(node.source, node, path, tree) : undefined;
    case 'TSExternalModuleReference':
      return importFrom(node.expression, node, path, tree);
    case 'CallExpression': {
      const [first] = Array.isArray(node.arguments) ? node.arguments : [];
      return identifier(node.callee) === 'require' ? importFrom(first, node, path, tree) : undefined;
    }
    default:
      return undefined;
  }
}

function importFrom(source: unknown, node: Node, path: string, tree: SourceTree): Import {
  const specifier = textOf(source);
  const specifiers = Array.isArray(node.specifiers) ? node.specifiers.filter(isNode) : [];
  return {
    specifier,
    target: specifier === undefined ? '' : resolve(specifier, path, tree),
    names: specifiers.map(
      (item) => identifier(item.imported) ?? (item.type === 'ImportSpecifier' ? '' : '*'),
    ),
  };
}

function textOf(source: unknown): string | undefined {
  if (!isNode(source)) return undefined;
  if (source.type === 'Literal' && typeof source.value === 'string') return source.value;
  const { quasis } = source;
  if (source.type !== 'TemplateLiteral' || !Array.isArray(quasis) || quasis.length !== 1) return undefined;
  return (quasis[0] as { value: { cooked: string } }).value.cooked;
}

function resolve(specifier: string, path: string, tree: SourceTree): string {
  if (!specifier.startsWith('.')) return packageName(specifier);
  const target = posix.join(posix.dirname(path), specifier.replace(/[?#].*$/, ''));
  const bare = target.replace(/\.jsx?$/, '');
  const candidates = [target, `${bare}.ts`, `${bare}.tsx`, `${bare}/index.ts`, `${bare}/index.tsx`];
  return candidates.find((candidate) => candidate in tree) ?? target;
}

/** `kysely/helpers/postgres` → `kysely`; `process` → `node:process`. */
function packageName(specifier: string): string {
  if (specifier === 'process' || specifier === 'crypto' || specifier === 'perf_hooks')
    return `node:${specifier}`;
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

function isReExport(statement: unknown): boolean {
  if (!isNode(statement)) return false;
  if (statement.type === 'ImportDeclaration' || statement.type === 'ExportAllDeclaration') return true;
  return statement.type === 'ExportNamedDeclaration' && !statement.declaration;
}

const identifier = (node: unknown): string | undefined =>
  isNode(node) && node.type === 'Identifier' && typeof node.name === 'string' ? node.name : undefined;

/** `Date.now` for a member access on a plain name, whether called or passed on; `globalThis.` is looked through. */
export function memberPath(node: Node): string | undefined {
  if (node.type !== 'MemberExpression') return undefined;
  const property = node.computed ? textOf(node.property) : identifier(node.property);
  const object = isNode(node.object) ? (memberPath(node.object) ?? identifier(node.object)) : undefined;
  if (property === undefined || object === undefined) return undefined;
  return object === 'globalThis' ? property : `${object}.${property}`;
}

/** `new Date()`, `Date()`, `DateTime.now()` → their callee and how many arguments they get. */
export function callOf(node: Node): { callee: string; args: number } | undefined {
  if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return undefined;
  const callee = isNode(node.callee) ? (memberPath(node.callee) ?? identifier(node.callee)) : undefined;
  const args = Array.isArray(node.arguments) ? node.arguments.length : 0;
  return callee === undefined ? undefined : { callee, args };
}

/** `const { env } = process` → `process.env`. */
export function destructuredPaths(node: Node): string[] {
  if (node.type !== 'VariableDeclarator' || !isNode(node.id) || node.id.type !== 'ObjectPattern') return [];
  const object = isNode(node.init) ? (memberPath(node.init) ?? identifier(node.init)) : undefined;
  const properties = Array.isArray(node.id.properties) ? node.id.properties.filter(isNode) : [];
  return object === undefined
    ? []
    : properties.map((property) => `${object}.${identifier(property.key) ?? '*'}`);
}
