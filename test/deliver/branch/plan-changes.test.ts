import { describe, expect, test } from 'vitest';

import { planChanges } from '../../../src/deliver/branch/plan-changes.ts';
import { entry, picture } from './sample-branch.ts';
import { facts, made, nowMs, outcome, stay, submit } from './sample-outcomes.ts';

describe('an edit that succeeded', () => {
  test('is recorded with what was asked, by whom and when, and where its files are', () => {
    const timings = { queuedMs: 1000, runningMs: 2000, downloadMs: 500 };
    const submittedAtMs = nowMs - 60_000;
    const hero = made('hero', ['hero-1.png', 'hero-2.png'], { costUsd: 0.05, submittedAtMs, timings });

    const { set, remove } = planChanges([hero], facts({}, { specCommit: 'abc' }));

    expect(remove).toEqual([]);
    expect(set).toEqual([
      {
        id: 'hero',
        sources: [
          { kind: 'disk', absolutePath: '/out/hero-1.png' },
          { kind: 'disk', absolutePath: '/out/hero-2.png' },
        ],
        entry: {
          spec: 'edits.yml',
          fingerprint: '1'.repeat(64),
          model: 'bytedance/dreamina-4-0/edit',
          input: entry([]).input,
          requestId: 'req-9',
          costUsd: 0.05,
          submittedAt: '2026-11-20T11:59:00.000Z',
          finishedAt: '2026-11-20T11:59:03.500Z',
          queuedMs: 1000,
          runningMs: 2000,
          files: [picture('hero-1.png'), picture('hero-2.png')],
          actionVersion: '1.2.3',
          specCommit: 'abc',
        },
      },
    ]);
  });

  test('lists only what is known', () => {
    const [change] = planChanges(
      [made('hero', ['hero.mp4'], { submittedAtMs: nowMs - 1000 })],
      facts({}),
    ).set;
    expect(change?.entry).toMatchObject({
      submittedAt: '2026-11-20T11:59:59.000Z',
      finishedAt: '2026-11-20T12:00:00.000Z',
    });
    const unknown = ['costUsd', 'specCommit', 'queuedMs', 'runningMs', 'references'];
    expect(Object.keys(change?.entry ?? {}).filter((key) => unknown.includes(key))).toEqual([]);
  });

  test('has files, or else something is wrong with the action itself', () => {
    expect(() => planChanges([made('hero', [])], facts({}))).toThrow('hero succeeded without files');
  });
});

test('an edit that is unchanged at its place makes no change, nor does one that did not succeed', () => {
  const old = entry(['hero.png']);
  const outcomes = [stay('hero', 'hero', old, ['hero.png']), outcome('mug', submit, { state: 'failed' })];
  expect(
    planChanges(outcomes, facts({ hero: old, mug: entry(['mug.png']), gone: entry(['gone.png']) })),
  ).toEqual({
    set: [],
    remove: [],
  });
});

describe('pictures that are there already', () => {
  test('move with the output path', () => {
    const old = entry(['old/hero.png']);
    expect(planChanges([stay('hero', 'hero', old, ['new/hero.png'])], facts({ hero: old }))).toEqual({
      set: [
        {
          id: 'hero',
          entry: entry(['new/hero.png']),
          sources: [{ kind: 'branch', path: 'old/hero.png' }],
        },
      ],
      remove: [],
    });
  });

  test('go along with a new id, and the old one goes', () => {
    const old = entry(['hero.png']);
    const { set, remove } = planChanges([stay('hero', 'titel', old, ['hero.png'])], facts({ titel: old }));
    expect(set).toMatchObject([{ id: 'hero', sources: [{ kind: 'branch', path: 'hero.png' }] }]);
    expect(remove).toEqual(['titel']);
  });

  test('are copied where the other edit is still in the spec', () => {
    const old = entry(['mug.png']);
    const { set, remove } = planChanges([stay('hero', 'mug', old, ['hero.png'])], facts({ mug: old }));
    expect(set).toHaveLength(1);
    expect(remove).toEqual([]);
  });
});

test('pruning takes what the spec no longer has, also edits that this run was not about stay', () => {
  const edits = {
    hero: entry(['hero.png']),
    mug: entry(['mug.png']),
    b: entry(['b.png']),
    a: entry(['a.png']),
  };
  expect(planChanges([], facts(edits, { prune: true }))).toEqual({ set: [], remove: ['a', 'b'] });
});

describe('a path that another edit had', () => {
  const old = { titel: entry(['Hero.png']), mug: entry(['x/mug.png']) };

  test('is free where that edit left the spec', () => {
    expect(planChanges([made('hero', ['hero.png'])], facts(old)).remove).toEqual(['titel']);
  });

  test('is free where that edit was to be made again, and was not', () => {
    const failed = outcome('mug', submit, { state: 'failed' });
    expect(planChanges([made('hero', ['x/mug.png']), failed], facts(old)).remove).toEqual(['mug']);
  });

  test('is not free where that edit was none of this run, or stays there', () => {
    expect(planChanges([made('hero', ['x/mug.png'])], facts(old)).remove).toEqual([]);
    const frozen = stay('mug', 'mug', old.mug, ['x/mug.png']);
    expect(planChanges([made('hero', ['x/mug.png']), frozen], facts(old)).remove).toEqual([]);
  });

  test('two edits may change places', () => {
    const [hero, mug] = [entry(['a.png'], 'r1'), entry(['b.png'], 'r2')];
    const outcomes = [stay('hero', 'hero', hero, ['b.png']), stay('mug', 'mug', mug, ['a.png'])];
    const { set, remove } = planChanges(outcomes, facts({ hero, mug }));
    expect(set.map(({ id }) => id)).toEqual(['hero', 'mug']);
    expect(remove).toEqual([]);
  });
});
