import { describe, expect, it } from 'vitest';

import { decideSettled, type SettleFacts } from '../../../src/run/end/decide-ledger-changes.ts';
import type { Delivered } from '../../../src/run/deliver/deliver-run.ts';
import type { EditOutcome, EditState } from '../../../src/plan/outcome.ts';
import type { EditErrorCode } from '../../../src/shared/edit-error.ts';
import { keep, makeEdit } from '../../jobs/run-plan.ts';
import { HOUR_MS, ledgerOf, NOW, submitted, TARGET, THEM } from '../../ledger/samples.ts';

const place = { branch: 'assets', directory: '' };
const committed = { ...place, commit: 'c0', changed: [], warnings: [], left: [] };
const onBranch: Delivered = { branch: { kind: 'committed', ...committed }, artifact: { kind: 'none' } };
const nowhere: Delivered = { branch: { kind: 'none' }, artifact: { kind: 'none' } };
const refused: Delivered = {
  branch: { kind: 'failed', ...place, message: 'No.' },
  artifact: { kind: 'artifact', name: 'a', id: 1, url: 'u', digest: 'd', bytes: 1, files: 1 },
};
const leftOut: Delivered = {
  branch: { kind: 'committed', ...committed, left: [{ id: 'hero', reason: 'no' }] },
  artifact: { kind: 'none' },
};

function outcome(state: EditState, code?: EditErrorCode, facts: Partial<EditOutcome> = {}): EditOutcome {
  return {
    edit: makeEdit('hero', { fingerprint: submitted(THEM, 'r').fingerprint }),
    ...{ state, requestId: 'req-1', outputUrls: [], files: [], kept: [], timings: {}, warnings: [] },
    ...(code !== undefined && { error: { code, message: 'It is so.' } }),
    ...facts,
  };
}

function withoutRequest({ edit, state }: EditOutcome): EditOutcome {
  return { edit, state, outputUrls: [], files: [], kept: [], timings: {}, warnings: [] };
}

function settle(end: EditOutcome, facts: Partial<SettleFacts> = {}): readonly string[] {
  const all = {
    deliver: ['branch'] as const,
    target: TARGET,
    delivered: onBranch,
    found: ledgerOf(),
    nowMs: NOW,
    ...facts,
  };
  return decideSettled([end], all).map(
    (change) => `${change.kind} ${'requestId' in change ? change.requestId : ''}`,
  );
}

describe('what the ledger is told of a run', () => {
  it.each<[EditState, EditErrorCode | undefined, string | undefined]>([
    ['succeeded', undefined, 'settled'],
    ['cancelled', 'cancelled', 'settled'],
    ['failed', 'job-failed', 'settled'],
    ['failed', 'no-output', undefined],
    ['failed', 'download-failed', undefined],
    ['failed', 'output-refused', undefined],
    ['failed', 'output-vanished', undefined],
    ['unknown', 'not-found', undefined],
    ['unknown', 'unclear-submit', undefined],
    ['pending', 'deadline', undefined],
    ['skipped', 'interrupted', undefined],
  ])('%s %s: %s', (state, code, kind) => {
    expect(settle(outcome(state, code))).toEqual(kind === undefined ? [] : [`${kind} req-1`]);
  });

  it.each<[string, Delivered, SettleFacts['deliver'], boolean]>([
    ['on the branch', onBranch, ['branch'], true],
    ['on the branch already', { ...onBranch, branch: { kind: 'unchanged', ...place } }, ['branch'], true],
    ['kept out of the commit', leftOut, ['branch'], false],
    ['in an artifact, as the branch refused it', refused, ['branch'], false],
    ['in an artifact, as is wanted', { ...refused, branch: { kind: 'none' } }, ['artifact'], true],
    ['nowhere, as the step was stopped', nowhere, ['branch', 'artifact'], false],
    ['nowhere, without a branch', nowhere, ['artifact'], false],
  ])('pictures %s: settled is %s', (_what, delivered, deliver, isSettled) => {
    expect(settle(outcome('succeeded'), { delivered, deliver })).toEqual(isSettled ? ['settled req-1'] : []);
  });

  it.each<[EditState, EditErrorCode]>([
    ['failed', 'output-vanished'],
    ['failed', 'no-output'],
    ['unknown', 'not-found'],
  ])('%s %s: given up by a later run alone, and not at once', (state, code) => {
    const action = { kind: 'collect', entry: submitted(THEM, 'req-1') } as const;
    const edit = makeEdit('hero', { fingerprint: action.entry.fingerprint, action });
    const end = outcome(state, code, { edit, submittedAtMs: NOW });
    expect(settle(end, { nowMs: NOW + HOUR_MS })).toEqual([]);
    expect(settle(end, { nowMs: NOW + HOUR_MS + 1 })).toEqual(['gone req-1']);
    expect(settle({ ...end, edit: makeEdit('hero') }, { nowMs: NOW + 9 * HOUR_MS })).toEqual([]);
  });

  it.each<[EditState, EditErrorCode | undefined, object]>([
    ['succeeded', undefined, { kind: 'settled', delivered: { target: 'artifact', atMs: NOW } }],
    ['cancelled', 'cancelled', { kind: 'settled' }],
    ['failed', 'job-failed', { kind: 'settled' }],
  ])('%s %s: told where it was delivered, if it was', (state, code, change) => {
    const end = outcome(state, code);
    const facts = {
      deliver: ['branch'] as const,
      target: 'artifact',
      delivered: onBranch,
      found: ledgerOf(),
    };
    const { fingerprint } = end.edit;
    expect(decideSettled([end], { ...facts, nowMs: NOW })).toEqual([
      { ...change, fingerprint, requestId: 'req-1' },
    ]);
  });

  it('says nothing of an edit that was not sent', () => {
    expect(settle(withoutRequest(outcome('failed', 'invalid-input')))).toEqual([]);
  });

  it('tells a job once that several edits share', () => {
    const facts = {
      deliver: ['branch'] as const,
      target: TARGET,
      delivered: onBranch,
      found: ledgerOf(),
      nowMs: NOW,
    };
    expect(decideSettled([outcome('succeeded'), outcome('succeeded')], facts)).toHaveLength(1);
  });

  it.each([
    ['req-1', 'req-1', true],
    ['req-2', 'req-1', true],
    ['req-3', 'req-1', false],
  ])(
    'job %s stands on the branch, %s is in flight with req-2: settled is %s',
    (recorded, first, isSettled) => {
      const action = keep('hero');
      if (action.kind !== 'unchanged') throw new Error('not kept');
      const entry = submitted(THEM, first, 'req-2');
      const edit = makeEdit('hero', {
        fingerprint: entry.fingerprint,
        action: { ...action, entry: { ...action.entry, requestId: recorded } },
      });
      const kept = withoutRequest(outcome('unchanged', undefined, { edit }));
      const changes = settle(kept, { found: ledgerOf(entry) });
      expect(changes).toEqual(isSettled ? [`settled ${recorded}`] : []);
      expect(settle(kept)).toEqual([]);
    },
  );
});
