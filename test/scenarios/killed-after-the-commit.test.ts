import type { ChildProcess } from 'node:child_process';
import { expect, test } from 'vitest';

import { LEDGER_REF } from '../../src/ledger/stores/git-store.ts';
import { parseLedger } from '../../src/ledger/stores/parse-ledger.ts';
import { readBranch, readCommits, runGit } from '../support/bare-repository.ts';
import { createBranchStage, readLock, type BranchStage } from '../support/branch-stage.ts';

/** Sent one after the other, so that the ledger learns the request id of the first when the third is claimed. */
const spec = `version: 1
defaults: { size: 1024x1024, force-single: true }
edits:
  hero: { prompt: A hero., images: a.png }
  two: { prompt: A second one., images: a.png }
  three: { prompt: A third one., images: a.png }
  four: { prompt: A fourth one., images: a.png }
`;

/** Runs main, and kills it when its commit is on the branch and the ledger does not know it yet. */
async function killAfterCommit({ job, git }: BranchStage): Promise<void> {
  let child: ChildProcess | undefined;
  const main = await job.main({
    inputs: { 'max-parallel': '1' },
    onSpawn: (spawned) => {
      child = spawned;
    },
    onLine: ({ text }) => {
      if (!text.startsWith('Committed to ')) return;
      git.faults.push({ match: /./, times: Infinity, kind: 'hang' });
      child?.kill('SIGKILL');
    },
  });
  expect(main.signal, main.stdout).toBe('SIGKILL');
  git.faults.length = 0;
}

/** How the hero is in the ledger, by its claims. */
async function readStates({ repository }: BranchStage): Promise<readonly string[]> {
  const text = (await runGit(repository, ['show', `${LEDGER_REF}:ledger.json`])).toString();
  const ledger = await parseLedger(text, LEDGER_REF, new AbortController().signal);
  if (!ledger.ok) throw new Error(ledger.error.message);
  const hero = [...ledger.value.values()].flat().filter(({ edit }) => edit === 'hero');
  return hero.map(({ state }) => state);
}

/** The request that made the hero's picture on a branch. */
async function madeBy({ repository }: BranchStage, branch = 'assets'): Promise<string | undefined> {
  return readLock(await readBranch(repository, branch)).edits['hero']?.request_id;
}

/** The last request of the service. */
function lastOf({ emulator }: BranchStage): string | undefined {
  return emulator.ledger.at(-1)?.requestId;
}

test.each([[true], [false]])(
  'killed between its commit and the ledger (its post step runs: %s): the next run neither pays nor commits, and force makes new pictures each time',
  async (hasPost) => {
    await using stage = await createBranchStage({ 'edits.yml': spec });
    await killAfterCommit(stage);
    expect(await readStates(stage)).toEqual(['accepted']);
    if (hasPost) expect((await stage.job.post()).exitCode).toBe(0);
    const ofHero = stage.emulator.ledger.find(({ input }) => JSON.stringify(input).includes('A hero.'));
    expect(await madeBy(stage)).toBe(ofHero?.requestId);

    const next = await stage.job.main({ facts: { runId: '8' } });
    expect(next.outputs, next.stdout).toMatchObject({ outcome: 'unchanged' });
    expect(stage.emulator.ledger).toHaveLength(4);
    expect(await readCommits(stage.repository)).toHaveLength(1);

    for (const runId of ['9', '10']) {
      const forced = await stage.job.main({ facts: { runId }, inputs: { force: 'hero' } });
      expect(forced.outputs, forced.stdout).toMatchObject({ outcome: 'success', succeeded: '1' });
      expect(await madeBy(stage)).toBe(lastOf(stage));
    }
    expect(stage.emulator.ledger).toHaveLength(6);
    expect(await readCommits(stage.repository)).toHaveLength(3);
    expect(new Set(await readStates(stage))).toEqual(new Set(['delivered']));
  },
);

test.each([
  [{ branch: 'other' }, 'other', 'edits.lock.json'],
  [{ 'branch-directory': 'web' }, 'assets', 'web/edits.lock.json'],
])(
  'killed between its commit and the ledger: a run that delivers to %j collects it once, and force there makes new pictures each time',
  async (inputs, branch, lockFile) => {
    await using stage = await createBranchStage({ 'edits.yml': spec });
    await killAfterCommit(stage);
    const there = async (): Promise<string | undefined> =>
      readLock(await readBranch(stage.repository, branch), lockFile).edits['hero']?.request_id;

    const next = await stage.job.main({ facts: { runId: '8' }, inputs: { ...inputs, only: 'hero' } });
    expect(next.outputs, next.stdout).toMatchObject({ outcome: 'success' });
    expect(stage.emulator.ledger).toHaveLength(4);
    expect(await there()).toBe(stage.emulator.ledger[0]?.requestId);

    for (const runId of ['9', '10']) {
      const force = { ...inputs, only: 'hero', force: 'hero' };
      const forced = await stage.job.main({ facts: { runId }, inputs: force });
      expect(forced.outputs, forced.stdout).toMatchObject({ outcome: 'success', succeeded: '1' });
      expect(await there()).toBe(lastOf(stage));
    }
    expect(stage.emulator.ledger).toHaveLength(6);

    const back = await stage.job.main({ facts: { runId: '11' } });
    expect(back.outputs, back.stdout).toMatchObject({ outcome: 'unchanged' });
    expect(stage.emulator.ledger).toHaveLength(6);
  },
);
