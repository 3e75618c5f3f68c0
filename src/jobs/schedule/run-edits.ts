import type { EditOutcome } from '../../plan/outcome.ts';
import { hasPictures } from '../../plan/outputs.ts';
import type { Plan, PlannedEdit } from '../../plan/types.ts';
import { endEdit } from '../endings.ts';
import { createTypicalTimes } from '../follow/typical-times.ts';
import { runEdit } from '../one-edit/run-edit.ts';
import { createUploadMemory } from '../one-edit/upload-memory.ts';
import { readNotSentReason, RunStopped } from '../stop-reason.ts';
import type { AfterStep, JobChange, JobDeps, SharedWork } from '../types.ts';
import { nextMoves, type Move } from './next-moves.ts';
import { rankEdit, type WaitingEdit } from './next-step.ts';
import { startProgress } from './progress.ts';
import { renderChange } from './render-change.ts';
import { createSkipLines, type SkipLines } from './skip-lines.ts';
import { shareFiles } from './share-files.ts';
import { createTally, type Tally } from './tally.ts';
import { watchOtherRun } from './watch-other-run.ts';

/**
 * Pictures in simultaneous submits. Each is in memory about three times while it is sent: as base64, as JSON and as
 * bytes.
 */
const UPLOAD_BYTES = 16 * 1024 * 1024;

/**
 * Runs a plan's edits, at most `maxParallel` at once, each after those it needs and the one it shares with; at the same
 * time it waits for those that other runs are working on. Returns one outcome for each edit, in the plan's order; one
 * edit's failure affects only those that need it or share with it. Never throws because of an edit.
 */
export async function runEdits(plan: Plan, deps: JobDeps): Promise<readonly EditOutcome[]> {
  const tally = createTally(plan.edits.length);
  const outputUrls = new Map<string, string>();
  const skips = createSkipLines(deps.log);
  const ports = { ...deps, ...shareWork(plan, tally, outputUrls, skips, deps) };
  const ended = new Map<string, EditOutcome>();
  const underWay = new Map<string, Promise<void>>();
  const inTurn = plan.edits.toSorted((a, b) => rankEdit(a) - rankEdit(b));
  const waiting = new Map<string, WaitingEdit>(
    inTurn.map((edit) => [edit.id, { edit, action: edit.action }]),
  );
  const released: Promise<void>[] = [];
  let freeSlots = deps.maxParallel;

  const end = (outcome: EditOutcome): void => {
    ended.set(outcome.edit.id, outcome);
    released.push(deps.claims.releaseIfUnused(outcome.edit));
    const [url] = outcome.outputUrls;
    if (url !== undefined && (outcome.state === 'succeeded' || outcome.state === 'unchanged'))
      outputUrls.set(outcome.edit.id, url);
    ports.onChange({ kind: 'ended', outcome });
  };
  const begin = (edit: PlannedEdit, slots: 0 | 1, work: Promise<AfterStep>): void => {
    freeSlots -= slots;
    const done = work.then((after) => {
      freeSlots += slots;
      underWay.delete(edit.id);
      if (after.kind === 'ended') end(after.outcome);
      else waiting.set(edit.id, { edit, action: after.action });
    });
    underWay.set(edit.id, done);
  };
  const make = ({ edit, step }: Move): void => {
    waiting.delete(edit.id);
    switch (step.kind) {
      case 'submit':
        begin(edit, 1, runEdit(edit, undefined, ports));
        break;
      case 'collect':
        begin(edit, 1, runEdit(edit, step.entry, ports));
        break;
      case 'share':
        begin(edit, 1, shareFiles(edit, step.twin, ports));
        break;
      case 'other-run':
        begin(edit, 0, watchOtherRun(edit, step.entry, ports));
        break;
      case 'end':
        end(endEdit(edit, step.ending));
    }
  };

  const stopProgress = startProgress(tally, deps);
  while (waiting.size > 0 || underWay.size > 0) {
    const { submitSignal } = ports;
    const moves = nextMoves({
      waiting,
      ended,
      underWay: new Set(underWay.keys()),
      freeSlots,
      isOver: deps.deadline.signal.aborted,
      stopped: submitSignal.aborted ? readNotSentReason(submitSignal) : undefined,
      nowMs: deps.clock.now(),
    });
    for (const move of moves) make(move);
    if (moves.length > 0) continue;
    skips.flush();
    await Promise.race(underWay.values());
  }
  skips.flush();
  stopProgress();
  await Promise.all(released);
  return plan.edits.flatMap(({ id }) => ended.get(id) ?? []);
}

/** What the edits of a run share: its counts, the memory for uploads, and the signal that ends all submits at once. */
function shareWork(
  plan: Plan,
  tally: Tally,
  outputUrls: ReadonlyMap<string, string>,
  skips: SkipLines,
  deps: Pick<JobDeps, 'deadline' | 'log' | 'onChange'>,
): SharedWork {
  const stop = new AbortController();
  const unchanged = plan.edits.filter(({ action }) => hasPictures(action));
  return {
    outputUrls,
    unchanged: new Map(unchanged.map((edit) => [edit.id, edit])),
    takenOutputs: plan.takenOutputs,
    typical: createTypicalTimes(),
    uploadMemory: createUploadMemory(UPLOAD_BYTES),
    submitSignal: AbortSignal.any([deps.deadline.signal, stop.signal]),
    stopRun: (message) => {
      stop.abort(new RunStopped('another edit failed in a way that would affect every edit', message));
    },
    onChange: (change: JobChange) => {
      tally.count(change);
      const isHeld = change.kind === 'ended' && skips.hold(change.outcome);
      const line = isHeld ? undefined : renderChange(change);
      if (line !== undefined) deps.log.info(line);
      deps.onChange(change);
    },
  };
}
