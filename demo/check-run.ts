import { readActionMetadata } from './action-metadata.ts';
import type { BranchRecord } from './read-branch.ts';
import type { Results } from './read-results.ts';
import type { StepResult } from './run-action.ts';

/** Outputs that only a plan, a clean-up or a delivery by pull request sets. */
const OF_OTHER_RUNS: ReadonlySet<string> = new Set([
  'estimated-cost-usd',
  'plan-file',
  'removed-branches',
  'pull-request-url',
  'shards',
  'shared-shard',
]);

/** Everything the demo knows after the two entries ended. */
export interface DemoRun {
  readonly main: StepResult;
  readonly post: StepResult;
  readonly results: Results;
  /** What was uploaded. */
  readonly artifacts: readonly { readonly name: string; readonly digest: string }[];
  /** The assets branch, absent if there is none. */
  readonly branch?: BranchRecord;
  /** Submits that the service was paid for. */
  readonly submits: number;
  /** Values that must not appear in anything the action wrote. */
  readonly secrets: readonly string[];
}

/** The first one is there. */
const FURTHER_TAKES = 3;

/** Fewer edits would not show a matrix, an edit that uses another and the rest of them. */
const fewestEdits = 6;

/** Judges a run of the demo; gives a sentence for everything that is not as it should be. */
export async function checkRun(run: DemoRun): Promise<readonly string[]> {
  const { main, post, results, artifacts, branch, submits } = run;
  const { outputs: declared } = await readActionMetadata();
  const { outputs } = main;
  const unmade = results.edits.filter((edit) => edit.state !== 'succeeded');
  const missing = Object.keys(declared).filter(
    (name) => !OF_OTHER_RUNS.has(name) && (outputs[name] ?? '') === '',
  );
  const surplus = Object.keys(outputs).filter((name) => !Object.hasOwn(declared, name));
  const expectations: readonly (readonly [fine: boolean, fault: string])[] = [
    [main.exitCode === 0, `main ended with ${String(main.exitCode ?? main.signal)}`],
    [post.exitCode === 0, `post ended with ${String(post.exitCode ?? post.signal)}`],
    [outputs['outcome'] === 'success', `the outcome is ${outputs['outcome'] ?? 'missing'}`],
    [results.complete, 'results.json is not complete'],
    [results.edits.length >= fewestEdits, `edits made: ${results.edits.length}, fewer than ${fewestEdits}`],
    [unmade.length === 0, `not made: ${unmade.map((edit) => edit.id).join(', ')}`],
    [submits === results.edits.length, `submits: ${submits}, edits: ${results.edits.length}`],
    [missing.length === 0, `outputs not set: ${missing.join(', ')}`],
    [surplus.length === 0, `outputs that action.yml does not name: ${surplus.join(', ')}`],
    [artifacts.length === 1, `${artifacts.length} artifacts were uploaded instead of one`],
    [
      artifacts.some(
        ({ name, digest }) => name === outputs['artifact-name'] && digest === outputs['artifact-digest'],
      ),
      'the outputs name another artifact than the one that was uploaded',
    ],
    [branch !== undefined, 'there is no assets branch'],
    [branch === undefined || branch.log.length === 1, 'the branch has more than one commit'],
    [
      branch === undefined || branch.commit === outputs['commit-sha'],
      'the output commit-sha is not the commit of the branch',
    ],
    [main.summary !== '', 'there is no job summary'],
    [!revealsSecrets(run), 'a secret appears in what the action wrote'],
  ];
  return expectations.flatMap(([fine, fault]) => (fine ? [] : [fault]));
}

/** Judges a second run of the same, which must find everything made. */
export function checkSecondRun(first: DemoRun, second: DemoRun): readonly string[] {
  const { main, post, artifacts, branch, submits } = second;
  const expectations: readonly (readonly [fine: boolean, fault: string])[] = [
    [main.exitCode === 0 && post.exitCode === 0, 'the second run failed'],
    [
      main.outputs['outcome'] === 'unchanged',
      `the outcome of the second run is ${main.outputs['outcome'] ?? 'missing'}`,
    ],
    [submits === first.submits, `submits in the second run: ${submits - first.submits}`],
    [branch?.commit === first.branch?.commit, 'the second run made a commit'],
    [artifacts.length === first.artifacts.length, 'the second run uploaded an artifact'],
    [!revealsSecrets(second), 'a secret appears in what the second run wrote'],
  ];
  return expectations.flatMap(([fine, fault]) => (fine ? [] : [fault]));
}

/** Judges runs that make further takes of an edit, and then keep another one of them. */
export function checkTakes(second: DemoRun, takes: DemoRun, kept: DemoRun): readonly string[] {
  const expectations: readonly (readonly [fine: boolean, fault: string])[] = [
    [takes.main.exitCode === 0 && takes.post.exitCode === 0, 'the run with takes failed'],
    [
      takes.submits - second.submits === FURTHER_TAKES,
      `submits for ${FURTHER_TAKES} further takes: ${takes.submits - second.submits}`,
    ],
    [kept.main.exitCode === 0 && kept.post.exitCode === 0, 'the run that keeps another take failed'],
    [kept.submits === takes.submits, `submits to keep another take: ${kept.submits - takes.submits}`],
    [kept.branch?.commit !== takes.branch?.commit, 'keeping another take changed nothing on the branch'],
    [!revealsSecrets(takes) && !revealsSecrets(kept), 'a secret appears in what a run with takes wrote'],
  ];
  return expectations.flatMap(([fine, fault]) => (fine ? [] : [fault]));
}

function revealsSecrets({ main, post, results, secrets }: DemoRun): boolean {
  // Commands that set a mask contain the secret; the runner does not show them.
  const written = [main, post].map(({ log, summary }) => JSON.stringify([log.annotations, summary]));
  const plain = [main, post].flatMap(({ stdout, stderr }) =>
    `${stdout}\n${stderr}`.split('\n').filter((line) => !line.startsWith('::add-mask::')),
  );
  const everything = [...written, ...plain, JSON.stringify(main.outputs), JSON.stringify(results)].join('\n');
  return secrets.some((secret) => everything.includes(secret));
}
