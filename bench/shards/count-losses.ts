import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import * as z from 'zod';

import type { DividedPlan } from './divided-plan.ts';

const git = promisify(execFile);

const lockFile = z.object({
  edits: z.record(z.string(), z.object({ input: z.object({ prompt: z.string() }) })),
});
const resultsFile = z.object({
  edits: z.array(z.object({ prompt: z.string(), state: z.string() })),
});

/** What became of the edits of a plan whose last job has ended. */
export interface Losses {
  readonly submits: number;
  /** Submits of an edit that was submitted before. */
  readonly paid_twice: number;
  /** Edits that were submitted, are not on the branch, and are not named as perhaps submitted. */
  readonly lost: number;
  /** Edits that the last job names as perhaps submitted. */
  readonly unknown: number;
  /** Edits on the branch. */
  readonly delivered: number;
  /** Commits of the branch that have not exactly one parent; the first one has none. */
  readonly forks: number;
}

/** Counts from what the service was sent, what the branch has, and the results file of the last job. */
export async function countLosses(
  { emulator, repository }: Pick<DividedPlan, 'emulator' | 'repository'>,
  results: string,
): Promise<Losses> {
  const show = await git('git', ['-C', repository, 'show', 'assets:edits.lock.json'], { maxBuffer: 2 ** 30 });
  const there = new Set(
    Object.values(lockFile.parse(JSON.parse(show.stdout)).edits).map(({ input }) => input.prompt),
  );
  const { edits } = resultsFile.parse(JSON.parse(await readFile(results, 'utf8')));
  const unknown = new Set(edits.flatMap(({ prompt, state }) => (state === 'unknown' ? [prompt] : [])));
  const sent = emulator.ledger.map(({ input }) => z.object({ prompt: z.string() }).parse(input).prompt);
  const log = await git('git', ['-C', repository, 'log', '--format=%P', 'assets']);
  const parents = log.stdout.trimEnd().split('\n');
  return {
    submits: sent.length,
    paid_twice: sent.length - new Set(sent).size,
    lost: sent.filter((prompt) => !there.has(prompt) && !unknown.has(prompt)).length,
    unknown: unknown.size,
    delivered: there.size,
    forks: parents.slice(0, -1).filter((each) => each.split(' ').length !== 1 || each === '').length,
  };
}

/** How large the pictures of the branch are together, in MB; equal ones are sent once. */
export async function measurePictures(repository: string): Promise<number> {
  const listed = await git('git', ['-C', repository, 'ls-tree', '-r', '-l', 'assets']);
  const sizes = new Map(
    listed.stdout
      .split('\n')
      .filter((line) => line.endsWith('.jpg'))
      .map((line) => {
        const [, , blob = '', bytes = ''] = line.split(/\s+/);
        return [blob, Number(bytes)];
      }),
  );
  return [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0) / 1e6;
}
