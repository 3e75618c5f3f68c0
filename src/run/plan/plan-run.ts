import type { PlanReason } from '../../inputs/decide-mode.ts';
import type { ActionInputs } from '../../inputs/types.ts';
import { problemsComment } from '../../report/comment/render-comment.ts';
import { countProblems } from '../../report/render-check.ts';
import type { World } from '../../runner/world.ts';
import { startDeadline } from '../../shared/deadline.ts';
import { commentIfAsked, type CommentInputs } from '../comment/comment-note.ts';
import type { StepVerdict } from '../end/conclude-run.ts';
import type { RefusedRun } from '../prepare/refused-run.ts';
import { describeForeseen } from './describe-foreseen.ts';
import { foresee } from './foresee.ts';
import { publishCheck } from './publish-check.ts';
import { judgePlanned, publishPlan } from './publish-plan.ts';

/**
 * The story of a run that only plans: it says what a run that applies would do, and does nothing of it. It makes no paid
 * call, needs no secret, and writes nothing but the plan file, in a folder of the job.
 */
export async function planRun(because: PlanReason, inputs: ActionInputs, world: World): Promise<StepVerdict> {
  const { clock, log, stop } = world;
  using deadline = startDeadline(clock, inputs.timeoutMs, 'the run (input `timeout`)', stop);
  if (because === 'event') {
    const { name } = await world.readEvent();
    log.info(`This run only plans, because the event is \`${name}\`. With \`mode: apply\` it would send.`);
  }
  const foreseen = await log.group('Plan', async () => {
    const outcome = await foresee(because, inputs, world, deadline.signal);
    if (outcome.kind === 'foreseen') log.info(describeForeseen(outcome, clock.now()).join('\n'));
    return outcome;
  });
  if (foreseen.kind === 'refused') return await refusePlan(foreseen, inputs, world);
  await publishPlan(foreseen.file, inputs, world);
  return judgePlanned(foreseen.file, inputs);
}

/** Reports that there is no plan, which always fails the step. */
async function refusePlan(
  { problems, cutShortBy }: RefusedRun,
  inputs: CommentInputs,
  world: World,
): Promise<StepVerdict> {
  const headline = `There is no plan: ${cutShortBy ?? countProblems(problems)}`;
  const outcome = cutShortBy === undefined ? 'failed' : 'incomplete';
  const { runUrl, name } = world.job;
  const text = problemsComment(`✗ ${headline}`, problems, { runUrl, job: name });
  await publishCheck({ outcome, headline, problems }, world, async () => {
    return (await commentIfAsked(text, inputs, world)).note;
  });
  const where = cutShortBy === undefined ? ', all in the log and the job summary' : '';
  return { failure: `${headline}${where}.` };
}
