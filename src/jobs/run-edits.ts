import type { EditOutcome, EditState } from '../plan/outcome.ts';
import type { Plan, PlannedEdit } from '../plan/types.ts';
import { planNextStep } from './next-step.ts';
import { startProgress } from './progress.ts';
import { renderChange } from './render-change.ts';
import { runEdit } from './run-edit.ts';
import { shareFiles } from './share-files.ts';
import { readNotSentReason, RunStopped } from './stop-reason.ts';
import { createTally } from './tally.ts';
import { createTypicalTimes } from './typical-times.ts';
import type { EditDeps, JobChange, JobDeps } from './types.ts';
import { createUploadBudget } from './upload-budget.ts';

/** Pictures in submits at once. Each is in memory about threefold while it is sent: as base64, as JSON and as bytes. */
const UPLOAD_BYTES = 16 * 1024 * 1024;

/**
 * Runs a plan's edits, at most `maxParallel` at once, each after those it needs and the one it shares with. Gives one
 * outcome for each edit, in the plan's order; one edit's failure touches only those that need it or share with it.
 * Never throws for an edit's sake.
 */
export async function runEdits(plan: Plan, deps: JobDeps): Promise<readonly EditOutcome[]> {
  const ended = new Map<string, EditOutcome>();
  const running = new Map<string, Promise<void>>();
  const outputUrls = new Map<string, string>();
  const stop = new AbortController();
  const submitSignal = AbortSignal.any([deps.deadline.signal, stop.signal]);
  const tally = createTally(plan.edits.length);

  const onChange = (change: JobChange): void => {
    tally.count(change);
    const line = renderChange(change);
    if (line !== undefined) deps.log.info(line);
    deps.onChange(change);
  };
  const end = (outcome: EditOutcome): void => {
    ended.set(outcome.edit.id, outcome);
    const [url] = outcome.outputUrls;
    if (outcome.state === 'succeeded' && url !== undefined) outputUrls.set(outcome.edit.id, url);
    onChange({ kind: 'ended', outcome });
  };
  const shared: EditDeps = {
    ...deps,
    onChange,
    outputUrls,
    kept: new Map(plan.edits.filter(isKept).map((edit) => [edit.id, edit])),
    submitSignal,
    typical: createTypicalTimes(),
    uploads: createUploadBudget(UPLOAD_BYTES),
    takenOutputs: plan.takenOutputs,
    stopRun: ({ message }) => {
      stop.abort(new RunStopped(`Not sent, as another edit met an error that would meet all: ${message}`));
    },
  };
  const start = (edit: PlannedEdit, work: Promise<EditOutcome>): void => {
    const ending = work.then((outcome) => {
      running.delete(edit.id);
      end(outcome);
    });
    running.set(edit.id, ending);
  };

  const stopProgress = startProgress(tally, deps);
  // Unchanged edits first: they end at once, while others wait for their turn.
  const inTurn = plan.edits.toSorted((a, b) => Number(isKept(b)) - Number(isKept(a)));
  const waiting = new Map(inTurn.map((edit) => [edit.id, edit]));
  const isComing = (id: string): boolean => waiting.has(id) || running.has(id);
  for (;;) {
    for (const edit of waiting.values()) {
      if (running.size >= deps.maxParallel && !submitSignal.aborted) break;
      const stopped = submitSignal.aborted ? readNotSentReason(submitSignal) : undefined;
      const step = planNextStep(edit, { ended, isComing, stopped });
      if (step.kind === 'wait') continue;
      waiting.delete(edit.id);
      switch (step.kind) {
        case 'start':
          start(edit, runEdit(edit, shared));
          break;
        case 'share':
          start(edit, shareFiles(edit, step.twin, shared));
          break;
        case 'keep':
          end(unsent(edit, 'unchanged', { kept: step.files }));
          break;
        case 'skip':
          end(unsent(edit, 'skipped', { error: step.error }));
      }
    }
    if (running.size === 0) break;
    await Promise.race(running.values());
  }
  stopProgress();
  return plan.edits.map((edit) => ended.get(edit.id) ?? unsent(edit, 'skipped', { error: STUCK }));
}

/** Only a plan whose edits need each other in a circle leaves edits behind; the planner refuses those. */
const STUCK = { code: 'needs-not-met', message: 'It needs an edit that can only begin after it.' };

function isKept({ action }: PlannedEdit): boolean {
  return action.kind === 'keep';
}

/** The outcome of an edit for which nothing was sent or copied. */
function unsent(
  edit: PlannedEdit,
  state: EditState,
  facts: Pick<EditOutcome, 'error'> | Pick<EditOutcome, 'kept'>,
): EditOutcome {
  return { edit, state, outputUrls: [], files: [], kept: [], timings: {}, warnings: [], ...facts };
}
