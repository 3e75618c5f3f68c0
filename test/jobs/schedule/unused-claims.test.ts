import { expect, test } from 'vitest';

import { grantAll, makeEdit, runPlan } from '../run-plan.ts';

test('an edit that ends without being asked for is released at once, not when the run ends', async () => {
  const calls: string[] = [];
  const edits = [makeEdit('hero'), makeEdit('next', { needs: ['hero'] }), makeEdit('slow')];
  await runPlan(edits, {
    claims: {
      ...grantAll,
      releaseIfUnused: async ({ id }) => {
        calls.push(`releaseIfUnused ${id}`);
        await Promise.resolve();
      },
    },
    timeoutMs: 60_000,
    api: {
      stages: () => ['in_progress'],
      fault: ({ path, body }, answer) => {
        if (!path.startsWith('/v1/models/') || !body.includes('hero')) return false;
        answer.json({ code: 422_001, error: 'PromptRejected' }, 422);
        return true;
      },
    },
    onChange: (change) => {
      if (change.kind === 'ended') calls.push(`${change.outcome.edit.id} ${change.outcome.state}`);
    },
  });
  const ofNext = calls.indexOf('releaseIfUnused next');
  expect(calls.indexOf('hero failed')).toBeLessThan(ofNext);
  expect(ofNext).toBeLessThan(calls.indexOf('slow pending'));
});
