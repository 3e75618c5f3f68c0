import { expect, it } from 'vitest';

import type { Offer } from '../../../src/plan/adopt/rank-offers.ts';
import { judgePulls } from '../../../src/run/adopt/judge-pulls.ts';
import type { PullState } from '../../../src/runner/ask-github.ts';
import { lockEntry } from '../../lock/sample-lock.ts';
import { createWorldStage } from '../../support/world-stage.ts';

const never = new AbortController().signal;
const MERGE = 'a'.repeat(40);
const HEADS: Readonly<Record<number, string>> = { 7: '7'.repeat(40), 8: '8'.repeat(40) };

function offer(number: number, fingerprint: string): Offer {
  return {
    on: { kind: 'preview', branch: `assets-pr-${number}`, commit: 'c'.repeat(40) },
    id: 'hero',
    entry: lockEntry(['hero'], { fingerprint }),
    preview: { pullRequest: number, ...(HEADS[number] !== undefined && { commit: HEADS[number] }) },
  };
}

/** How the pull requests stand if GitHub says this of each, and which numbers and commits it was asked about. */
async function judge(offers: readonly Offer[], pulls: Readonly<Record<number, PullState>>) {
  await using here = await createWorldStage('');
  const asked: unknown[] = [];
  const world = {
    ...here.world,
    repository: { ...here.world.repository, sha: MERGE },
    github: () => ({
      ...here.world.github(''),
      pullState: async (number: number) => {
        asked.push(number);
        return await Promise.resolve(pulls[number]);
      },
      isAncestor: async (older: string, newer: string) => {
        asked.push(older.slice(0, 1), newer.slice(0, 1));
        return await Promise.resolve(older === HEADS[8]);
      },
    }),
  };
  const standings = await judgePulls(offers, { githubToken: '', spec: 'edits.yml' }, world, never);
  return { standings: Object.fromEntries(standings), asked };
}

const closedAtMs = 0;

it('asks nothing if each picture is offered once', async () => {
  expect(await judge([offer(7, 'a'), offer(8, 'b')], {})).toEqual({ standings: {}, asked: [] });
});

it('knows the pull request that this commit merged, open ones, and others', async () => {
  const offers = [offer(7, 'a'), offer(8, 'a'), offer(9, 'a'), offer(10, 'b')];
  const pulls: Readonly<Record<number, PullState>> = {
    7: { kind: 'open' },
    8: { kind: 'closed', closedAtMs, mergeCommit: MERGE },
    9: { kind: 'closed', closedAtMs, mergeCommit: 'b'.repeat(40) },
  };
  expect(await judge(offers, pulls)).toEqual({
    standings: { 'assets-pr-7': 'open', 'assets-pr-8': 'merged-here', 'assets-pr-9': 'other' },
    asked: [7, 8, 9],
  });
});

it('without an answer about them, goes by the history of this commit', async () => {
  expect(await judge([offer(7, 'a'), offer(8, 'a')], {})).toEqual({
    standings: { 'assets-pr-7': 'unknown', 'assets-pr-8': 'merged-here' },
    asked: [7, '7', 'a', 8, '8', 'a'],
  });
});
