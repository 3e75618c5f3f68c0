import { recordEdit } from '../../../src/deliver/branch/record-edit.ts';
import type { LockEntry, Recorded } from '../../../src/lock/types.ts';
import type { SucceededEdit } from '../../../src/plan/outcome.ts';
import { reviewPlan } from '../../../src/plan/review/review-plan.ts';
import type { PlanReview, ReviewedEdit, ReviewFacts } from '../../../src/plan/review/types.ts';
import type { PlanOptions } from '../../../src/plan/plan-edits.ts';
import type { InspectedEdit, InspectedFile } from '../../../src/references/types.ts';
import { NOW } from '../../ledger/samples.ts';
import { sampleFile } from '../../report/sample-run.ts';
import { outcomeOf } from '../../support/outcome-of.ts';
import { plan, recorded } from '../recorded-work.ts';

export const OLD_COMMIT = '1'.repeat(40);
export const NEW_COMMIT = '2'.repeat(40);
export const BRANCH_COMMIT = '3'.repeat(40);

/** A reference file; its bytes are named by one letter. */
export function file(path: string, bytes = 'a'): InspectedFile {
  return {
    kind: 'file',
    path,
    absolutePath: `/repo/${path}`,
    sha256: bytes.repeat(64),
    gitBlob: bytes.repeat(40),
    bytes: 1,
    type: 'image/png',
    width: 1,
    height: 1,
    at: { file: 'edits.yml', line: 1, column: 1 },
  };
}

/** What the branch records once these edits are made, exactly as a run records it. */
export function made(edits: readonly InspectedEdit[], changes: Partial<LockEntry> = {}): Recorded {
  const facts = { actionVersion: '1.0.0', specCommit: OLD_COMMIT, nowMs: NOW };
  return recorded(
    plan(edits.map((edit) => ({ ...edit, frozen: false }))).edits.map((edit) => {
      const files = [sampleFile(`${edit.output}.jpg`)];
      const outcome = outcomeOf(edit, 'succeeded', { files, requestId: edit.id, costUsd: 0.03 });
      return [edit.id, { ...recordEdit(outcome as SucceededEdit, facts), ...changes }];
    }),
  );
}

interface Options extends Partial<Omit<PlanOptions, 'spec'>>, Partial<Omit<ReviewFacts, 'forced'>> {
  /** Of all edits. */
  readonly model?: string;
  readonly fromSpec?: readonly InspectedEdit[];
}

/** The review of a plan for these edits. */
export function review(edits: readonly InspectedEdit[], options: Options = {}): PlanReview {
  const { fromSpec = edits, model, forced = new Set<string>(), ...facts } = options;
  const planned = plan(edits, { ...options, spec: fromSpec, ...(model !== undefined && { model }), forced });
  return reviewPlan(planned, {
    spec: 'edits.yml',
    branch: { commit: BRANCH_COMMIT, directory: '' },
    specIds: new Set(fromSpec.map(({ id }) => id)),
    prune: false,
    commitOf: () => NEW_COMMIT,
    nowMs: NOW,
    ...facts,
    forced,
  });
}

/** The review of one edit of a plan. */
export function reviewOf(id: string, { edits }: PlanReview): ReviewedEdit {
  const found = edits.find((edit) => edit.id === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
}
