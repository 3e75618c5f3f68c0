import type { LedgerEntry } from '../../ledger/life/types.ts';
import type { EditOutcome } from '../../plan/outcome.ts';
import type { Plan, PlannedAction, PlannedEdit } from '../../plan/types.ts';
import type { EditError } from '../../shared/edit-error.ts';
import { endEdit, holdEdit } from '../endings.ts';
import { planNextStep, rankEdit } from './next-step.ts';
import { startProgress } from './progress.ts';
import { renderChange } from './render-change.ts';
import { runEdit } from '../one-edit/run-edit.ts';
import { shareFiles } from './share-files.ts';
import { readNotSentReason, RunStopped } from '../stop-reason.ts';
import type { SentElsewhere } from '../one-edit/submit-edit.ts';
import { createTally } from './tally.ts';
import { createTypicalTimes } from '../follow/typical-times.ts';
import type { EditDeps, JobChange, JobDeps } from '../types.ts';
import { createUploadBudget } from '../one-edit/upload-budget.ts';
import { watchElsewhere } from './watch-elsewhere.ts';

/** Pictures in submits at once. Each is in memory about threefold while it is sent: as base64, as JSON and as bytes. */
const UPLOAD_BYTES = 16 * 1024 * 1024;

/**
 * Runs a plan's edits, at most `maxParallel` at once, each after those it needs and the one it shares with; those that
 * other runs are at are waited for beside them. Gives one outcome for each edit, in the plan's order; one edit's failure
 * touches only those that need it or share with it. Never throws for an edit's sake.
 */
export async function runEdits(plan: Plan, deps: JobDeps): Promise<readonly EditOutcome[]> {
  const ended = new Map<string, EditOutcome>();
  const running = new Map<string, Promise<void>>();
  /** Those that other runs are at. */
  const watched = new Map<string, Promise<void>>();
  /** What is to be done now about edits that other runs were at. */
  const decided = new Map<string, PlannedAction>();
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
  const forgone: Promise<void>[] = [];
  const end = (outcome: EditOutcome): void => {
    ended.set(outcome.edit.id, outcome);
    forgone.push(deps.claims.forgone(outcome.edit));
    const [url] = outcome.outputUrls;
    if (url !== undefined && (outcome.state === 'succeeded' || outcome.state === 'unchanged'))
      outputUrls.set(outcome.edit.id, url);
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
  const watch = (edit: PlannedEdit, entry: LedgerEntry): void => {
    const watching = watchElsewhere(edit, entry, shared).then((after) => {
      watched.delete(edit.id);
      if (after.kind === 'ended') end(after.outcome);
      else {
        decided.set(edit.id, after.action);
        waiting.set(edit.id, edit);
      }
    });
    watched.set(edit.id, watching);
  };
  const start = (edit: PlannedEdit, work: Promise<EditOutcome | SentElsewhere>): void => {
    const ending = work.then((outcome) => {
      running.delete(edit.id);
      if ('kind' in outcome) watch(edit, outcome.entry);
      else end(outcome);
    });
    running.set(edit.id, ending);
  };

  const stopProgress = startProgress(tally, deps);
  const inTurn = plan.edits.toSorted((a, b) => rankEdit(a) - rankEdit(b));
  const waiting = new Map(inTurn.map((edit) => [edit.id, edit]));
  const isComing = (id: string): boolean => waiting.has(id) || running.has(id) || watched.has(id);
  for (;;) {
    const endedBefore = ended.size;
    for (const edit of waiting.values()) {
      const isFull = running.size >= deps.maxParallel;
      if (isFull && !submitSignal.aborted) break;
      const stopped = submitSignal.aborted ? readNotSentReason(submitSignal) : undefined;
      const action = decided.get(edit.id) ?? edit.action;
      const step = planNextStep({ ...edit, action }, { ended, isComing, stopped });
      if (step.kind === 'wait' || (step.kind === 'collect' && isFull && !deps.deadline.signal.aborted))
        continue;
      waiting.delete(edit.id);
      switch (step.kind) {
        case 'start':
          start(edit, runEdit(edit, undefined, shared));
          break;
        case 'collect':
          start(edit, runEdit(edit, step.entry, shared));
          break;
        case 'watch':
          watch(edit, step.entry);
          break;
        case 'share':
          start(edit, shareFiles(edit, step.twin, shared));
          break;
        case 'unchanged':
          end(
            endEdit(edit, {
              state: 'unchanged',
              job: { kind: 'delivered', requestId: step.requestId },
              unchangedFiles: step.files,
            }),
          );
          break;
        case 'hold':
          end(endEdit(edit, holdEdit(step.entry, deps.clock.now())));
          break;
        case 'skip':
          end(endEdit(edit, { state: 'skipped', job: { kind: 'none' }, error: step.error }));
      }
    }
    if (running.size === 0 && watched.size === 0) {
      // What ended at once may be what another waits for.
      if (ended.size === endedBefore) break;
      continue;
    }
    await Promise.race([...running.values(), ...watched.values()]);
  }
  stopProgress();
  await Promise.all(forgone);
  return plan.edits.map(
    (edit) => ended.get(edit.id) ?? endEdit(edit, { state: 'skipped', job: { kind: 'none' }, error: STUCK }),
  );
}

/** Only a plan whose edits need each other in a circle leaves edits behind; the planner refuses those. */
const STUCK: EditError = { code: 'needs-not-met', message: 'It needs an edit that can only begin after it.' };

function isKept({ action }: PlannedEdit): boolean {
  return action.kind === 'unchanged';
}
