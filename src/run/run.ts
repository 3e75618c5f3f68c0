import { mkdtemp } from 'node:fs/promises';
import path from 'node:path';

import type { ActionInputs } from '../inputs/types.ts';
import { decideRunOutcome } from '../report/decide-outcome.ts';
import type { EndedRun } from '../report/types.ts';
import type { World } from '../runner/world.ts';
import { startDeadline } from '../shared/deadline.ts';
import { holdBackTakes } from './deliver/hold-back-takes.ts';
import { closeLedger } from './end/close-ledger.ts';
import { describeDebts } from './end/describe-debts.ts';
import {
  createReport,
  describeReport,
  isAllDone,
  isWhole,
  judgeReport,
  type StepVerdict,
} from './end/conclude-run.ts';
import { listPicturesBefore } from './end/list-pictures-before.ts';
import { startRunRecord } from './end/run-record.ts';
import { nameDestination } from './ledger/name-destination.ts';
import { makeEdits } from './make/make-edits.ts';
import { prepare } from './prepare/prepare.ts';

/**
 * The story of a run: prepare (free), make the edits (paid), deliver, close the ledger, report. Whatever fails on the
 * way, what succeeded is delivered, what is in flight is recorded for the next run, and everything is reported. Throws
 * only on surprises.
 */
export async function run(inputs: ActionInputs, world: World): Promise<StepVerdict> {
  const { clock, log, state, stop } = world;
  const startedAtMs = clock.now();
  using deadline = startDeadline(clock, inputs.timeoutMs, 'the run (input `timeout`)', stop);

  // Saved at once: the post step delivers what is in the folder if this process is killed.
  const folder = await mkdtemp(path.join(world.temp, 'dreamina-edits-'));
  state.save({ folder, artifactName: inputs.artifactName, retentionDays: inputs.retentionDays });

  const prepared = await log.group('Plan', async () => await prepare(inputs, world, deadline.signal));
  if (prepared.kind === 'refused') {
    const { refuseRun } = await loadRefusal();
    return await refuseRun(prepared, { folder, startedAtMs }, inputs, world);
  }
  await using ready = prepared;
  const { plan, ledger } = ready;

  const start = { problems: ready.problems, startedAtMs, elapsedMs: 0 };
  const open = plan.edits.map((edit) => ({ edit, state: 'open' as const }));
  const record = startRunRecord({ ...start, edits: open }, folder, world);
  const { edits: made, refusal } = await makeEdits(
    { ...ready, inputs, folder, deadline, onChange: record.update },
    world,
  );
  await record.close();
  const edits = holdBackTakes(made, ready.specIds);

  const before = listPicturesBefore(ready);
  const ended: EndedRun = {
    ...start,
    edits,
    outcome: decideRunOutcome(edits),
    problems: [...ready.problems, ...(refusal === undefined ? [] : [refusal])],
    ...(refusal !== undefined && { refusal }),
    elapsedMs: clock.now() - startedAtMs,
    keepsRecord: ledger.keepsRecord(),
    before,
    ...(inputs.galleryUrl !== undefined && { galleryUrl: inputs.galleryUrl }),
  };
  const { deliverRun, propose, publishReport } = await loadEnd();
  const delivered = await log.group(
    'Deliver',
    async () => await deliverRun(ended, { ...ready, inputs, folder }, world),
  );
  const isDelivered = isWhole(delivered);
  // Saved at once: the post step of a process that is killed from here on uploads nothing a second time.
  if (isDelivered) state.save({ isDelivered });
  const debtProblems = describeDebts(ready.debts, plan.edits, delivered);
  const unrecorded = await closeLedger(edits, ledger, {
    deliver: inputs.deliver,
    destination: nameDestination(inputs),
    delivered,
    recorded: ready.branch?.recorded,
  });
  const whole = { ...ended, problems: [...ended.problems, ...debtProblems, ...unrecorded] };
  const report = await propose(
    createReport(whole, delivered, world.repository),
    ready.branch,
    before,
    inputs,
    world,
  );
  await publishReport(report, record, before, inputs, world);
  log.info(describeReport(report));
  if (isAllDone({ isStopped: stop.aborted, isDelivered }, unrecorded)) state.save({ hasEnded: true });
  return judgeReport(report, inputs.failOn);
}

// With the gallery and all that reads pictures, what comes after the edits would be a tenth of the start. Loaded by functions of their
// own, because the compiler leaves the names of imports as they are in a function that has resources.

async function loadRefusal() {
  return await import('./end/refuse-run.ts');
}

async function loadEnd() {
  const { deliverRun } = await import('./deliver/deliver-run.ts');
  const { propose } = await import('./pull/propose.ts');
  const { publishReport } = await import('./end/publish-report.ts');
  return { deliverRun, propose, publishReport };
}
