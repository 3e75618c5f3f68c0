import { compareInFile } from '../shared/problem.ts';
import type { EditSoFar } from './types.ts';

/**
 * Edits in the order of the spec, in which people look for them; edits of one matrix keep their order. A run makes them
 * in the plan's order instead: each after those it needs.
 */
export function inSpecOrder<T extends Pick<EditSoFar, 'edit'>>(edits: readonly T[]): readonly T[] {
  return edits.toSorted(({ edit: { at: a } }, { edit: { at: b } }) => compareInFile(a, b));
}
