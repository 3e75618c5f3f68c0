import type { Position } from '../shared/problem.ts';

/** Where a value stands in the spec's tree: keys of maps and indexes (from 0) of lists. */
export type SpecPath = readonly (string | number)[];

/** What to point at: a value of the spec or its key, a piece of text inside a value, or a place known already. */
export type Place =
  | { readonly path: SpecPath; readonly on: 'key' | 'value' }
  /** The first place of `text` within the value's source; the value's beginning where it is not found. */
  | { readonly path: SpecPath; readonly on: 'text'; readonly text: string }
  | { readonly path?: never; readonly position: Position };

/** A problem of the spec before its place was looked up: looking up is only done where something is wrong. */
export interface SpecIssue {
  readonly severity: 'error' | 'warning';
  /** One or two plain sentences, no position. */
  readonly message: string;
  readonly place: Place;
  /** Expanded id, for problems that not every combination of a matrix has. */
  readonly edit?: string;
  /** Issues of one place and rule are shown as one; by default the message is the rule. */
  readonly rule?: string;
}

/** Text of the spec in a message, as code: shortened, on one line. */
export function quote(text: string | number | boolean): string {
  const line = String(text).replaceAll(/\s+/g, ' ');
  return `\`${line.length > 80 ? `${line.slice(0, 79)}…` : line}\``;
}
