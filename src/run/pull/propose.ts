import type { OpenedBranch } from '../../deliver/branch/types.ts';
import type { ActionInputs } from '../../inputs/types.ts';
import type { PicturesBefore } from '../../report/pictures-before.ts';
import { runComment } from '../../report/comment/render-comment.ts';
import { pullProblems } from '../../report/pull-outcome.ts';
import type { Report } from '../../report/types.ts';
import type { World } from '../../runner/world.ts';
import { nameSpec } from '../comment/post-comment.ts';
import { openPull, type PullPorts } from './open-pull.ts';

/** Proposes what is on the run's branch, if it is asked to: the report with what became of the pull request. */
export async function propose(
  report: Report,
  opened: OpenedBranch | undefined,
  before: PicturesBefore,
  inputs: Pick<ActionInputs, 'githubToken' | 'pullInto' | 'branch' | 'spec'>,
  world: PullPorts & Pick<World, 'job' | 'workspace'>,
): Promise<Report> {
  const { job, workspace } = world;
  const pull = await openPull(
    {
      opened,
      delivery: report.branch,
      // One for each head, so the job that writes it does not matter.
      key: { spec: nameSpec(inputs.spec, workspace), workflow: '', job: '', destination: '' },
      text: runComment(report, before, { runUrl: job.runUrl, job: job.name }),
    },
    inputs,
    world,
  );
  if (pull === undefined) return report;
  return { ...report, pull, problems: [...report.problems, ...pullProblems(pull)] };
}
