import { mkdtemp } from 'node:fs/promises';
import path from 'node:path';

import { deliverRun } from './deliver-run.ts';
import type { ActionInputs } from './inputs/types.ts';
import { makeEdits } from './make-edits.ts';
import { MODEL } from './model.ts';
import { prepare } from './prepare.ts';
import { publishReport } from './publish-report.ts';
import { decideRunOutcome, shouldFail } from './report/decide-outcome.ts';
import { describeOutcome } from './report/summary-totals.ts';
import type { EndedRun } from './report/types.ts';
import { startRunRecord } from './run-record.ts';
import { startDeadline } from './shared/deadline.ts';
import { plural } from './shared/format.ts';
import type { World } from './world.ts';

/** How a run ended, for the entry to tell the runner. */
export interface RunEnd {
  /** Why the step fails; absent where it does not. */
  readonly failure?: string;
}

/**
 * The story of a run: prepare (free), make the edits (paid), deliver, report. Whatever fails on the way, what
 * succeeded is delivered and everything is reported. Throws only on surprises.
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
  const { problems } = prepared;
  const open = (prepared.ready ? prepared.plan.edits : []).map((edit) => ({ edit, state: 'open' as const }));
  const record = startRunRecord(
    { edits: open, problems, model: MODEL, startedAtMs, elapsedMs: 0 },
    folder,
    world,
  );

  const { edits, problems: problemsOfRun } = prepared.ready
    ? await makeEdits({ ...prepared, inputs, folder, deadline, onChange: record.update }, world)
    : { edits: [], problems: [] };
  await record.close();

  const outcome = prepared.ready
    ? decideRunOutcome(edits)
    : deadline.signal.aborted
      ? 'incomplete'
      : 'failed';
  const ended: EndedRun = {
    edits,
    outcome,
    problems: [...problems, ...problemsOfRun],
    model: MODEL,
    startedAtMs,
    elapsedMs: clock.now() - startedAtMs,
  };
  const delivery = await log.group('Deliver', async () => await deliverRun(ended, folder, inputs, world));
  // Made but not delivered: the pictures are not where they belong.
  const report = {
    ...ended,
    delivery,
    branch: { kind: 'none' as const },
    repositoryUrl: `${world.repository.serverUrl}/${world.repository.owner}/${world.repository.name}`,
    outcome: delivery.kind === 'failed' ? ('incomplete' as const) : outcome,
  };
  await publishReport(report, record, world);
  log.info(
    `${describeOutcome(report)}.${delivery.kind === 'artifact' ? ` Pictures and gallery: ${delivery.url}` : ''}`,
  );
  // A stopped step leaves its upload to the post step.
  if (!stop.aborted) actions.saveState('ended', 'true');

  if (delivery.kind === 'failed') return { failure: delivery.message };
  if (!prepared.ready && outcome === 'failed') {
    const errors = problems.filter(({ severity }) => severity === 'error').length;
    return { failure: `Nothing was sent: ${plural(errors, 'problem')}, all in the log and the job summary.` };
  }
  return !prepared.ready || shouldFail(edits, inputs.failOn) ? { failure: describeOutcome(ended) } : {};
}
