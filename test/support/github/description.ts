import { readFileSync } from 'node:fs';

/** A schema of the description, as JSON Schema; `$ref` leads to `$defs`. */
export type Schema = Readonly<Record<string, unknown>>;

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly schema: Schema;
}

/** One call that GitHub describes. */
export interface Operation {
  /** E.g. `issues/list-comments`. */
  readonly id: string;
  readonly method: string;
  /** With placeholders, e.g. `/repos/{owner}/{repo}/git/ref/{ref}`. */
  readonly path: string;
  readonly parameters: readonly Parameter[];
  /** Absent if it takes none. */
  readonly body?: Schema;
  /** By status; null: no content. */
  readonly answers: Readonly<Record<string, Schema | null>>;
}

interface Description {
  readonly operations: readonly Operation[];
  readonly $defs: Readonly<Record<string, Schema>>;
}

/** GitHub's own description of what the action uses of its REST API; made by scripts/cut-github-api.ts. */
export const description = JSON.parse(
  readFileSync(new URL('description.json', import.meta.url), 'utf8'),
) as Description;

/** A call as the description names it, with the values of the placeholders, decoded. */
export interface Call {
  readonly operation: Operation;
  readonly params: Readonly<Record<string, string>>;
}

const patterns = description.operations.map((operation) => ({
  operation,
  names: [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name),
  // Names of refs hold slashes.
  pattern: new RegExp(
    `^${operation.path.replaceAll(/\{(\w+)\}/g, (_, name) => (name === 'ref' || name === 'branch' ? '(.+)' : '([^/]+)'))}$`,
  ),
}));

/** Finds the operation of a request by its path, without the query; undefined if none is described. */
export function findCall(method: string, path: string): Call | undefined {
  for (const { operation, names, pattern } of patterns) {
    const match = operation.method === method ? pattern.exec(path) : null;
    if (match === null) continue;
    const params = names.map((name, index) => [name, decodeURIComponent(match[index + 1] ?? '')]);
    return { operation, params: Object.fromEntries(params) as Record<string, string> };
  }
  return undefined;
}

const ERROR: Schema = { $ref: '#/$defs/basic-error' };

/** The schema of an answer; null: no content. Errors that GitHub gives to any call are not described with each. */
export function answerSchema({ answers }: Operation, status: number): Schema | null | undefined {
  const described = answers[String(status)];
  return status >= 400 ? (described ?? ERROR) : described;
}
