import { isDeepStrictEqual } from 'node:util';

import { isUntouched } from '../../plan/outputs.ts';
import type { PlannedEdit } from '../../plan/types.ts';
import { findBlocked } from '../../plan/review/find-blocked.ts';
import { describeOptions } from '../../plan/review/review-plan.ts';
import { describeReference, nameImage } from '../../plan/review/name-reference.ts';
import type { ReviewedEdit } from '../../plan/review/types.ts';
import type { Recorded } from '../../lock/types.ts';
import { plural } from '../../shared/format.ts';
import { listErrors, type Position } from '../../shared/problem.ts';
import type { Clause } from '../../shared/sentence.ts';
import { findSentSince } from './find-sent-since.ts';
import type { PlanFile } from './types.ts';

/** What a run would do now. */
export interface PlanNow {
  /** Path of the spec. */
  readonly spec: string;
  /** Where the pictures go, as the ledger names it. */
  readonly destination: string;
  readonly edits: readonly PlannedEdit[];
  readonly recorded: Recorded | undefined;
  /** Ids of finished edits that would be removed from the branch. */
  readonly removed: readonly string[];
  /**
   * Whether the run leaves out what the plan does not send. A job of a divided plan does: work that was to be collected may have failed
   * since, and must not stop the other edits.
   */
  readonly leavesOut: boolean;
}

/** Something that a run would do in another way than a plan says. */
export interface Deviation {
  /** Absent if it is about the plan as a whole. */
  readonly edit?: string;
  readonly at?: Position;
  readonly why: Clause;
}

/**
 * What a run would do in another way than an approved plan says; pure. Empty if each edit that the plan sends is sent now
 * or is already paid for, and nothing else is sent, brought to the branch, renamed or removed.
 */
export function findDeviations(approved: PlanFile, now: PlanNow): readonly Deviation[] {
  const whole = describeOther(approved, now);
  if (whole.length > 0) return whole.map((why) => ({ why }));
  const blocked = findBlocked(now.edits);
  const planned = new Map(approved.edits.map((edit) => [edit.id, edit]));
  const present = new Set(now.edits.map(({ id }) => id));
  const isRemovedAsPlanned = new Set(
    approved.orphaned.flatMap(({ id, isRemoved }) => (isRemoved ? [id] : [])),
  );
  return [
    ...now.edits.flatMap((edit): readonly Deviation[] => {
      const why = blocked.has(edit.id) ? undefined : judgeEdit(edit, planned.get(edit.id), approved, now);
      return why === undefined ? [] : [{ edit: edit.id, at: edit.at, why }];
    }),
    ...approved.edits
      .filter(({ id, action }) => action === 'submit' && !present.has(id))
      .map(({ id }) => ({ edit: id, why: 'it was to be sent and is no longer part of the run' })),
    ...now.removed
      .filter((id) => !isRemovedAsPlanned.has(id))
      .map((id) => ({ edit: id, why: 'its files would be removed from the branch' })),
  ];
}

/** Why the plan is not for this run at all. */
function describeOther(approved: PlanFile, now: PlanNow): readonly Clause[] {
  const errors = listErrors(approved.problems).length;
  const differs = (what: string, then: string, today: string): readonly Clause[] =>
    then === today ? [] : [`the plan is for ${what} \`${then}\`, and this run is for \`${today}\``];
  return [
    ...(errors > 0 ? [`the plan has ${plural(errors, 'error')}`] : []),
    ...differs('the spec', approved.spec.path, now.spec),
    ...differs('the destination', approved.destination, now.destination),
  ];
}

function judgeEdit(
  edit: PlannedEdit,
  then: ReviewedEdit | undefined,
  approved: PlanFile,
  { recorded, leavesOut }: PlanNow,
): Clause | undefined {
  const { kind } = edit.action;
  if (then === undefined) return isActedOn(edit) ? 'it is not in the plan' : undefined;
  const isToSend = then.action === 'submit';
  // What another run works on is sent by this one only if the plan says so; see `listApproved`.
  if (!isToSend && kind !== 'submit') return judgeUnsent(edit, then);
  if (kind === 'skip') return `it was to be sent, and is left out: ${edit.action.reason}`;
  if (contentOf(edit) !== then.fingerprint) return describeOtherContent(edit, then);
  if (!isToSend) return leavesOut ? undefined : describeNewSend(then);
  return judgeOutput(edit, then) ?? findSentSince(edit, approved.createdAt, recorded);
}

/** An edit that is not sent, neither by the plan nor now: its pictures may still be brought, moved or removed. */
function judgeUnsent(edit: PlannedEdit, then: ReviewedEdit): Clause | undefined {
  const { action, fingerprint } = edit;
  const { status } = then;
  if (isActedOn(edit) && fingerprint !== then.fingerprint) return describeOtherContent(edit, then);
  if (action.kind === 'adopt' && status.kind === 'adopted' && action.on.branch !== status.branch)
    return `its pictures would be copied from branch \`${action.on.branch}\`, and not from \`${status.branch}\``;
  return judgeOutput(edit, then);
}

/** Whether anything comes of the edit: not if it is unchanged or left out. */
function isActedOn(edit: PlannedEdit): boolean {
  switch (edit.action.kind) {
    case 'skip':
    case 'hold':
      return false;
    case 'unchanged':
    case 'aside':
      return !isUntouched(edit);
    case 'submit':
    case 'collect':
    case 'other-run':
    case 'share':
    case 'adopt':
      return true;
  }
}

function judgeOutput({ output, action }: PlannedEdit, then: ReviewedEdit): Clause | undefined {
  if (action.kind === 'skip' || action.kind === 'hold' || output === then.output) return undefined;
  return `its pictures would be saved as \`${output}\`, and not as \`${then.output}\``;
}

/** The fingerprint of the pictures that the edit will have. */
function contentOf({ action, fingerprint }: PlannedEdit): string {
  return action.kind === 'unchanged' ? action.entry.fingerprint : fingerprint;
}

function describeNewSend({ action }: ReviewedEdit): Clause {
  switch (action) {
    case 'unchanged':
    case 'aside':
      return 'it would be sent, and its pictures were unchanged in the plan';
    case 'adopt':
      return 'it would be sent, and its pictures were to be adopted in the plan';
    case 'collect':
      return 'it would be sent, and it was paid for already in the plan';
    case 'other-run':
      return 'it would be sent, because the run that worked on it has ended without sending it';
    case 'hold':
      return 'it would be sent, and it was on hold in the plan';
    case 'share':
    case 'skip':
    case 'submit':
      return 'it would be sent, and it was not to be sent in the plan';
  }
}

/** What of the request is another one than in the plan. */
function describeOtherContent(edit: PlannedEdit, then: ReviewedEdit): Clause {
  const names = (references: readonly string[]): string => references.join('\n');
  const differs = [
    ...(edit.prompt === then.prompt ? [] : ['prompt']),
    ...(edit.model === then.model ? [] : ['model']),
    ...(edit.size?.wire === then.size ? [] : ['size']),
    ...(isDeepStrictEqual(describeOptions(edit.options), then.options ?? {}) ? [] : ['options']),
    ...(names(edit.images.map((image) => describeReference(nameImage(image)))) ===
    names(then.references.map(describeReference))
      ? []
      : ['references']),
  ];
  const what = differs.length > 0 ? differs.join(', ') : 'content of a reference, or a setting';
  return `it is not what was planned (changed: ${what})`;
}
