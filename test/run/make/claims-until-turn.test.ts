import { expect, it } from 'vitest';

import { createClaimsUntilTurn } from '../../../src/run/make/claims-until-turn.ts';
import { sampleEdit } from '../../report/sample-run.ts';

const PACE_MS = 300_000;

it('counts by earlier jobs at first, and by those of today once one has ended', () => {
  let nowMs = 0;
  const earlier = [{ queuedMs: 0, runningMs: 60_000 }];
  const turns = createClaimsUntilTurn(PACE_MS, 8, earlier, { monotonicMs: () => nowMs });
  expect(turns.count()).toBe(56);
  const edit = sampleEdit('a');
  turns.observe({ kind: 'submitted', edit, requestId: 'r' });
  nowMs = 30_000;
  turns.observe({ kind: 'downloading', edit });
  expect(turns.count()).toBe(104);
});

it('without any record, takes a usual time', () => {
  expect(createClaimsUntilTurn(PACE_MS, 8, [], { monotonicMs: () => 0 }).count()).toBe(104);
});

it('follows `auto` to where it goes', () => {
  const turns = createClaimsUntilTurn(45_000, 'auto', [{ queuedMs: 0, runningMs: 60_000 }], {
    monotonicMs: () => 0,
  });
  const before = turns.count();
  for (let number = 1; number <= 20; number += 1)
    turns.observe({ kind: 'submitted', edit: sampleEdit(`e${number}`), requestId: 'r' });
  expect([before, turns.count()]).toEqual([16, 38]);
});
