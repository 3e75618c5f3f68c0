import type { LedgerEntry, PaidJob } from '../../ledger/life/types.ts';
import type { MediaFile } from '../../media/types.ts';
import type { EditOutcome, SucceededEdit } from '../../plan/outcome.ts';
import type { PlannedEdit } from '../../plan/types.ts';
import type { EditError } from '../../shared/edit-error.ts';

/** What to do with an edit that has not begun. */
export type NextStep =
  | { readonly kind: 'start' }
  | { readonly kind: 'wait' }
  /** The service accepted it in an earlier run: it is followed and fetched. */
  | { readonly kind: 'collect'; readonly entry: PaidJob }
  /** Another run is at it: that is waited for. */
  | { readonly kind: 'watch'; readonly entry: LedgerEntry }
  /** It may have been sent, and nobody knows: it ends as unknown. */
  | { readonly kind: 'hold'; readonly entry: LedgerEntry }
  /** Its pictures are there already: the edit ends with these. */
  | { readonly kind: 'unchanged'; readonly requestId: string; readonly files: readonly MediaFile[] }
  /** Its pictures are those of an edit that succeeded. */
  | { readonly kind: 'share'; readonly twin: SucceededEdit }
  | { readonly kind: 'skip'; readonly error: EditError };

/** What the next steps of a run's edits are decided by. */
export interface RunState {
  /** The outcomes so far, by id. */
  readonly ended: ReadonlyMap<string, EditOutcome>;
  /** Whether an edit is still to come or on its way. */
  readonly isComing: (id: string) => boolean;
  /** Why nothing more may be submitted; absent as long as it may. */
  readonly stopped: EditError | undefined;
}

/** Decides about an edit that has not begun. */
export function planNextStep(edit: PlannedEdit, run: RunState): NextStep {
  const { action } = edit;
  switch (action.kind) {
    case 'skip':
      return { kind: 'skip', error: { code: 'not-planned', message: action.reason } };
    case 'unchanged':
      return { kind: 'unchanged', requestId: action.entry.requestId, files: action.files };
    case 'collect':
      return { kind: 'collect', entry: action.entry };
    case 'other-run':
      return { kind: 'watch', entry: action.entry };
    case 'hold':
      return { kind: 'hold', entry: action.entry };
    case 'share':
      return planShare(action.with, run);
    case 'submit':
      return planSubmit(edit, run);
  }
}

function planSubmit({ needs }: PlannedEdit, { ended, isComing, stopped }: RunState): NextStep {
  for (const id of needs) {
    const state = ended.get(id)?.state;
    if (state === undefined && isComing(id)) continue;
    if (state === 'succeeded' || state === 'unchanged') continue;
    const message = `It uses the output of ${id}, ${tellAbsence(state)}.`;
    return { kind: 'skip', error: { code: 'needs-not-met', message } };
  }
  if (stopped !== undefined) return { kind: 'skip', error: stopped };
  return needs.every((id) => ended.has(id)) ? { kind: 'start' } : { kind: 'wait' };
}

/** Sends nothing, so neither what the edit needs matters nor that nothing more may be submitted. */
function planShare(id: string, { ended, isComing }: RunState): NextStep {
  const twin = ended.get(id);
  if (twin?.state === 'succeeded') return { kind: 'share', twin };
  if (twin === undefined && isComing(id)) return { kind: 'wait' };
  if (twin?.state === 'unchanged') {
    const message = `Its picture is that of ${id}, which another run delivered meanwhile. Run again: it is taken from there, at no cost.`;
    return { kind: 'skip', error: { code: 'delivered-by-other-run', message } };
  }
  const message = `Its picture is that of ${id}, ${tellAbsence(twin?.state)}.`;
  return { kind: 'skip', error: { code: 'shared-edit-not-made', message } };
}

function tellAbsence(state: EditOutcome['state'] | undefined): string {
  return state === undefined ? 'which is not part of this run' : `which ended as ${state}`;
}

/** A number that is lower for edits whose turn is earlier: first what ends at once or only waits; then what was paid for; and only then what costs. */
export function rankEdit({ action }: PlannedEdit): number {
  switch (action.kind) {
    case 'unchanged':
    case 'skip':
    case 'hold':
    case 'other-run':
      return 0;
    case 'collect':
      return 1;
    case 'submit':
    case 'share':
      return 2;
  }
}
