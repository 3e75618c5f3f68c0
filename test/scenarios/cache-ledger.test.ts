import type { ChildProcess } from 'node:child_process';
import { expect, test } from 'vitest';

import { startCacheService, type CacheService } from '../../demo/cache-service/start-cache-service.ts';
import { createBranchStage, type BranchStage } from '../support/branch-stage.ts';
import { readStates } from '../support/stage.ts';

const spec = `version: 1
defaults: { size: 1024x1024, force-single: true }
edits:
  slow: { prompt: A slow one., images: a.png }
  quick: { prompt: A quick one., images: a.png }
`;

interface CacheStage extends AsyncDisposable {
  readonly stage: BranchStage;
  readonly cache: CacheService;
}

/** A job with `contents: read` that delivers an artifact, and whose runner offers a cache. */
async function createCacheStage(inputs: Readonly<Record<string, string>> = {}): Promise<CacheStage> {
  await using made = new AsyncDisposableStack();
  const all = { deliver: 'artifact', ...inputs };
  const stage = made.use(await createBranchStage({ 'edits.yml': spec }, { inputs: all }));
  const cache = made.use(await startCacheService(stage.artifacts));
  stage.git.readOnly = true;
  const resources = made.move();
  return {
    stage,
    cache,
    [Symbol.asyncDispose]: async () => {
      await resources.disposeAsync();
    },
  };
}

async function killAt({ stage: { job }, cache }: CacheStage, line: string): Promise<void> {
  let child: ChildProcess | undefined;
  const main = await job.main({
    env: cache.env(),
    onSpawn: (spawned) => {
      child = spawned;
    },
    onLine: ({ text }) => {
      if (text.startsWith(line)) child?.kill('SIGKILL');
    },
  });
  expect(main.signal, main.stdout).toBe('SIGKILL');
}

test('without `contents: write`, killed: the post step saves to the cache, and the next run collects without a submit', async () => {
  await using here = await createCacheStage();
  const { stage, cache } = here;
  stage.emulator.faults.add({ on: 'job', kind: 'lasts', ms: 3000, match: 'A slow one' });
  await killAt(here, 'quick  succeeded');
  expect(stage.emulator.ledger).toHaveLength(2);
  const saved = cache.entries.length;

  const post = await stage.job.post({ env: cache.env() });
  expect(post.exitCode, post.stdout).toBe(0);
  expect(post.summary).toContain('the next run collects it without paying again');
  expect(cache.entries.length).toBeGreaterThan(saved);

  const next = await stage.job.main({ facts: { runId: '4712' }, env: cache.env() });
  expect(next.exitCode, next.stdout).toBe(0);
  expect(next.outputs).toMatchObject({ outcome: 'success', succeeded: '2' });
  expect(next.stdout).toContain('It is kept in the Actions cache instead.');
  expect(stage.emulator.ledger).toHaveLength(2);
});

test('a machine that is lost after the claim, with `ledger: cache`: held as unknown, not sent again', async () => {
  await using here = await createCacheStage({ ledger: 'cache', only: 'slow' });
  const { stage, cache } = here;
  stage.emulator.faults.add({ on: 'submit', kind: 'hang', accepted: true, nth: 1 });
  let child: ChildProcess | undefined;
  const running = stage.job.main({
    env: cache.env(),
    onSpawn: (spawned) => {
      child = spawned;
    },
  });
  await expect.poll(() => stage.emulator.ledger.length).toBe(1);
  child?.kill('SIGKILL');
  expect((await running).signal).toBe('SIGKILL');

  const again = await stage.job.main({ facts: { attempt: 2 }, env: cache.env() });
  expect(again.exitCode).toBe(1);
  expect(await readStates(again.outputs['results-file'] ?? '')).toEqual({ slow: 'unknown' });
  expect(stage.emulator.ledger).toHaveLength(1);
});

test('nothing is sent while the cache cannot be read, or cannot be written', async () => {
  await using here = await createCacheStage({ ledger: 'cache' });
  const { stage, cache } = here;
  const wrong = `${cache.env().ACTIONS_RUNTIME_TOKEN}-of-another-job`;
  for (const env of [cache.env({ mayWrite: false }), { ...cache.env(), ACTIONS_RUNTIME_TOKEN: wrong }]) {
    const main = await stage.job.main({ env });
    expect(main.exitCode, main.stdout).toBe(1);
    expect(main.stdout).toContain('in the Actions cache');
    expect(main.stdout).toContain('Set `ledger: none` to run without it.');
  }
  const main = await stage.job.main({ env: { ...cache.env(), ACTIONS_CACHE_MODE: 'read' } });
  expect(main.stdout).toContain('no more than the mode `read`');
  expect(stage.emulator.ledger).toEqual([]);
});
