import type { JudgedLedger } from '../ledger/look-at-ledger.ts';
import { isDebt } from '../../ledger/life/debt.ts';
import { hasAnswer } from '../../ledger/life/change-entry.ts';
import { KEPT_DAYS } from '../../ledger/life/prune.ts';
import type { LedgerEntry } from '../../ledger/life/types.ts';
import { hasPictures } from '../../plan/outputs.ts';
import type { Plan, PlannedEdit } from '../../plan/types.ts';
import { jobUrl } from '../../queue/job-url.ts';
import { formatAge } from '../../shared/format-age.ts';
import type { Problem } from '../../shared/problem.ts';
import { plural } from '../../shared/format.ts';

/** What the judgement of a stray entry depends on. */
export interface StrayFacts {
  readonly plan: Plan;
  /** Every id of the spec, also of edits that this run is not about. */
  readonly specIds: ReadonlySet<string>;
  /** Where the pictures of this run are to go. */
  readonly destination: string;
  /** Milliseconds since the epoch. */
  readonly nowMs: number;
  /** Of the service: results stay readable there, with the token. */
  readonly apiUrl: string;
}

/**
 * Warnings about work that was paid for, or may have been, and that no edit of this run covers: its prompt, pictures or
 * settings have changed since, or it left the spec; pure. There is no warning about work of a run that is still
 * going on, or about edits that are not part of this run.
 */
export function findStrays(
  inFlight: JudgedLedger,
  { plan, specIds, destination, nowMs, apiUrl }: StrayFacts,
): readonly Problem[] {
  const wanted = new Map(plan.edits.map((edit) => [edit.fingerprint, edit]));
  const planned = new Set(plan.edits.map(({ id }) => id));
  const judged = [...inFlight.values()].flat();
  const unasked = judged
    .filter(({ entry, verdict }) => {
      const isOfRun = planned.has(entry.edit) || !specIds.has(entry.edit);
      const isOver = verdict === 'unknown' || nowMs > entry.overAtMs;
      return isOfRun && isOver && entry.state !== 'delivered' && !wanted.has(entry.fingerprint);
    })
    .map(({ entry }) => {
      const todo = `It is forgotten after ${plural(KEPT_DAYS, 'day')}.`;
      return warning(
        `${describeWork(entry, nowMs, apiUrl)}, and no edit of the spec asks for these pictures anymore. ${todo}`,
      );
    });
  const hidden = judged.filter(
    ({ entry }) => entry.destination === destination && isHidden(entry, wanted.get(entry.fingerprint)),
  );
  return [
    ...unasked,
    ...hidden.map(({ entry }) =>
      warning(
        `${describeWork(entry, nowMs, apiUrl)}, but older pictures of it are on the branch. A run with \`force: ${entry.edit}\` collects it without paying again.`,
      ),
    ),
  ];
}

/** Whether an edit stays as it is although a run sent it again on purpose and did not get to deliver it. */
function isHidden(entry: LedgerEntry, edit: PlannedEdit | undefined): boolean {
  if ((edit?.action.kind !== 'unchanged' && edit?.action.kind !== 'aside') || entry.state !== 'accepted')
    return false;
  return (
    edit.action.entry.fingerprint === entry.fingerprint && edit.action.entry.requestId !== entry.requestId
  );
}

/** Warnings about entries that are now too old to keep; pure. There is none if the pictures are on the branch. */
export function describePruned(
  pruned: readonly LedgerEntry[],
  { plan, nowMs, apiUrl }: Pick<StrayFacts, 'plan' | 'nowMs' | 'apiUrl'>,
): readonly Problem[] {
  const delivered = new Set(
    plan.edits.flatMap(({ action }) => (hasPictures(action) ? action.entry.requestId : [])),
  );
  return pruned
    .filter((entry) => isDebt(entry) || !(hasAnswer(entry) && delivered.has(entry.requestId)))
    .map((entry) => warning(`${describeWork(entry, nowMs, apiUrl)}, and is forgotten now.`));
}

function describeWork(entry: LedgerEntry, nowMs: number, apiUrl: string): string {
  const { edit, destination, step } = entry;
  if (!hasAnswer(entry)) {
    const age = formatAge(nowMs - entry.claimedAtMs);
    return `Edit ${edit} may have been sent ${age} ago by ${step.url}; it is not known whether it was accepted and paid for`;
  }
  const { requestId, submittedAtMs } = entry;
  const age = formatAge(nowMs - submittedAtMs);
  if (isDebt(entry))
    return `Edit ${edit} is on the branch, but its upload to an artifact failed (request ${requestId}; ${step.url})`;
  const job = `request ${requestId}, sent ${age} ago, result at ${jobUrl(apiUrl, requestId, 'result')}`;
  return `Edit ${edit} was paid for and never delivered (to ${destination}; ${job})`;
}

function warning(message: string): Problem {
  return { severity: 'warning', message };
}
