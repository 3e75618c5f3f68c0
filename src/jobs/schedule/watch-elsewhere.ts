import type { LedgerEntry } from '../../ledger/life/types.ts';
import type { EditOutcome } from '../../plan/outcome.ts';
import type { PlannedAction, PlannedEdit } from '../../plan/types.ts';
import { describeError } from '../../shared/describe-error.ts';
import { readStopReason } from '../stop-reason.ts';
import { endEdit, takeDelivered } from '../endings.ts';
import type { EditDeps, ElsewhereEnd } from '../types.ts';

/** How an edit goes on after another run was at it: with its end, or with what this run is to do about it now. */
export type AfterElsewhere =
  | { readonly kind: 'ended'; readonly outcome: EditOutcome }
  | { readonly kind: 'goes-on'; readonly action: PlannedAction };

/** Waits, as long as the run has time, for an edit that another run is at. Sends nothing; never throws. */
export async function watchElsewhere(
  edit: PlannedEdit,
  entry: LedgerEntry,
  deps: EditDeps,
): Promise<AfterElsewhere> {
  const { signal } = deps.deadline;
  let end: ElsewhereEnd;
  try {
    deps.onChange({ kind: 'other-run', edit, entry });
    end = await deps.claims.waitElsewhere(edit, entry, signal);
  } catch (error) {
    const why = signal.aborted ? readStopReason(signal).message : describeError(error);
    const message =
      `Another run is at it, and may have sent it: ${entry.step.url}. ` +
      `It was waited for until this: ${why}. Run again when that run has ended.`;
    return {
      kind: 'ended',
      outcome: endEdit(edit, {
        state: 'pending',
        job: { kind: 'none' },
        error: { code: 'other-run', message },
      }),
    };
  }
  switch (end.kind) {
    case 'submitted':
      return { kind: 'goes-on', action: { kind: 'collect', entry: end.entry } };
    case 'free':
      return { kind: 'goes-on', action: { kind: 'submit', over: [] } };
    case 'unclear':
      return { kind: 'goes-on', action: { kind: 'hold', entry: end.entry } };
    case 'delivered':
      return { kind: 'ended', outcome: endEdit(edit, await takeDelivered(end, deps)) };
  }
}
