import type { Position, Problem } from '../shared/problem.ts';

/** Something found about one image of one edit. */
export interface Finding {
  readonly severity: Problem['severity'];
  readonly at: Position;
  /** Kebab-case; findings of one rule at one place become one problem. */
  readonly rule: string;
  /** What it is about, fit to be shown: a path, an address. Empty where it is the edit as a whole. */
  readonly subject: string;
  /** Whole sentences that name the subject, the fact and what to do. */
  readonly message: string;
  /** The expanded id of the edit. */
  readonly edit: string;
}

/** So many names of a list are spelled out, so that a message stays far below an annotation's 4,096 characters. */
const MAX_NAMES = 5;

/**
 * Makes problems of findings: one for each place in the spec and rule, however many edits a matrix made of
 * that place, with the other subjects and the edits named. In the order of the places.
 */
export function groupFindings(findings: readonly Finding[]): readonly Problem[] {
  const groups = Map.groupBy(findings, ({ at, rule }) => JSON.stringify([at.file, at.line, at.column, rule]));
  return [...groups.values()].map(describeGroup).toSorted((a, b) => comparePlaces(a.at, b.at));
}

function describeGroup(group: readonly Finding[]): Problem & { readonly at: Position } {
  const [first] = group;
  if (first === undefined) throw new RangeError('A group has at least one finding.');
  const subjects = new Set(group.map(({ subject }) => subject));
  subjects.delete(first.subject);
  const edits = [...new Set(group.map(({ edit }) => edit))];
  const others = subjects.size === 0 ? '' : ` The same holds for ${listNames([...subjects])}.`;
  const users = ` (edit${edits.length === 1 ? '' : 's'} ${listNames(edits)})`;
  return { severity: first.severity, at: first.at, message: `${first.message}${others}${users}` };
}

function listNames(names: readonly string[]): string {
  const shown = names.slice(0, MAX_NAMES).map((name) => `\`${name}\``);
  const rest = names.length - shown.length;
  if (rest > 0) return `${shown.join(', ')} and ${rest} more`;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1) ?? ''}`;
}

function comparePlaces(a: Position, b: Position): number {
  return a.file.localeCompare(b.file, 'en') || a.line - b.line || a.column - b.column;
}
