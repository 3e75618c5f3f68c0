import { quotePath } from '../../deliver/branch/branch-paths.ts';
import type { ActionInputs } from '../../inputs/types.ts';
import { listPublished, listWantedFingerprints } from '../../plan/clean/list-needed.ts';
import { countProblems } from '../../report/render-check.ts';
import type { World } from '../../runner/world.ts';
import { startDeadline } from '../../shared/deadline.ts';
import { markdownCode, markdownSentence } from '../../shared/escape-markdown.ts';
import { plural } from '../../shared/format.ts';
import { listErrors, type Problem } from '../../shared/problem.ts';
import type { StepVerdict } from '../end/conclude-run.ts';
import { publishCheck } from '../plan/publish-check.ts';
import { checkOrigin } from '../prepare/check-origin.ts';
import { lookAround } from '../prepare/look-around.ts';
import { unlessCutShort, type RefusedRun } from '../prepare/refused-run.ts';
import { removePreviews, type CleanedBranch } from './remove-previews.ts';

/**
 * The story of a run that only removes preview branches which no one needs anymore. Makes no paid call, and writes nothing
 * else.
 */
export async function clean(inputs: ActionInputs, world: World): Promise<StepVerdict> {
  const { clock, log, stop } = world;
  using deadline = startDeadline(clock, inputs.timeoutMs, 'the run (input `timeout`)', stop);
  const { signal } = deadline;
  const done = await log.group(
    'Clean',
    async () =>
      await unlessCutShort('The branches were not looked at completely', signal, async () => {
        const outcome = await cleanInTime(inputs, world, signal);
        if (outcome.kind === 'cleaned')
          log.info(outcome.branches.map((branch) => describeBranch(branch, quotePath)).join('\n'));
        return outcome;
      }),
  );
  if (done.kind === 'refused') return await publish([], done.problems, done.cutShortBy !== undefined);
  return await publish(done.branches, done.problems, false);

  async function publish(
    branches: readonly CleanedBranch[],
    problems: readonly Problem[],
    isCutShort: boolean,
  ): Promise<StepVerdict> {
    const removed = branches.filter(({ kind }) => kind === 'removed');
    const errors = listErrors(problems).length;
    const headline =
      errors > 0
        ? `The preview branches were not cleaned up: ${countProblems(problems)}`
        : `${plural(removed.length, 'preview branch', 'preview branches')} removed, ${branches.length - removed.length} kept`;
    const outcome = isCutShort ? 'incomplete' : errors > 0 ? 'failed' : 'cleaned';
    const details = branches.map((branch) => `- ${describeBranch(branch, markdownCode, markdownSentence)}`);
    await publishCheck({ outcome, headline, problems, details }, world);
    world.actions.setOutput('removed-branches', removed.map(({ branch }) => branch).join('\n'));
    return errors === 0 ? {} : { failure: `${headline}, all in the log and the job summary.` };
  }
}

interface Cleaned {
  readonly kind: 'cleaned';
  readonly branches: readonly CleanedBranch[];
  readonly problems: readonly Problem[];
}

async function cleanInTime(
  inputs: ActionInputs,
  world: World,
  signal: AbortSignal,
): Promise<Cleaned | RefusedRun> {
  const refused = (problems: readonly Problem[]): RefusedRun => ({ kind: 'refused', problems });
  const foreign = await checkOrigin(inputs, world, signal);
  const { name } = await world.readEvent();
  if (foreign !== undefined) return refused([foreign]);
  if (name.startsWith('pull_request') || name === 'merge_group') {
    const message = `Nothing was removed: the event \`${name}\` runs on changes that are not merged, and only the published spec decides which pictures are still needed. Run \`mode: clean\` on a schedule.`;
    return refused([{ severity: 'error', message }]);
  }
  // What is needed follows from the whole spec, whatever a run is about.
  const looked = await lookAround({ ...inputs, only: [], force: [] }, world, signal);
  if (!looked.ok) return refused(looked.error);
  await using seen = looked.value;
  const problems = [...seen.problems, ...seen.branchFaults];
  if (listErrors(problems).length > 0 || seen.branch === undefined) return refused(problems);
  const { recorded } = seen.branch;
  const facts = {
    published: listPublished(recorded),
    wanted: listWantedFingerprints(seen.edits, { ...seen.options, recorded }),
    spec: seen.spec.path,
  };
  const removed = await removePreviews(seen.branch, facts, inputs, world, signal);
  if (!removed.ok) return refused([...problems, removed.error]);
  const failures = removed.value.flatMap((branch): readonly Problem[] =>
    branch.kind === 'failed'
      ? [{ severity: 'error', message: `Branch ${quotePath(branch.branch)} was not removed: ${branch.why}` }]
      : [],
  );
  return { kind: 'cleaned', branches: removed.value, problems: [...problems, ...failures] };
}

function describeBranch(
  branch: CleanedBranch,
  name: (text: string) => string,
  clause = (text: string): string => text,
): string {
  switch (branch.kind) {
    case 'removed':
      return `${name(branch.branch)} removed`;
    case 'kept':
      return `${name(branch.branch)} kept: ${clause(branch.why)}`;
    case 'failed':
      return `${name(branch.branch)} not removed: ${clause(branch.why)}`;
  }
}
