import type { LedgerEntry } from '../emulator/ledger.ts';
import { readActionMetadata } from './action-metadata.ts';
import type { StepResult } from './run-action.ts';
import type { Results } from './read-results.ts';

/** Everything the demo knows after the two entries ended. */
export interface DemoRun {
  readonly main: StepResult;
  readonly post: StepResult;
  readonly results: Results;
  /** What was uploaded. */
  readonly artifacts: readonly { readonly name: string; readonly digest: string }[];
  /** What the service was paid for. */
  readonly ledger: readonly LedgerEntry[];
  /** Values that must not stand in anything the action wrote. */
  readonly secrets: readonly string[];
}

/** Fewer edits would not show a matrix, an edit that uses another and the rest of them. */
const fewestEdits = 6;

/** Judges a run of the demo; gives a sentence for everything that is not as it should be. */
export async function checkRun(run: DemoRun): Promise<readonly string[]> {
  const { main, post, results, artifacts, ledger, secrets } = run;
  const { outputs: declared } = await readActionMetadata();
  const { outputs } = main;
  const unmade = results.edits.filter((edit) => edit.state !== 'succeeded');
  const missing = Object.keys(declared).filter((name) => (outputs[name] ?? '') === '');
  const surplus = Object.keys(outputs).filter((name) => !Object.hasOwn(declared, name));
  // Commands that set a mask hold the secret; the runner shows them to nobody.
  const written = [main, post].map(({ log, summary }) => JSON.stringify([log.annotations, summary]));
  const plain = [main, post].flatMap(({ stdout, stderr }) =>
    `${stdout}\n${stderr}`.split('\n').filter((line) => !line.startsWith('::add-mask::')),
  );
  const everything = [...written, ...plain, JSON.stringify(outputs), JSON.stringify(results)].join('\n');
  const expectations: readonly (readonly [fine: boolean, fault: string])[] = [
    [main.exitCode === 0, `main ended with ${String(main.exitCode ?? main.signal)}`],
    [post.exitCode === 0, `post ended with ${String(post.exitCode ?? post.signal)}`],
    [outputs['outcome'] === 'success', `the outcome is ${outputs['outcome'] ?? 'missing'}`],
    [results.complete, 'results.json is not complete'],
    [results.edits.length >= fewestEdits, `only ${results.edits.length} edits were made`],
    [unmade.length === 0, `not made: ${unmade.map((edit) => edit.id).join(', ')}`],
    [ledger.length === results.edits.length, `${ledger.length} submits for ${results.edits.length} edits`],
    [missing.length === 0, `outputs not set: ${missing.join(', ')}`],
    [surplus.length === 0, `outputs that action.yml does not name: ${surplus.join(', ')}`],
    [artifacts.length === 1, `${artifacts.length} artifacts were uploaded instead of one`],
    [
      artifacts.some(
        ({ name, digest }) => name === outputs['artifact-name'] && digest === outputs['artifact-digest'],
      ),
      'the outputs name another artifact than the one that was uploaded',
    ],
    [main.summary !== '', 'there is no job summary'],
    [!secrets.some((secret) => everything.includes(secret)), 'a secret stands in what the action wrote'],
  ];
  return expectations.flatMap(([fine, fault]) => (fine ? [] : [fault]));
}
