import { mkdtemp } from 'node:fs/promises';
import path from 'node:path';

import type { ActionInputs } from '../inputs/types.ts';
import type { EndedRun } from '../report/types.ts';
import type { World } from '../runner/world.ts';
import { startDeadline } from '../shared/deadline.ts';
import type { StepVerdict } from './end/conclude-run.ts';
import { startRunRecord } from './end/run-record.ts';
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
  const startedMs = clock.monotonicMs();
  const elapsedMs = (): number => clock.monotonicMs() - startedMs;
  using deadline = startDeadline(clock, inputs.timeoutMs, 'the run (input `timeout`)', stop);

  // Saved at once: the post step delivers what is in the folder if this process is killed.
  const folder = await mkdtemp(path.join(world.temp, 'dreamina-edits-'));
  state.save({ folder, artifactName: inputs.artifactName, retentionDays: inputs.retentionDays });

  const prepared = await log.group('Plan', async () => await prepare(inputs, world, deadline.signal));
  if (prepared.kind === 'refused') {
    const { refuseRun } = await loadRefusal();
    return await refuseRun(prepared, { folder, startedAtMs, elapsedMs: elapsedMs() }, inputs, world);
  }
  await using ready = prepared;
  const { plan, ledger } = ready;

  const start = { problems: ready.problems, startedAtMs, elapsedMs: elapsedMs() };
  const open = plan.edits.map((edit) => ({ edit, state: 'open' as const }));
  const record = startRunRecord({ ...start, edits: open }, folder, world);
  const { edits: made, refusal } = await makeEdits(
    { ...ready, inputs, folder, deadline, onChange: record.update },
    world,
  );
  await record.close();

  const end = await loadEnd();
  const edits = end.holdBackTakes(made, ready.specIds);

  const before = end.listPicturesBefore(ready);
  const ended: EndedRun = {
    ...start,
    edits,
    outcome: end.decideRunOutcome(edits),
    problems: [...ready.problems, ...(refusal === undefined ? [] : [refusal])],
    ...(refusal !== undefined && { refusal }),
    elapsedMs: elapsedMs(),
    keepsRecord: ledger.keepsRecord(),
    before,
    ...(inputs.galleryUrl !== undefined && { galleryUrl: inputs.galleryUrl }),
  };
  const delivered = await log.group(
    'Deliver',
    async () => await end.deliverRun(ended, { ...ready, inputs, folder }, world),
  );
  const isDelivered = end.isWhole(delivered);
  // Saved at once: the post step of a process that is killed from here on uploads nothing a second time.
  if (isDelivered) state.save({ isDelivered });
  const debtProblems = end.describeDebts(ready.debts, plan.edits, delivered);
  const unrecorded = await end.closeLedger(edits, ledger, {
    deliver: inputs.deliver,
    destination: end.nameDestination(inputs),
    delivered,
    recorded: ready.branch?.recorded,
  });
  const whole = { ...ended, problems: [...ended.problems, ...debtProblems, ...unrecorded] };
  const report = await end.propose(
    end.createReport(whole, delivered, world.repository),
    ready.branch,
    before,
    inputs,
    world,
  );
  await end.publishReport(report, record, before, inputs, world);
  log.info(end.describeReport(report));
  if (end.isAllDone({ isStopped: stop.aborted, isDelivered }, unrecorded)) state.save({ hasEnded: true });
  return end.judgeReport(report, inputs.failOn);
}

// With the gallery and all that reads pictures, what comes after the edits would be a tenth of the start. Loaded by functions of their
// own, because the compiler leaves the names of imports as they are in a function that has resources.

async function loadRefusal() {
  return await import('./end/refuse-run.ts');
}

// The name makes the bundler load them together.
async function loadEnd() {
  return {
    ...(await import(/* webpackChunkName: "end" */ '../report/decide-outcome.ts')),
    ...(await import(/* webpackChunkName: "end" */ './deliver/deliver-run.ts')),
    ...(await import(/* webpackChunkName: "end" */ './deliver/hold-back-takes.ts')),
    ...(await import(/* webpackChunkName: "end" */ './end/close-ledger.ts')),
    ...(await import(/* webpackChunkName: "end" */ './end/conclude-run.ts')),
    ...(await import(/* webpackChunkName: "end" */ './end/describe-debts.ts')),
    ...(await import(/* webpackChunkName: "end" */ './end/list-pictures-before.ts')),
    ...(await import(/* webpackChunkName: "end" */ './end/publish-report.ts')),
    ...(await import(/* webpackChunkName: "end" */ './ledger/name-destination.ts')),
    ...(await import(/* webpackChunkName: "end" */ './pull/propose.ts')),
  };
}
