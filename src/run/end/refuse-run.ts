import type { Report, RunSoFar } from '../../report/types.ts';
import type { World } from '../../runner/world.ts';
import { plural } from '../../shared/format.ts';
import type { CommentInputs } from '../comment/comment-note.ts';
import type { RefusedRun } from '../prepare/refused-run.ts';
import { describeReport, type StepVerdict } from './conclude-run.ts';
import { publishReport, type PublishPorts } from './publish-report.ts';
import { startRunRecord } from './run-record.ts';
import { listErrors } from '../../shared/problem.ts';

/** Reports a run that could not begin, which always fails the step. */
export async function refuseRun(
  { problems, cutShortBy }: RefusedRun,
  {
    folder,
    startedAtMs,
    elapsedMs,
  }: Pick<RunSoFar, 'startedAtMs' | 'elapsedMs'> & { readonly folder: string },
  inputs: CommentInputs,
  world: PublishPorts & Pick<World, 'repository' | 'state'>,
): Promise<StepVerdict> {
  const start = { edits: [], problems, startedAtMs, elapsedMs };
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
  await publishReport(report, record, { from: 'own', pictures: new Map() }, inputs, world);
  world.log.info(describeReport(report));
  // The post step of a stopped step says that nothing was sent.
  if (!world.stop.aborted) world.state.save({ hasEnded: true });
  if (cutShortBy !== undefined) return { failure: `Nothing was sent: ${cutShortBy}.` };
  const errors = listErrors(problems).length;
  return { failure: `Nothing was sent: ${plural(errors, 'problem')}, all in the log and the job summary.` };
}
