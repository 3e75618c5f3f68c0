import { expect, it } from 'vitest';

import { renderLock } from '../../../src/lock/render-lock.ts';
import { describeUnpublished } from '../../../src/run/clean/clean.ts';
import { removePreviews } from '../../../src/run/clean/remove-previews.ts';
import { parseGlobs } from '../../../src/inputs/parse-value.ts';
import { commitByOther, readCommits } from '../../support/bare-repository.ts';
import { createWorldStage } from '../../support/world-stage.ts';
import { createDeliveryStage } from '../../deliver/branch/delivery-stage.ts';

it('a run that is stopped reports the branches that it removed until then', async () => {
  await using stage = await createDeliveryStage();
  await using here = await createWorldStage('');
  for (const pullRequest of [1, 2, 3]) {
    const lock = renderLock({ edits: new Map(), pages: [], preview: { pullRequest } });
    await commitByOther(stage.bare, { 'edits.lock.json': lock }, `assets-pr-${pullRequest}`);
  }
  const own = await stage.open({ place: { branch: 'assets', directory: '' } });
  const stop = new AbortController();
  const world = {
    ...here.world,
    github: () => ({
      ...here.world.github(''),
      pullState: async (number: number) => {
        if (number === 2) stop.abort(new Error('the run ran out of time'));
        return await Promise.resolve({ kind: 'closed' as const, closedAtMs: 0 });
      },
    }),
  };
  const globs = parseGlobs('assets-pr-*');
  const adoptFrom = globs.ok ? globs.value : [];
  const inputs = { adoptFrom, branch: 'assets', githubToken: '', spec: 'edits.yml' };
  const nothing = { published: new Set<string>(), wanted: new Set<string>(), spec: 'edits.yml' };
  expect(await removePreviews(own, nothing, inputs, world, stop.signal)).toEqual({
    ok: true,
    value: { branches: [{ branch: 'assets-pr-1', kind: 'removed' }], cutShortBy: 'the run ran out of time' },
  });
  const left = [1, 2, 3].map(async (number) => (await readCommits(stage.bare, `assets-pr-${number}`)).length);
  expect(await Promise.all(left)).toEqual([0, 1, 1]);
});

it.each([
  ['schedule', undefined, undefined, undefined],
  ['push', 'main', 'refs/heads/main', undefined],
  ['push', 'main', 'refs/heads/new', 'the run is on `refs/heads/new`, and not on the default branch `main`'],
  [
    'workflow_dispatch',
    undefined,
    'refs/heads/main',
    'the event `workflow_dispatch` does not say what the default branch is',
  ],
  ['pull_request', 'main', 'refs/heads/main', 'the event `pull_request` runs on changes that are not merged'],
])('%s with the default branch %s on %s: %s', (name, defaultBranch, ref, why) => {
  expect(describeUnpublished({ name, ...(defaultBranch !== undefined && { defaultBranch }) }, ref)).toBe(why);
});
