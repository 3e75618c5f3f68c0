import { mkdtemp } from 'node:fs/promises';
import path from 'node:path';

import { deliverRun, NOTHING_DELIVERED } from './deliver/deliver-run.ts';
import type { ActionInputs } from '../inputs/types.ts';
import { makeEdits } from './make/make-edits.ts';
import { MODEL } from '../shared/model.ts';
import { nameTarget } from './ledger/name-target.ts';
import { prepare } from './prepare/prepare.ts';
import { publishReport } from './end/publish-report.ts';
import { decideRunOutcome } from '../report/decide-outcome.ts';
import type { EndedRun } from '../report/types.ts';
import {
  createReport,
  describeEnd,
  isAllDone,
  isWhole,
  judgePreparation,
  judgeReport,
  type RunEnd,
} from './end/conclude-run.ts';
import { startRunRecord } from './end/run-record.ts';
import { settleRun } from './end/close-ledger.ts';
import { startDeadline } from '../shared/deadline.ts';
import type { World } from '../runner/world.ts';

/**
 * The story of a run: prepare (free), make the edits (paid), deliver, settle the ledger, report. Whatever fails on the
 * way, what succeeded is delivered, what is in flight is kept for the next run, and everything is reported. Throws only on surprises.
 */
export async function run(inputs: ActionInputs, world: World): Promise<RunEnd> {
  const { clock, log, actions, stop } = world;
  const startedAtMs = clock.now();
  using deadline = startDeadline(clock, inputs.timeoutMs, 'the run (input `timeout`)', stop);

  // Told to the post step at once: it delivers what is in the folder if this process is killed.
  const folder = await mkdtemp(path.join(world.temp, 'dreamina-edits-'));
  actions.saveState('folder', folder);
  actions.saveState('artifact-name', inputs.artifactName);
  actions.saveState('retention-days', String(inputs.retentionDays ?? ''));

  const prepared = await log.group('Plan', async () => await prepare(inputs, world, deadline.signal));
  const { problems, work, opened, ledger } = prepared;
  await using closing = new AsyncDisposableStack();
  closing.use(opened?.repository);
  closing.use(ledger);
  const branch = opened && { opened };
  const record = startRunRecord(
    {
      edits: (work?.plan.edits ?? []).map((edit) => ({ edit, state: 'open' as const })),
      problems,
      model: MODEL,
      startedAtMs,
      elapsedMs: 0,
    },
    folder,
    world,
  );
  const common = { inputs, folder, ...branch };
  const { edits, problems: problemsOfRun } = work
    ? await makeEdits({ ...work, ...common, deadline, onChange: record.update }, world)
    : { edits: [], problems: [] };
  await record.close();

  const ended: EndedRun = {
    edits,
    outcome: work ? decideRunOutcome(edits) : deadline.signal.aborted ? 'incomplete' : 'failed',
    problems: [...problems, ...problemsOfRun],
    model: MODEL,
    startedAtMs,
    elapsedMs: clock.now() - startedAtMs,
    keepsRecord: ledger?.keepsRecord() ?? false,
  };
  const delivered = work
    ? await log.group('Deliver', async () => await deliverRun(ended, { ...work, ...common }, world))
    : NOTHING_DELIVERED;
  const isDelivered = isWhole(delivered);
  // Told at once: the post step of a process that is killed from here on uploads nothing a second time.
  if (isDelivered) actions.saveState('delivered', 'true');
  const unsettled = ledger
    ? await settleRun(edits, ledger, {
        deliver: inputs.deliver,
        target: nameTarget(inputs),
        delivered,
        nowMs: clock.now(),
      })
    : [];
  const told = { ...ended, problems: [...ended.problems, ...unsettled] };
  const report = createReport(told, delivered, world.repository);
  await publishReport(report, record, world);
  log.info(describeEnd(report));
  if (isAllDone({ isStopped: stop.aborted, isDelivered }, unsettled)) actions.saveState('ended', 'true');
  return work ? judgeReport(report, inputs.failOn) : judgePreparation(report);
}
