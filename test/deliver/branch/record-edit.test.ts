import { expect, test } from 'vitest';

import { recordEdit } from '../../../src/deliver/branch/record-edit.ts';
import type { PlannedEdit } from '../../../src/plan/types.ts';
import type { InspectedImage } from '../../../src/references/types.ts';
import { outcomeOf } from '../../support/outcome-of.ts';
import { inspectedEdit } from '../../support/edits.ts';
import { picture } from './sample-branch.ts';

test('references are named as the spec names them; a hosted picture names itself', () => {
  const at = { file: 'edits.yml', line: 1, column: 1 };
  const sha256 = '2'.repeat(64);
  const facts = { sha256, gitBlob: '', bytes: 1, type: 'image/png', width: 1, height: 1 } as const;
  const images: readonly InspectedImage[] = [
    { kind: 'file', path: 'mug.png', absolutePath: '/w/mug.png', ...facts, at },
    { kind: 'url', url: 'https://example.com/a.png', at },
    { kind: 'edit', id: 'cutout', at },
  ];
  const image_urls = [`sha256:${sha256}`, 'https://example.com/a.png', 'edit:3'];
  const edit: PlannedEdit = {
    ...inspectedEdit('hero'),
    images,
    fingerprint: '1'.repeat(64),
    lockedInput: { image_urls },
    needs: [],
    action: { kind: 'submit', over: [] },
  };
  const files = [{ ...picture('hero.png'), absolutePath: '/out/hero.png' }];
  const outcome = outcomeOf(edit, 'succeeded', { files });
  if (outcome.state !== 'succeeded') throw new Error('It succeeded');
  const entry = recordEdit(outcome, { actionVersion: '1', nowMs: 0 });
  expect(entry.references).toEqual([
    { content: `sha256:${sha256}`, path: 'mug.png' },
    { content: 'edit:3', edit: 'cutout' },
  ]);
  // With the commit that has the file, if one is known.
  const commit = '7'.repeat(40);
  const commitOf = ({ path }: { readonly path: string }) => (path === 'mug.png' ? commit : undefined);
  const pinned = recordEdit(outcome, { actionVersion: '1', nowMs: 0, commitOf });
  expect(pinned.references?.[0]).toEqual({ content: `sha256:${sha256}`, path: 'mug.png', commit });
});

test.each([
  ['in time', 40_000, '1970-01-01T00:00:39.000Z'],
  ['slow: not before the submit', 20_000, '1970-01-01T00:00:30.000Z'],
  ['slow by less: not after now', 35_000, '1970-01-01T00:00:35.000Z'],
])('when it was finished, with a clock that is %s', (_what, nowMs, expected) => {
  const files = [{ ...picture('hero.png'), absolutePath: '/out/hero.png' }];
  const timings = { queuedMs: 2000, runningMs: 3000, downloadMs: 4000 };
  const edit: PlannedEdit = {
    ...inspectedEdit('hero'),
    fingerprint: '1'.repeat(64),
    lockedInput: {},
    needs: [],
    action: { kind: 'submit', over: [] },
  };
  const job = { kind: 'made', requestId: 'req-1', submittedAtMs: 30_000 } as const;
  const outcome = outcomeOf(edit, 'succeeded', { files, timings, job });
  if (outcome.state !== 'succeeded') throw new Error('It succeeded');
  const { finishedAt } = recordEdit(outcome, { actionVersion: '1', nowMs });
  expect(finishedAt).toBe(expected);
});

test.each([
  [0.03, 0.03],
  [1e305, undefined],
])('a cost of %d USD is recorded as %s: what no edit can cost counts as unknown', (costUsd, expected) => {
  const files = [{ ...picture('hero.png'), absolutePath: '/out/hero.png' }];
  const edit: PlannedEdit = {
    ...inspectedEdit('hero'),
    fingerprint: '1'.repeat(64),
    lockedInput: {},
    needs: [],
    action: { kind: 'submit', over: [] },
  };
  const outcome = outcomeOf(edit, 'succeeded', { files, costUsd });
  if (outcome.state !== 'succeeded') throw new Error('It succeeded');
  expect(recordEdit(outcome, { actionVersion: '1', nowMs: 0 }).costUsd).toBe(expected);
});

test('phases that a clock made negative are recorded as 0: the lock file takes no others', () => {
  const files = [{ ...picture('hero.png'), absolutePath: '/out/hero.png' }];
  const edit: PlannedEdit = {
    ...inspectedEdit('hero'),
    fingerprint: '1'.repeat(64),
    lockedInput: {},
    needs: [],
    action: { kind: 'submit', over: [] },
  };
  const outcome = outcomeOf(edit, 'succeeded', { files, timings: { queuedMs: -3_600_000, runningMs: -0.6 } });
  if (outcome.state !== 'succeeded') throw new Error('It succeeded');
  const entry = recordEdit(outcome, { actionVersion: '1', nowMs: 0 });
  expect(entry).toMatchObject({ queuedMs: 0, runningMs: 0 });
});
