import { expect, test } from 'vitest';

import { grantAll, makeEdit, runPlan } from '../run-plan.ts';

test('an edit that ends without being asked for is told so at once, not when the run ends', async () => {
  const told: string[] = [];
  const edits = [makeEdit('hero'), makeEdit('next', { needs: ['hero'] }), makeEdit('slow')];
  await runPlan(edits, {
    claims: {
      ...grantAll,
      releaseIfUnused: async ({ id }) => {
        told.push(`releaseIfUnused ${id}`);
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
      if (change.kind === 'ended') told.push(`${change.outcome.edit.id} ${change.outcome.state}`);
    },
  });
  const ofNext = told.indexOf('releaseIfUnused next');
  expect(told.indexOf('hero failed')).toBeLessThan(ofNext);
  expect(ofNext).toBeLessThan(told.indexOf('slow pending'));
});
