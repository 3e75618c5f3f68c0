import { createCommittedLookup } from '../../git/look-up-committed.ts';
import type { ActionInputs } from '../../inputs/types.ts';
import { checkNeededSizes } from '../../plan/check-needs.ts';
import { inspectReferences, type InspectionDeps } from '../../references/inspect-references.ts';
import { countProblems } from '../../report/render-check.ts';
import type { World } from '../../runner/world.ts';
import { startDeadline } from '../../shared/deadline.ts';
import type { Log } from '../../shared/ports.ts';
import { listErrors, type Problem } from '../../shared/problem.ts';
import type { Clause } from '../../shared/sentence.ts';
import type { StepVerdict } from '../end/conclude-run.ts';
import { sortProblems } from '../../spec/locate-issues.ts';
import { chooseWork, type WorkInputs } from '../prepare/choose-work.ts';
import { unlessCutShort } from '../prepare/refused-run.ts';
import { publishCheck } from './publish-check.ts';

/** What a run that only validates uses: files and the local repository, no network. */
type OfflinePorts = Pick<World, 'workspace' | 'temp' | 'env' | 'clock' | 'log' | 'actions' | 'stop'>;

/** The story of a run that checks the spec and the references, without any network and without a token. */
export async function validate(
  inputs: WorkInputs & Pick<ActionInputs, 'timeoutMs'>,
  world: OfflinePorts,
): Promise<StepVerdict> {
  using deadline = startDeadline(world.clock, inputs.timeoutMs, 'the run (input `timeout`)', world.stop);
  const { signal } = deadline;
  const { workspace, clock, log } = world;
  const lookUpCommitted = createCommittedLookup(world);
  const ports = { workspace, clock, signal, lookUpCommitted, resolveHost: undefined };
  const work = async (): Promise<Checked> => await checkSpec(inputs, ports, log);
  const checked = await unlessCutShort('The spec was not checked completely', signal, work);
  const { problems } = checked;
  const isCutShort = checked.kind === 'refused';
  const errors = listErrors(problems).length;
  const headline = describeChecked(checked);
  const outcome = isCutShort ? 'incomplete' : errors > 0 ? 'failed' : 'valid';
  await publishCheck({ outcome, headline, problems }, world);
  return errors === 0 ? {} : { failure: `${headline}, all in the log and the job summary.` };
}

/** What the check of a spec found. */
export interface Checked {
  readonly kind: 'checked';
  /** In the order of the file. */
  readonly problems: readonly Problem[];
  /** Whether all errors are about `only` and `force`, which choose the edits. */
  readonly isOnlyChoice: boolean;
}

/** What the check of a spec found, in one clause. */
export function describeChecked({
  problems,
  isOnlyChoice,
}: Pick<Checked, 'problems'> & Partial<Pick<Checked, 'isOnlyChoice'>>): Clause {
  const counts = countProblems(problems);
  if (listErrors(problems).length > 0)
    return `${isOnlyChoice === true ? 'The choice of edits' : 'The spec'} is not valid: ${counts}`;
  return `The spec is valid${counts === '' ? '' : `: ${counts}`}`;
}

/** Checks the spec and the references with these ports only. Throws the signal's reason. */
export async function checkSpec(inputs: WorkInputs, ports: InspectionDeps, log: Log): Promise<Checked> {
  const chosen = await chooseWork(inputs, ports, log);
  if (!chosen.ok) return { kind: 'checked', problems: chosen.error, isOnlyChoice: false };
  const { edits, warnings, problems } = chosen.value;
  const inspected = await inspectReferences(edits, ports);
  const found = [...warnings, ...inspected.problems, ...checkNeededSizes(inspected.edits)];
  return {
    kind: 'checked',
    problems: sortProblems([...problems, ...found]),
    isOnlyChoice: listErrors(found).length === 0,
  };
}
