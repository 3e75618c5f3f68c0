import type { PaidJob } from '../../ledger/life/types.ts';
import type { EditOutcome, SucceededEdit } from '../../plan/outcome.ts';
import type { PlannedAction, PlannedEdit } from '../../plan/types.ts';
import type { EditError } from '../../shared/edit-error.ts';
import { holdEdit, type Ending } from '../endings.ts';

/** What to do with an edit that has not begun: an action of the plan, as far as it can be begun now. */
export type NextStep =
  | Extract<PlannedAction, { readonly kind: 'submit' | 'other-run' }>
  | { readonly kind: 'collect'; readonly entry: PaidJob }
  /** Its pictures are those of an edit that succeeded. */
  | { readonly kind: 'share'; readonly twin: SucceededEdit }
  /** There is nothing to begin. */
  | { readonly kind: 'end'; readonly ending: Ending }
  /** It depends on an edit that has not ended. */
  | { readonly kind: 'wait' };

/** An edit that has not begun, and what is to be done about it now: another run may have changed what was planned. */
export interface WaitingEdit {
  readonly edit: PlannedEdit;
  readonly action: PlannedAction;
}

/** What the next step of an edit depends on. */
export interface StepFacts {
  /** The outcomes so far, by id. */
  readonly ended: ReadonlyMap<string, EditOutcome>;
  /** Whether an edit is still to come or on its way. */
  readonly isComing: (id: string) => boolean;
  /** Why nothing more may be submitted; absent as long as it may. */
  readonly stopped: EditError | undefined;
  /** Milliseconds since the epoch. */
  readonly nowMs: number;
}

/** Decides about an edit that has not begun; pure. */
export function planNextStep({ edit, action }: WaitingEdit, facts: StepFacts): NextStep {
  switch (action.kind) {
    case 'skip':
      return skip({ code: 'not-planned', message: action.reason });
    case 'unchanged':
    case 'adopt': {
      const job = { kind: 'delivered', requestId: action.entry.requestId } as const;
      const state = action.kind === 'adopt' ? 'adopted' : 'unchanged';
      return { kind: 'end', ending: { state, job, unchangedFiles: action.files } };
    }
    case 'aside': {
      const { entry } = action;
      const job = { kind: 'delivered', requestId: entry.requestId } as const;
      return { kind: 'end', ending: { state: 'unchanged', job, unchangedFiles: entry.files } };
    }
    case 'hold':
      return { kind: 'end', ending: holdEdit(action.entry, facts.nowMs) };
    case 'collect':
    case 'other-run':
      return action;
    case 'share':
      return planShare(action.with, facts);
    case 'submit':
      return planSubmit(edit, action, facts);
  }
}

function skip(error: EditError): NextStep {
  return { kind: 'end', ending: { state: 'skipped', job: { kind: 'none' }, error } };
}

function planSubmit(
  { needs }: PlannedEdit,
  action: Extract<PlannedAction, { readonly kind: 'submit' }>,
  { ended, isComing, stopped }: StepFacts,
): NextStep {
  for (const id of needs) {
    const state = ended.get(id)?.state;
    if (state === undefined && isComing(id)) continue;
    if (state === 'succeeded' || state === 'unchanged' || state === 'adopted') continue;
    return skip({
      code: 'needs-not-met',
      message: `It uses the output of ${id}, ${describeAbsence(state)}.`,
    });
  }
  if (stopped !== undefined) return skip(stopped);
  return needs.every((id) => ended.has(id)) ? action : { kind: 'wait' };
}

/** Sends nothing, so it does not matter what the edit needs, or that nothing more may be submitted. */
function planShare(id: string, { ended, isComing }: StepFacts): NextStep {
  const twin = ended.get(id);
  if (twin?.state === 'succeeded') return { kind: 'share', twin };
  if (twin === undefined && isComing(id)) return { kind: 'wait' };
  if (twin?.state === 'unchanged') {
    const message = `Its picture is that of ${id}, which another run delivered in the meantime. Run again: it is taken from there, at no cost.`;
    return skip({ code: 'delivered-by-other-run', message });
  }
  const message = `Its picture is that of ${id}, ${describeAbsence(twin?.state)}.`;
  return skip({ code: 'shared-edit-not-made', message });
}

function describeAbsence(state: EditOutcome['state'] | undefined): string {
  return state === undefined ? 'which is not part of this run' : `which ended as ${state}`;
}

/**
 * A number that is lower for edits whose turn is earlier: first what ends at once or only waits, then what was paid
 * for, and finally what costs money.
 */
export function rankEdit({ action }: Pick<PlannedEdit, 'action'>): number {
  switch (action.kind) {
    case 'unchanged':
    case 'adopt':
    case 'aside':
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
