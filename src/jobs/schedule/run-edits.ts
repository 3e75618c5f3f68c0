import type { EditOutcome } from '../../plan/outcome.ts';
import type { Plan, PlannedEdit } from '../../plan/types.ts';
import { createGate } from '../../shared/gate.ts';
import { endEdit, nameUnsent } from '../endings.ts';
import { runEdit } from '../one-edit/run-edit.ts';
import { readNotSentReason } from '../stop-reason.ts';
import type { AfterStep, JobChange, JobDeps } from '../types.ts';
import { listUpcoming, nextMoves, workOf, type Move, type RunState, type Work } from './next-moves.ts';
import type { WaitingEdit } from './next-step.ts';
import { openService } from './open-service.ts';
import { orderEdits } from './order-edits.ts';
import { startProgress } from './progress.ts';
import { shareFiles } from './share-files.ts';
import { shareWork } from './share-work.ts';
import { createSkipLines } from './skip-lines.ts';
import { createTally } from './tally.ts';
import { watchOtherRun } from './watch-other-run.ts';
import { watchService } from './watch-service.ts';

/** How many edits at most are made ready to be sent before there is room for their jobs at the service. */
const READY_AHEAD = 8;

/**
 * How many edits at most are claimed and have no place at the service yet, however many places are free: a lost machine
 * leaves them unknown.
 */
const MOST_CLAIMED_AHEAD = 16;

/** How many edits at most have pictures of others copied for them at once. */
const COPIES = 8;

/**
 * Runs a plan's edits with at most `maxParallel` jobs at the service, each edit after those it needs and the one it
 * shares with; at the same time it waits for those that other runs are working on. Returns one outcome for each edit, in
 * the plan's order; one edit's failure affects only those that need it or share with it. Never throws because of an edit.
 */
export async function runEdits(plan: Plan, deps: JobDeps): Promise<readonly EditOutcome[]> {
  const tally = createTally(plan.edits.length);
  const outputUrls = new Map<string, string>();
  const skips = createSkipLines(deps.log);
  const ended = new Map<string, EditOutcome>();
  const inTurn = orderEdits(plan.edits);
  const waiting = new Map<string, WaitingEdit>(
    inTurn.map((edit) => [edit.id, { edit, action: edit.action }]),
  );
  const underWay = new Set<string>();
  /** Ids of those under way that take room. An edit whose job has ended at the service takes none. */
  const taking = { job: new Set<string>(), copy: new Set<string>() };
  /** Ids of those that are made ready to be sent, and have no place at the service yet. */
  const ahead = new Set<string>();
  const watch = watchService(deps);
  const released: Promise<void>[] = [];
  const changed = createGate();
  /** Aborted with the error if something breaks here: what an edit runs into is part of its outcome. */
  const broken = new AbortController();
  const service = openService(inTurn, watch.limit, {
    onEnter: (id) => {
      if (ahead.delete(id)) changed.open();
    },
    onLeave: (id) => {
      taking.job.delete(id);
      changed.open();
    },
  });
  const onChange = (change: JobChange): void => {
    deps.onChange(change);
    const before = watch.limit();
    watch.observe(change);
    if (watch.limit() === before) return;
    service.admit();
    changed.open();
  };
  const ports = {
    ...deps,
    ...shareWork(plan, { ...deps, tally, skips, outputUrls, onChange }),
    ...service,
  };

  const end = (ending: EditOutcome): void => {
    const outcome = nameUnsent(ending, deps.unsent);
    ended.set(outcome.edit.id, outcome);
    released.push(deps.claims.releaseIfUnused(outcome.edit));
    const [url] = outcome.outputUrls;
    if (url !== undefined && (outcome.state === 'succeeded' || outcome.state === 'unchanged'))
      outputUrls.set(outcome.edit.id, url);
    ports.onChange({ kind: 'ended', outcome });
  };
  const follow = async (edit: PlannedEdit, work: Promise<AfterStep>): Promise<void> => {
    const after = await work;
    underWay.delete(edit.id);
    ahead.delete(edit.id);
    service.leaveLine(edit);
    for (const ids of Object.values(taking)) ids.delete(edit.id);
    if (after.kind === 'ended') end(after.outcome);
    else waiting.set(edit.id, { edit, action: after.action });
    changed.open();
  };
  const begin = (edit: PlannedEdit, step: Exclude<Move['step'], { readonly kind: 'end' }>): void => {
    underWay.add(edit.id);
    const work = workOf(step);
    if (work !== undefined) taking[work].add(edit.id);
    if (step.kind === 'submit') ahead.add(edit.id);
    follow(edit, takeStep(edit, step, ports)).catch((error: unknown) => {
      broken.abort(error);
    });
  };

  const mustWait = (edit: PlannedEdit): boolean => deps.budget.mustWait(edit, underWay);
  /** What is over budget while others are under way may be within it later: it is decided when there is room for it. */
  const isTooEarly = (edit: PlannedEdit): boolean =>
    mustWait(edit) ||
    (taking.job.size >= watch.limit() &&
      !deps.deadline.signal.aborted &&
      deps.budget.reserve(edit) !== undefined);

  deps.claims.expect(() => listUpcoming(waiting.values(), ended));
  const stopProgress = startProgress(tally, deps);
  while (waiting.size > 0 || underWay.size > 0) {
    const { submitSignal } = ports;
    const moves = nextMoves({
      waiting,
      ended,
      underWay,
      mustWait,
      room: roomAt(watch.limit(), taking, ahead),
      isOver: deps.deadline.signal.aborted,
      stopped: submitSignal.aborted ? readNotSentReason(submitSignal) : undefined,
      nowMs: deps.clock.now(),
    });
    let isIdle = true;
    for (const { edit, step } of moves) {
      if (step.kind === 'submit' && isTooEarly(edit)) continue;
      isIdle = false;
      waiting.delete(edit.id);
      if (step.kind === 'end') end(endEdit(edit, step.ending));
      else begin(edit, step);
    }
    if (!isIdle) continue;
    skips.flush();
    await changed.wait(broken.signal);
    broken.signal.throwIfAborted();
  }
  skips.flush();
  stopProgress();
  await Promise.all(released);
  return plan.edits.flatMap(({ id }) => ended.get(id) ?? []);
}

function roomAt(
  limit: number,
  taking: Readonly<Record<Work, ReadonlySet<string>>>,
  ahead: ReadonlySet<string>,
): RunState['room'] {
  return {
    job: limit + Math.min(READY_AHEAD, limit) - taking.job.size,
    copy: COPIES - taking.copy.size,
    claim: MOST_CLAIMED_AHEAD - ahead.size,
  };
}

async function takeStep(
  edit: PlannedEdit,
  step: Exclude<Move['step'], { readonly kind: 'end' }>,
  ports: Parameters<typeof runEdit>[2] & Parameters<typeof watchOtherRun>[2],
): Promise<AfterStep> {
  switch (step.kind) {
    case 'submit':
      return await runEdit(edit, undefined, ports);
    case 'collect':
      return await runEdit(edit, step.entry, ports);
    case 'share':
      return await shareFiles(edit, step.twin, ports);
    case 'other-run':
      return await watchOtherRun(edit, step.entry, ports);
  }
}
