import type { Report } from '../../report/types.ts';
import type { World } from '../../runner/world.ts';
import { plural } from '../../shared/format.ts';
import { MODEL } from '../../shared/model.ts';
import type { RefusedRun } from '../prepare/refused-run.ts';
import { describeReport, type StepVerdict } from './conclude-run.ts';
import { publishReport } from './publish-report.ts';
import { startRunRecord } from './run-record.ts';
import { listErrors } from '../../shared/problem.ts';

/** Reports a run that could not begin, which always fails the step. */
export async function refuseRun(
  { problems, cutShortBy }: RefusedRun,
  { folder, startedAtMs }: { readonly folder: string; readonly startedAtMs: number },
  world: Pick<World, 'actions' | 'clock' | 'log' | 'repository' | 'state' | 'stop'>,
): Promise<StepVerdict> {
  const elapsedMs = world.clock.now() - startedAtMs;
  const start = { edits: [], problems, model: MODEL, startedAtMs, elapsedMs };
  const record = startRunRecord(start, folder, world);
  await record.close();
  const report: Report = {
    ...start,
    edits: [],
    outcome: cutShortBy === undefined ? 'failed' : 'incomplete',
    keepsRecord: false,
    delivery: { kind: 'none' },
    branch: { kind: 'none' },
    repositoryUrl: world.repository.url,
  };
  await publishReport(report, record, world);
  world.log.info(describeReport(report));
  // The post step of a stopped step says that nothing was sent.
  if (!world.stop.aborted) world.state.save({ hasEnded: true });
  if (cutShortBy !== undefined) return { failure: `Nothing was sent: ${cutShortBy}.` };
  const errors = listErrors(problems).length;
  return { failure: `Nothing was sent: ${plural(errors, 'problem')}, all in the log and the job summary.` };
}
