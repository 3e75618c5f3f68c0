import type { PlannedEdit } from '../../plan/types.ts';
import { planNextStep, type NextStep, type StepFacts, type WaitingEdit } from './next-step.ts';

/** An edit that leaves the line of those that have not begun, and what is done about it. */
export interface Move extends WaitingEdit {
  readonly step: Exclude<NextStep, { readonly kind: 'wait' }>;
}

/** The state of a run between two moves. */
export interface RunState extends Omit<StepFacts, 'isComing'> {
  /** Edits that have not begun, in their turn, by id. */
  readonly waiting: ReadonlyMap<string, WaitingEdit>;
  /** Ids of the edits that are on their way. */
  readonly underWay: ReadonlySet<string>;
  /** How many more may begin, of each kind of work. */
  readonly room: Readonly<Record<Work, number>> & {
    /** How many more may be made ready to be sent: each of them is claimed, and needs room for its job as well. */
    readonly claim: number;
  };
  /** Whether an edit is not to be sent yet, although nothing else is in its way. */
  readonly mustWait: (edit: PlannedEdit) => boolean;
  /** The run has run out of time, or the step is being stopped: what begins now ends at once, so it needs no room. */
  readonly isOver: boolean;
}

/** What takes room: a job of the service, or copies of pictures on this machine. */
export type Work = 'job' | 'copy';

/**
 * What to do next; pure. Nothing, if everything that waits depends on what is under way. Another edit may wait for one
 * that ends at once, so nothing that takes room begins after it: the caller asks again.
 */
export function nextMoves(run: RunState): readonly Move[] {
  const facts: StepFacts = { ...run, isComing: (id) => run.waiting.has(id) || run.underWay.has(id) };
  const moves: Move[] = [];
  const room = run.isOver ? { job: Infinity, copy: Infinity, claim: Infinity } : { ...run.room };
  let hasEnded = false;
  for (const waiting of run.waiting.values()) {
    const step = planNextStep(waiting, facts);
    if (step.kind === 'wait') continue;
    const work = workOf(step);
    if (work !== undefined) {
      const claim = step.kind === 'submit' ? 1 : 0;
      if (hasEnded || room[work] <= 0 || room.claim < claim) continue;
      // What has to wait leaves the room to others.
      if (step.kind === 'submit' && run.mustWait(waiting.edit)) continue;
      room[work] -= 1;
      room.claim -= claim;
    }
    hasEnded ||= step.kind === 'end';
    moves.push({ ...waiting, step });
  }
  return moves.length === 0 && run.underWay.size === 0 ? [...run.waiting.values()].map(giveUp) : moves;
}

/** What an edit needs room for while it is under way. */
export function workOf({ kind }: Move['step']): Work | undefined {
  switch (kind) {
    case 'submit':
    case 'collect':
      return 'job';
    case 'share':
      return 'copy';
    case 'other-run':
    case 'end':
      return undefined;
  }
}

/** The edits that are to be submitted, those first that need nothing more: the others may have to wait for long. Pure. */
export function listUpcoming(
  waiting: Iterable<WaitingEdit>,
  ended: RunState['ended'],
): readonly PlannedEdit[] {
  const ready: PlannedEdit[] = [];
  const blocked: PlannedEdit[] = [];
  for (const { edit, action } of waiting) {
    if (action.kind !== 'submit') continue;
    (edit.needs.every((id) => ended.has(id)) ? ready : blocked).push(edit);
  }
  return [...ready, ...blocked];
}

/** Only a plan whose edits need each other in a circle leaves edits behind; the planner refuses those. */
function giveUp(waiting: WaitingEdit): Move {
  const message = 'It needs an edit that can only begin after it.';
  const error = { code: 'needs-not-met', message } as const;
  return { ...waiting, step: { kind: 'end', ending: { state: 'skipped', job: { kind: 'none' }, error } } };
}
