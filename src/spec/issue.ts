import type { Position } from '../shared/problem.ts';

/** The path of a value in the spec's tree: keys of maps and indexes (from 0) of lists. */
export type SpecPath = readonly (string | number)[];

/** What to point at: a value of the spec or its key, a piece of text inside a value, or a known position. */
export type Pointer =
  | { readonly path: SpecPath; readonly on: 'key' | 'value' }
  /** The first occurrence of `text` in the value's source; the beginning of the value if there is none. */
  | { readonly path: SpecPath; readonly on: 'text'; readonly text: string }
  | { readonly path?: never; readonly position: Position };

/** A problem of the spec whose position is not looked up yet: positions are computed only for problems. */
export interface SpecIssue {
  readonly severity: 'error' | 'warning';
  /** One or two plain sentences, no position. */
  readonly message: string;
  readonly pointer: Pointer;
  /** Expanded id, for problems that may affect only some combinations of a matrix. */
  readonly edit?: string;
  /** Issues with the same pointer and rule are shown as one; by default, the message is the rule. */
  readonly rule?: string;
}

/** Text of the spec as code in a message: shortened, on one line. */
export function quote(text: string | number | boolean): string {
  const line = String(text).replaceAll(/\s+/g, ' ');
  return `\`${line.length > 80 ? `${line.slice(0, 79)}…` : line}\``;
}

/** A value for people: maps and lists by their kind. */
export function showValue(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'a map';
  return quote(String(value));
}

/** Steps into a value as a name: `images[2]`, `vars.brand`. */
export function nameSteps(steps: SpecPath): string {
  return steps
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index > 0 ? '.' : ''}${step}`))
    .join('');
}
