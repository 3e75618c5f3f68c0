import { expect, it } from 'vitest';

import { listStillForced, takeShard } from '../../../src/run/prepare/take-shard.ts';
import { lockEntry } from '../../lock/sample-lock.ts';
import { recorded } from '../../plan/recorded-work.ts';
import { reviewedEdit, samplePlan } from '../../report/plan/sample-plan.ts';

const ids = ['root', 'a', 'b', 'c'];
const approved = {
  ...samplePlan(),
  createdAt: '2026-01-02T12:00:00.000Z',
  edits: ids.map((id) => reviewedEdit(id, { action: 'submit', fingerprint: `print of ${id}` })),
  shards: { shared: ['root'], rest: [['a', 'b'], ['c']] },
};

it.each([
  ['the edits that others use', { kind: 'part', index: 0, of: 2 }, ['root'], 0.25],
  ['its own edits', { kind: 'part', index: 1, of: 2 }, ['a', 'b'], 0.5],
  ['everything without `shard`', undefined, ids, 1],
  ['nothing in the last job', { kind: 'merge' }, [], 1],
] as const)('lets a job send %s, with its share of the money', (_, shard, maySend, part) => {
  const taken = takeShard(approved, shard);
  expect(taken).toMatchObject({ ok: true, value: { share: { maySend: new Set(maySend), part } } });
});

it('names to the last job which part was to make an edit, and what the plan was to do', () => {
  const taken = takeShard(approved, { kind: 'merge' });
  if (!taken.ok) throw new Error('it has shards');
  expect(Object.fromEntries(taken.value.share.partOf)).toEqual({ root: '0/2', a: '1/2', b: '1/2', c: '2/2' });
  expect(taken.value.parts?.actions.get('a')).toBe('submit');
});

it('refuses a part of another division', () => {
  expect(takeShard(approved, { kind: 'part', index: 1, of: 3 })).toMatchObject({
    ok: false,
    error: [{ message: expect.stringContaining('has 2 shards, and not 3') as string }],
  });
});

it('does not force again what a part that is run again has made already', () => {
  const forced = new Set(['a', 'b', 'c']);
  const there = recorded([
    ['a', { ...lockEntry(['a'], { fingerprint: 'print of a' }), submittedAt: '2026-01-02T12:05:00.000Z' }],
    ['b', { ...lockEntry(['b'], { fingerprint: 'print of b' }), submittedAt: '2026-01-01T00:00:00.000Z' }],
    ['c', { ...lockEntry(['c'], { fingerprint: 'another one' }), submittedAt: '2026-01-02T12:05:00.000Z' }],
  ]);
  const part = { kind: 'part', index: 1, of: 2 } as const;
  expect([...listStillForced(forced, { approved }, part, there)]).toEqual(['b', 'c']);
  // Without parts, a plan that was applied is used up, and the run says so.
  expect(listStillForced(forced, { approved }, undefined, there)).toBe(forced);
});
