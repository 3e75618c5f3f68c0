import { plural } from '../../shared/format.ts';
import { listStatements } from '../../shared/list-some.ts';
import type { Problem } from '../../shared/problem.ts';
import type { Deviation } from './find-deviations.ts';

/** Number of edits that the message names. */
const MAX_NAMED = 20;

/** Why a run does not apply an approved plan, as one error; undefined if it may. `createdAt`: when the plan was made. */
export function describeDeviations(deviations: readonly Deviation[], createdAt: string): Problem | undefined {
  const [first] = deviations;
  if (first === undefined) return undefined;
  const items = deviations.map(({ edit, why }) => (edit === undefined ? why : `\`${edit}\`: ${why}`));
  const count = plural(deviations.length, 'difference');
  const message =
    `Nothing was sent: this run would not do exactly what the plan of ${createdAt} says (${count}). ` +
    `${listStatements(items, MAX_NAMED)}. Plan again, and apply the new plan.`;
  return { severity: 'error', message, ...(first.at !== undefined && { at: first.at }) };
}
