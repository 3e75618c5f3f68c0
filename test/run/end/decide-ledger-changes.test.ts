import { describe, expect, it } from 'vitest';

import { decideLedgerChanges, type ClosingFacts } from '../../../src/run/end/decide-ledger-changes.ts';
import type { EditOutcome, JobFact } from '../../../src/plan/outcome.ts';
import { applyChanges } from '../../../src/ledger/life/apply-changes.ts';
import { nameEntry } from '../../../src/ledger/life/change-entry.ts';
import type { LedgerEntry } from '../../../src/ledger/life/types.ts';
import type { Recorded } from '../../../src/lock/types.ts';
import { createDecider } from '../../../src/plan/decide-action.ts';
import { createDebt, payDebt } from '../../../src/ledger/life/debt.ts';
import { makeEdit } from '../../jobs/run-plan.ts';
import { accepted, claimBy, delivered, DESTINATION, entriesOf } from '../../ledger/samples.ts';
import { judgeAll, ledgerOf, lost, NOW, OTHER_STEP, THEM, US } from '../../ledger/samples.ts';
import { lockEntry } from '../../lock/sample-lock.ts';
import { recorded } from '../../plan/recorded-work.ts';
import { outcomeOf } from '../../support/outcome-of.ts';

const place = { branch: 'assets', directory: '' };
const committed = { ...place, commit: 'c0', changed: [], warnings: [], left: [] };
const begun = { paidDebts: [] };
const onBranch: ClosingFacts['delivered'] = {
  branch: { kind: 'committed', ...committed },
  artifact: { kind: 'none' },
  ...begun,
};
const nowhere: ClosingFacts['delivered'] = {
  branch: { kind: 'none' },
  artifact: { kind: 'none' },
  paidDebts: [],
};
const refused: ClosingFacts['delivered'] = {
  branch: { kind: 'failed', ...place, message: 'No.', left: [] },
  artifact: { kind: 'artifact', name: 'a', id: 1, url: 'u', digest: 'd', bytes: 1, files: 1 },
  ...begun,
};
const leftOut: ClosingFacts['delivered'] = {
  branch: { kind: 'committed', ...committed, left: [{ id: 'hero', reason: 'no' }] },
  artifact: { kind: 'none' },
  ...begun,
};

const hero = makeEdit('hero', { fingerprint: accepted(THEM, 'r').fingerprint });
const paid = { requestId: 'req-1', submittedAtMs: NOW };

function outcome(job: JobFact): EditOutcome {
  const state = job.kind === 'made' ? 'succeeded' : job.kind === 'delivered' ? 'unchanged' : 'failed';
  return outcomeOf(hero, state, { job });
}

const all: ClosingFacts = {
  deliver: ['branch'],
  destination: DESTINATION,
  delivered: onBranch,
  thisStep: US,
  found: ledgerOf(),
  recorded: undefined,
  nowMs: NOW,
};

function changesOf(job: JobFact, facts: Partial<ClosingFacts> = {}): readonly string[] {
  return decideLedgerChanges([outcome(job)], { ...all, ...facts }).map(
    (change) => `${change.kind} ${'requestId' in change ? change.requestId : ''}`,
  );
}

describe('what the ledger learns from a run', () => {
  it.each<[JobFact, object | undefined]>([
    [{ kind: 'none' }, undefined],
    [{ kind: 'refused', submittedAtMs: NOW }, undefined],
    [{ kind: 'maybe-sent' }, undefined],
    [{ kind: 'open', ...paid }, undefined],
    [
      { kind: 'open', ...paid, isUnusable: true },
      { kind: 'unusable', destination: DESTINATION },
    ],
    [{ kind: 'over-empty', ...paid }, { kind: 'ended-empty' }],
    [
      { kind: 'lost', isRecorded: false, ...paid },
      { kind: 'lost', atMs: NOW },
    ],
    [{ kind: 'lost', isRecorded: true, ...paid }, undefined],
    [
      { kind: 'made', ...paid },
      { kind: 'delivered', destination: DESTINATION, atMs: NOW },
    ],
    [{ kind: 'delivered', requestId: 'req-1' }, undefined],
  ])('%j: %j', (job, change) => {
    const { fingerprint } = hero;
    expect(decideLedgerChanges([outcome(job)], all)).toEqual(
      change === undefined ? [] : [{ fingerprint, requestId: 'req-1', ...change }],
    );
  });

  it.each<[string, ClosingFacts['delivered'], ClosingFacts['deliver'], boolean]>([
    ['on the branch', onBranch, ['branch'], true],
    ['on the branch already', { ...onBranch, branch: { kind: 'unchanged', ...place } }, ['branch'], true],
    ['kept out of the commit', leftOut, ['branch'], false],
    ['in an artifact, as the branch refused it', refused, ['branch'], false],
    ['in an artifact, as is wanted', { ...refused, branch: { kind: 'none' } }, ['artifact'], true],
    ['nowhere, as the step was stopped', nowhere, ['branch', 'artifact'], false],
    ['nowhere, without a branch', nowhere, ['artifact'], false],
  ])('pictures %s: delivered is %s', (_what, delivered, deliver, isDelivered) => {
    const changes = changesOf({ kind: 'made', ...paid }, { delivered, deliver });
    expect(changes).toEqual(isDelivered ? ['delivered req-1'] : []);
  });

  const failed = { kind: 'failed', message: 'No.', folder: '/out' } as const;
  it.each<[string, ClosingFacts['delivered'], ClosingFacts['deliver'], readonly string[]]>([
    [
      'on the branch, and not uploaded',
      ...([{ ...onBranch, artifact: failed }, ['artifact', 'branch'], ['delivered', 'accepted']] as const),
    ],
    ['nowhere', { ...leftOut, artifact: failed }, ['artifact', 'branch'], []],
    ['on the branch, which is enough', { ...onBranch, artifact: failed }, ['branch'], ['delivered']],
    ['not uploaded, without a branch', { ...nowhere, artifact: failed }, ['artifact'], []],
  ])('pictures %s', (_what, delivered, deliver, kinds) => {
    const made = outcome({ kind: 'made', ...paid });
    const changes = decideLedgerChanges([made], { ...all, delivered, deliver });
    expect(changes.map(({ kind }) => kind)).toEqual(kinds);
    const debt = createDebt({ edit: 'hero', destination: DESTINATION, step: US }, paid, NOW);
    if (kinds.includes('accepted')) expect(changes[1]).toEqual(debt);
    // This run was not to upload an edit that is only on the branch.
    expect(changesOf({ kind: 'delivered', requestId: 'req-1' }, { delivered, deliver })).toEqual([]);
  });

  it('learns which debts are paid', () => {
    const debt = accepted(THEM, 'req-1');
    const delivered = { ...onBranch, paidDebts: [debt] };
    expect(decideLedgerChanges([], { ...all, delivered })).toEqual([payDebt(debt, NOW)]);
  });

  it('names a job once that several edits share', () => {
    const made = outcome({ kind: 'made', ...paid });
    expect(decideLedgerChanges([made, made], all)).toHaveLength(1);
  });

  it.each([
    ['req-1', 'req-1', true],
    ['req-2', 'req-1', true],
    ['req-3', 'req-1', false],
  ])('job %s is on the branch, %s is in flight with req-2: delivered is %s', (requestId, first, isOpen) => {
    const job = { kind: 'delivered', requestId } as const;
    const found = ledgerOf(accepted(THEM, first), accepted(OTHER_STEP, 'req-2'));
    expect(changesOf(job, { found })).toEqual(isOpen ? [`delivered ${requestId}`] : []);
    expect(changesOf(job)).toEqual([]);
  });

  const onTheBranch = (requestId: string, missing: readonly string[] = []): Recorded =>
    recorded([['hero', lockEntry(['hero'], { fingerprint: hero.fingerprint, requestId })]], missing);
  const toArtifact = { ...accepted(THEM, 'req-0'), destination: 'artifact' };
  it.each<[string, LedgerEntry, Recorded | undefined, boolean]>([
    ['accepted', accepted(THEM, 'req-0'), onTheBranch('req-0'), true],
    ['lost', lost(THEM, 'req-0'), onTheBranch('req-0'), true],
    ['delivered already', delivered(THEM, 'req-0'), onTheBranch('req-0'), false],
    ['for another destination', toArtifact, onTheBranch('req-0'), false],
    ['not what the branch has', accepted(THEM, 'req-0'), onTheBranch('req-9'), false],
    ['what was removed from the branch', accepted(THEM, 'req-0'), onTheBranch('req-0', ['hero.jpg']), false],
    ['of an edit with another fingerprint', accepted(THEM, 'req-0', 'b'), onTheBranch('req-0'), false],
    ['not for a branch', accepted(THEM, 'req-0'), undefined, false],
  ])('a job of before that is %s: %#', (_what, entry, before, isReported) => {
    const changes = changesOf({ kind: 'none' }, { found: ledgerOf(entry), recorded: before });
    expect(changes).toEqual(isReported ? ['delivered req-0'] : []);
  });

  it('has a forced edit made again the next time, too: what the branch had before is not collected', () => {
    const { id, fingerprint } = hero;
    const first = accepted(THEM, 'req-0');
    const claim = { ...claimBy(US), fingerprint };
    const changes = decideLedgerChanges([outcome({ kind: 'made', ...paid })], {
      ...all,
      found: ledgerOf(first),
      recorded: onTheBranch('req-0'),
    });
    const { ledger } = applyChanges(ledgerOf(first), [
      { kind: 'claim', claim, over: [nameEntry(first)] },
      { kind: 'accepted', claim, ...paid },
      ...changes,
    ]);
    expect(entriesOf(ledger)).toMatchObject([{ state: 'delivered', requestId: 'req-1' }]);
    const entries = judgeAll(ledger, { thisStep: OTHER_STEP, nowMs: NOW });
    const decide = createDecider({
      recorded: onTheBranch('req-1'),
      inFlight: {
        entries,
        destination: DESTINATION,
        owed: new Set(),
        deliveredSince: new Set(),
        onUnknown: 'hold',
      },
      forced: new Set([id]),
      specIds: new Set([id]),
      takenOutputs: new Set(),
    });
    expect(decide(hero).kind).toBe('submit');
  });
});
