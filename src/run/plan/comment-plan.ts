import type { ActionInputs } from '../../inputs/types.ts';
import { describeNotPosted } from '../../report/comment/describe-not-posted.ts';
import { planComment } from '../../report/comment/render-comment.ts';
import { countProblems } from '../../report/render-check.ts';
import { renderPlanSummary } from '../../report/plan/render-plan-summary.ts';
import type { PlanFile } from '../../report/plan/types.ts';
import type { World } from '../../runner/world.ts';
import type { Problem } from '../../shared/problem.ts';
import { toSentence } from '../../shared/sentence.ts';
import { nameSpec, postComment } from '../comment/post-comment.ts';
import type { StepVerdict } from '../end/conclude-run.ts';
import { nameDestination } from '../ledger/name-destination.ts';
import { readApprovedPlan } from '../prepare/read-approved-plan.ts';
import { publishCheck } from './publish-check.ts';

const OUTCOMES = { posted: 'commented', 'no-pull': 'unchanged', 'not-posted': 'failed' } as const;

/**
 * The story of a run that comments a plan of another run on its pull request. The plan may come from a fork: it is read
 * like any text from outside, and everything that is shown is rendered here.
 */
export async function commentPlan(inputs: ActionInputs, world: World): Promise<StepVerdict> {
  const { actions, log, job } = world;
  const read = await readApprovedPlan(inputs, world);
  const plan = read.ok ? read.value : undefined;
  const problems = read.ok ? checkPlan(read.value, inputs, world) : read.error;
  if (plan === undefined || problems.length > 0) {
    const headline = `The plan was not commented: ${countProblems(problems)}`;
    await publishCheck({ outcome: 'failed', headline, problems }, world);
    return { failure: `${headline}, all in the log and the job summary.` };
  }
  const text = planComment(plan, { runUrl: job.runUrl, job: job.name });
  const outcome = await postComment(
    text,
    // By this workflow's own inputs: the plan's author could have a new comment written with each push.
    { ...inputs, destination: nameDestination(inputs) },
    world,
  );
  await actions.writeSummary(renderPlanSummary(plan));
  actions.setOutput('outcome', OUTCOMES[outcome.kind]);
  switch (outcome.kind) {
    case 'posted':
      return {};
    case 'no-pull':
      // It was closed meanwhile, or has newer commits, whose own run comments.
      log.info(toSentence(`there is no comment, because ${outcome.why}`));
      return {};
    case 'not-posted':
      return { failure: describeNotPosted(outcome.reason) };
  }
}

/** A plan of another spec or repository would be shown under the name of this one. */
function checkPlan(
  plan: PlanFile | undefined,
  { planFile = '', spec }: Pick<ActionInputs, 'planFile' | 'spec'>,
  { repository: { url }, workspace }: Pick<World, 'repository' | 'workspace'>,
): readonly Problem[] {
  const refuse = (what: string): readonly Problem[] => [
    { severity: 'error', message: `Input \`plan-file\` is \`${planFile}\`, a plan ${what}.` },
  ];
  if (plan === undefined) return [];
  if (plan.repositoryUrl.toLowerCase() !== url.toLowerCase())
    return refuse(`of another repository (${plan.repositoryUrl}, not ${url})`);
  const own = nameSpec(spec, workspace);
  if (plan.spec.path !== own)
    return refuse(
      `of another spec (${plan.spec.path}, not ${own}). Set the input \`spec\` as in the workflow that plans`,
    );
  return [];
}
