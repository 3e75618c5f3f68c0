import { listSome } from '../shared/list-some.ts';
import { compareInFile, type Position, type Problem } from '../shared/problem.ts';

/** Something found about one image of one edit. */
export interface Finding {
  readonly severity: Problem['severity'];
  readonly at: Position;
  /** Kebab-case. Findings of one rule at one position become one problem. */
  readonly rule: string;
  /** What it is about, safe to show: a path or a URL. Empty if it is about the edit as a whole. */
  readonly subject: string;
  /** Sentences that name the subject, the fact and what to do. */
  readonly message: string;
  /** The expanded id of the edit. */
  readonly edit: string;
}

/** A message names at most this many, so that it stays far below the 4,096 characters of an annotation. */
const MAX_NAMES = 5;

/**
 * Turns findings into problems: one for each position and rule, however many edits a matrix made from that
 * position. Each names the other subjects and the edits. Sorted by position.
 */
export function groupFindings(findings: readonly Finding[]): readonly Problem[] {
  const groups = Map.groupBy(findings, ({ at, rule }) => JSON.stringify([at.file, at.line, at.column, rule]));
  return [...groups.values()].map(describeGroup).toSorted((a, b) => comparePositions(a.at, b.at));
}

function describeGroup(group: readonly Finding[]): Problem & { readonly at: Position } {
  const [first] = group;
  if (first === undefined) throw new RangeError('A group has at least one finding.');
  const subjects = new Set(group.map(({ subject }) => subject));
  subjects.delete(first.subject);
  const edits = [...new Set(group.map(({ edit }) => edit))];
  const others = subjects.size === 0 ? '' : ` The same applies to ${listNames([...subjects])}.`;
  const users = ` (edit${edits.length === 1 ? '' : 's'} ${listNames(edits)})`;
  return { severity: first.severity, at: first.at, message: `${first.message}${others}${users}` };
}

function listNames(names: readonly string[]): string {
  const shown = names.map((name) => `\`${name}\``);
  if (shown.length > MAX_NAMES) return listSome(shown, MAX_NAMES);
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1) ?? ''}`;
}

function comparePositions(a: Position, b: Position): number {
  return a.file.localeCompare(b.file, 'en') || compareInFile(a, b);
}
