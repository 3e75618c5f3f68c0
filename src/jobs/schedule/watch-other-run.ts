import type { LedgerEntry } from '../../ledger/life/types.ts';
import type { PlannedEdit } from '../../plan/types.ts';
import { describeError } from '../../shared/describe-error.ts';
import { endEdit, takeDelivered } from '../endings.ts';
import { describeStop, readStopReason } from '../stop-reason.ts';
import type { AfterStep, OtherRunAnswer, Uses } from '../types.ts';

/** Waits, as long as the run has time, for an edit that another run is working on. Sends nothing; never throws. */
export async function watchOtherRun(
  edit: PlannedEdit,
  entry: LedgerEntry,
  deps: Uses<'claims' | 'queue' | 'deadline' | 'onChange'>,
): Promise<AfterStep> {
  const { signal } = deps.deadline;
  let answer: OtherRunAnswer;
  try {
    deps.onChange({ kind: 'other-run', edit, entry });
    answer = await deps.claims.waitForOtherRun(edit, entry, signal);
  } catch (error) {
    const stopped = signal.aborted
      ? describeStop('Stopped waiting', readStopReason(signal))
      : `Stopped waiting: ${describeError(error)}.`;
    const message =
      `Another run (${entry.step.url}) claimed this edit and may have submitted it. ` +
      `${stopped} Run again when that run has ended.`;
    const job = { kind: 'none' } as const;
    return {
      kind: 'ended',
      outcome: endEdit(edit, { state: 'pending', job, error: { code: 'other-run', message } }),
    };
  }
  switch (answer.kind) {
    case 'submitted':
      return { kind: 'goes-on', action: { kind: 'collect', entry: answer.entry } };
    case 'free':
      return { kind: 'goes-on', action: { kind: 'submit', over: [] } };
    case 'unknown':
      return { kind: 'goes-on', action: { kind: 'hold', entry: answer.entry } };
    case 'delivered':
      return { kind: 'ended', outcome: endEdit(edit, await takeDelivered(answer, deps)) };
  }
}
