import { expect, test } from 'vitest';

import { listPhases } from '../../src/lock/recorded-phases.ts';
import type { LockEntry } from '../../src/lock/types.ts';

const entry = (requestId: string, facts: Partial<LockEntry>): [string, LockEntry] => [
  requestId,
  {
    fingerprint: 'f',
    model: 'a/b',
    input: {},
    requestId,
    submittedAt: '2026-11-22T12:00:00.000Z',
    finishedAt: '2026-11-22T12:00:30.000Z',
    files: [],
    actionVersion: '1.0.0',
    queuedMs: 1,
    runningMs: 30_000,
    ...facts,
  },
];

test('phases of the newest jobs of the model, each once, as far as both are known', () => {
  const old = entry('old', { finishedAt: '2026-10-01T00:00:00.000Z', runningMs: 10_000 });
  const one = {
    edits: new Map([
      old,
      entry('new', {}),
      entry('other-model', { model: 'c/d' }),
      // A job that was collected later has no phases.
      [
        'collected',
        { ...entry('collected', {})[1], queuedMs: undefined, runningMs: undefined } as unknown as LockEntry,
      ],
    ]),
  };
  const base = { edits: new Map([old]) };
  expect(listPhases([one, base], new Set(['a/b']))).toEqual([
    { queuedMs: 1, runningMs: 30_000 },
    { queuedMs: 1, runningMs: 10_000 },
  ]);
});

test('at most the newest hundred', () => {
  const edits = new Map(Array.from({ length: 150 }, (_, n) => entry(`r${n}`, { queuedMs: n })));
  expect(listPhases([{ edits }], new Set(['a/b']))).toHaveLength(100);
});
