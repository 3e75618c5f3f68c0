import { createHash } from 'node:crypto';

import type { ReviewedEdit } from '../../plan/review/types.ts';
import { PLAN_FILE_VERSION, type PlanFile } from './types.ts';

/** A plan as a file holds it, with its digest. */
export function createPlanFile(facts: Omit<PlanFile, 'version' | 'digest'>): PlanFile {
  return { version: PLAN_FILE_VERSION, ...facts, digest: digestPlan(facts) };
}

/**
 * Hex SHA-256 over what a plan decides: what happens to which edit, for which pictures, to which paths. Descriptions,
 * changes, costs, times, problems, and the order of the spec are not in it.
 */
export function digestPlan({
  spec,
  destination,
  edits,
  orphaned,
}: Pick<PlanFile, 'spec' | 'destination' | 'edits' | 'orphaned'>): string {
  const facts = [
    spec.path,
    destination,
    edits.map(decisionOf).toSorted(compareFirst),
    orphaned
      .filter(({ isRemoved }) => isRemoved)
      .map(({ id }) => id)
      .toSorted(),
  ];
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex');
}

type Decision = readonly [id: string, ...facts: readonly unknown[]];

function decisionOf({ id, fingerprint, action, output, status }: ReviewedEdit): Decision {
  switch (status.kind) {
    case 'shared':
      return [id, fingerprint, action, output, status.with];
    case 'moved':
      return [id, fingerprint, action, output, status.from, status.files.map(({ to }) => to)];
    case 'aside':
      return [id, fingerprint, action, output, status.from];
    case 'adopted':
      return [id, fingerprint, action, output, status.files.map(({ to }) => to)];
    case 'new':
    case 'changed':
    case 'unchanged':
    case 'pending':
    case 'blocked':
    case 'frozen':
    case 'skipped':
      return [id, fingerprint, action, output];
  }
}

/** By code unit, so that the order is the same on every machine. */
function compareFirst([a]: Decision, [b]: Decision): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
