import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';

import { tellEndings } from './judge-requests.ts';
import { KINDS, type Kind } from './places.ts';
import { runSeed, type SeedResult } from './run-seed.ts';

const HELP = `Runs the bundled action (npm run build) again and again against services that fail at random, ends it by
signals at random instants, and checks after each run that nothing is paid for twice and nothing is lost.

  npm run chaos -- [--seed S] [--runs N] [--at-once K] [--action FOLDER] [--logs FILE]

  --seed S         the first story (default 1); the others follow it
  --runs N         so many stories (default 40)
  --kinds NAMES    what they are about, of: branch, preview, pull-request (default: branch, and each fifth another one)
  --at-once K      side by side (default 6)
  --action FOLDER  another copy of the action than this one
  --logs FILE      writes what the runs of the last failed story printed
`;

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    runs: { type: 'string', default: '40' },
    kinds: { type: 'string' },
    'at-once': { type: 'string', default: '6' },
    action: { type: 'string' },
    logs: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) process.stdout.write(HELP);
else process.exitCode = await runAll(Number(values.seed), Number(values.runs), Number(values['at-once']));

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function runAll(first: number, runs: number, atOnce: number): Promise<number> {
  const kinds = readKinds(values.kinds);
  const stories = Array.from({ length: runs }, (_, index) => ({
    seed: first + index,
    kind: kinds === undefined ? kindAt(index) : (kinds[index % kinds.length] ?? 'branch'),
  }));
  const totals = { stories: 0, failed: 0, processes: 0, ended: 0, submits: 0, paid: 0 };
  const next = async (): Promise<void> => {
    for (let story = stories.shift(); story !== undefined; story = stories.shift()) {
      const result = await play(story);
      const steps = result?.attempts.flatMap(({ machines }) => machines.map(({ main }) => main)) ?? [];
      totals.stories += 1;
      totals.failed += result?.faults.length === 0 ? 0 : 1;
      totals.processes += steps.length;
      totals.ended += steps.filter(({ wasEnded }) => wasEnded).length;
      totals.submits += result?.evidence.submits.length ?? 0;
      totals.paid += result?.evidence.jobs.filter(({ state }) => state === 'succeeded').length ?? 0;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, next));
  const { failed, processes, ended, submits, paid } = totals;
  print(
    `${totals.stories} stories, ${failed} failed: ${processes} runs, ${ended} of them ended from outside; ${submits} submits, ${paid} jobs that succeeded`,
  );
  return failed === 0 ? 0 : 1;
}

interface Story {
  readonly seed: number;
  readonly kind: Kind;
}

/** Each fifth story is of another kind, by turns. */
function kindAt(index: number): Kind {
  if (index % 5 !== 4) return 'branch';
  return index % 10 === 4 ? 'preview' : 'pull-request';
}

function readKinds(text: string | undefined): readonly Kind[] | undefined {
  return text?.split(',').map((name) => {
    const kind = KINDS.find((each) => each === name.trim());
    if (kind === undefined) throw new Error(`--kinds: ${name} is none of ${KINDS.join(', ')}`);
    return kind;
  });
}

/** Plays one story and returns what came of it; undefined if it broke off. */
async function play(story: Story): Promise<SeedResult | undefined> {
  const { seed, kind } = story;
  const name = kind === 'branch' ? `seed ${seed}` : `seed ${seed}, ${kind}`;
  const startedAtMs = Date.now();
  try {
    const result = await runSeed(seed, kind, values.action);
    const { faults, attempts, evidence } = result;
    const endings = attempts.map(tellEndings).join(', ');
    const seconds = ((Date.now() - startedAtMs) / 1000).toFixed(1);
    print(
      `${name}: ${evidence.submits.length} submits in ${attempts.length} attempts (${endings}), ${seconds} s`,
    );
    if (faults.length > 0) await complain(story, faults, result);
    return result;
  } catch (error) {
    print(`${name}: ${error instanceof Error ? String(error.stack) : String(error)}`);
    await complain(story, ['it broke off']);
    return undefined;
  }
}

async function complain(
  { seed, kind }: Story,
  faults: readonly string[],
  result?: SeedResult,
): Promise<void> {
  for (const fault of faults) print(`  FAULT ${fault}`);
  print(`  again: npm run chaos -- --kinds ${kind} --seed ${seed} --runs 1`);
  if (values.logs === undefined || result === undefined) return;
  const logs = result.attempts.flatMap(({ attempt, machines }, index) =>
    machines.map(({ ending, main, post }) =>
      [
        `=== attempt ${index + 1}: ${JSON.stringify({ ...attempt, spec: attempt.spec.length, ending }, showPatterns)}`,
        main.result.stdout,
        `--- post\n${post?.result.stdout ?? 'none'}`,
      ].join('\n'),
    ),
  );
  await writeFile(values.logs, logs.join('\n'));
}

function showPatterns(_key: string, value: unknown): unknown {
  return value instanceof RegExp ? String(value) : value;
}
