import { quotePath } from '../../deliver/branch/branch-paths.ts';
import type { ActionInputs } from '../../inputs/types.ts';
import { listPublished, listWantedFingerprints } from '../../plan/clean/list-needed.ts';
import { countProblems } from '../../report/render-check.ts';
import type { World } from '../../runner/world.ts';
import type { RunnerEvent } from '../../runner/read-event.ts';
import { startDeadline } from '../../shared/deadline.ts';
import { markdownCode, markdownSentence } from '../../shared/escape-markdown.ts';
import { plural } from '../../shared/format.ts';
import { listErrors, type Problem } from '../../shared/problem.ts';
import type { Clause } from '../../shared/sentence.ts';
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
  const done = await log.group('Clean', async () => {
    const work = async () => await cleanInTime(inputs, world, signal);
    const outcome = await unlessCutShort('The branches were not looked at', signal, work);
    if (outcome.kind === 'cleaned')
      log.info(outcome.branches.map((branch) => describeBranch(branch, quotePath)).join('\n'));
    return outcome;
  });
  const { problems } = done;
  const branches = done.kind === 'cleaned' ? done.branches : [];
  const cutShortBy = done.cutShortBy;
  const errors = listErrors(problems).length;
  const headline =
    done.kind === 'refused'
      ? `The preview branches were not cleaned up: ${cutShortBy ?? countProblems(problems)}`
      : `${countBranches(branches)}${cutShortBy === undefined ? '' : `, and the others were not looked at: ${cutShortBy}`}`;
  const outcome = cutShortBy !== undefined ? 'incomplete' : errors > 0 ? 'failed' : 'cleaned';
  const details = branches.map((branch) => `- ${describeBranch(branch, markdownCode, markdownSentence)}`);
  await publishCheck({ outcome, headline, problems, details }, world);
  const removed = branches.filter(({ kind }) => kind === 'removed');
  world.actions.setOutput('removed-branches', removed.map(({ branch }) => branch).join('\n'));
  return errors === 0 && cutShortBy === undefined
    ? {}
    : { failure: `${headline}. The log and the job summary have the details.` };
}

/** E.g. `4 preview branches removed, 2 kept, 1 not removed`. */
function countBranches(branches: readonly CleanedBranch[]): string {
  const count = (kind: CleanedBranch['kind']): number => branches.filter((each) => each.kind === kind).length;
  const failed = count('failed');
  const rest = failed === 0 ? '' : `, ${failed} not removed`;
  return `${plural(count('removed'), 'preview branch', 'preview branches')} removed, ${count('kept')} kept${rest}`;
}

interface Cleaned {
  readonly kind: 'cleaned';
  readonly branches: readonly CleanedBranch[];
  readonly problems: readonly Problem[];
  /** Why not all branches were looked at; absent if they were. */
  readonly cutShortBy?: Clause;
}

async function cleanInTime(
  inputs: ActionInputs,
  world: World,
  signal: AbortSignal,
): Promise<Cleaned | RefusedRun> {
  const refused = (problems: readonly Problem[]): RefusedRun => ({ kind: 'refused', problems });
  const foreign = await checkOrigin(inputs, world, signal);
  if (foreign !== undefined) return refused([foreign]);
  const unpublished = describeUnpublished(await world.readEvent(), world.env['GITHUB_REF']);
  if (unpublished !== undefined) {
    const message = `Nothing was removed: ${unpublished}, and only the spec of the default branch decides which pictures are still needed. Run \`mode: clean\` on a schedule.`;
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
  const { branches, cutShortBy } = removed.value;
  const failures = branches.flatMap((branch): readonly Problem[] =>
    branch.kind === 'failed'
      ? [{ severity: 'error', message: `Branch ${quotePath(branch.branch)} was not removed: ${branch.why}` }]
      : [],
  );
  return {
    kind: 'cleaned',
    branches,
    problems: [...problems, ...failures],
    ...(cutShortBy !== undefined && { cutShortBy }),
  };
}

/** Why a run is not on the default branch, as far as is known; undefined if it is. A schedule runs nowhere else. */
export function describeUnpublished(
  { name, defaultBranch }: Pick<RunnerEvent, 'name' | 'defaultBranch'>,
  ref: string | undefined,
): Clause | undefined {
  if (name.startsWith('pull_request') || name === 'merge_group')
    return `the event \`${name}\` runs on changes that are not merged`;
  if (name === 'schedule') return undefined;
  if (defaultBranch === undefined) return `the event \`${name}\` does not say what the default branch is`;
  return ref === `refs/heads/${defaultBranch}`
    ? undefined
    : `the run is on \`${ref ?? 'an unknown ref'}\`, and not on the default branch \`${defaultBranch}\``;
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
