import { describe, expect, it } from 'vitest';

import type { LedgerEntry } from '../../../src/ledger/life/types.ts';
import type { InFlight } from '../../../src/plan/types.ts';
import {
  accepted,
  claimed,
  judgeAll,
  ledgerOf,
  lost,
  maybeSent,
  NOW,
  THEM,
  US,
} from '../../ledger/samples.ts';
import { inspectedEdit } from '../../support/edits.ts';
import { plan } from '../recorded-work.ts';
import { BRANCH_COMMIT, made, OLD_COMMIT, review, reviewOf } from './recorded-edits.ts';

const a = inspectedEdit('a');
const b = inspectedEdit('b');
const changed = { ...a, prompt: 'Another.' };
const frozen = { ...changed, frozen: true };
const forced = new Set(['a']);

describe('an edit', () => {
  it('is new if nothing is recorded of it', () => {
    const { status, changes, current } = reviewOf('a', review([a], { recorded: made([b]), forced }));
    expect({ status, changes, current }).toEqual({
      status: { kind: 'new' },
      changes: [],
      current: undefined,
    });
  });

  it('has the picture that it has now', () => {
    const recorded = made([a]);
    const branch = { commit: BRANCH_COMMIT, directory: 'pictures' };
    const current = { path: 'pictures/a.jpg', commit: BRANCH_COMMIT };
    expect(reviewOf('a', review([changed], { recorded, branch })).current).toEqual(current);
    expect(reviewOf('a', review([changed], { recorded: { ...recorded, paths: new Set() } })).current).toBe(
      undefined,
    );
  });

  it.each([
    ['that is forced says so', a, { recorded: made([a]), forced }, 'changed', ['forced']],
    [
      'that is forced and changed says both',
      changed,
      { recorded: made([a]), forced },
      'changed',
      ['forced', 'prompt'],
    ],
    [
      'whose pictures are gone is made again',
      a,
      { recorded: { ...made([a]), paths: new Set<string>() } },
      'changed',
      ['missing-files'],
    ],
    [
      'that is frozen stays, and says what it would be',
      frozen,
      { recorded: made([a]) },
      'frozen',
      ['prompt'],
    ],
    ['that is frozen is not forced', { ...a, frozen: true }, { recorded: made([a]), forced }, 'frozen', []],
    ['that is frozen may have no pictures', frozen, {}, 'frozen', []],
    ['that is as it is recorded is unchanged', a, { recorded: made([a]) }, 'unchanged', []],
    [
      'of a newer commit stays, and says what it would be',
      changed,
      { recorded: made([a]), newerCommits: new Set([OLD_COMMIT]) },
      'unchanged',
      ['prompt'],
    ],
  ] as const)('%s', (_what, edit, options, status, changes) => {
    const reviewed = reviewOf('a', review([edit], options));
    expect(reviewed.status.kind).toBe(status);
    expect(reviewed.changes.map(({ kind }) => kind)).toEqual(changes);
  });

  it('says because of which newer commit it stays', () => {
    const newerCommits = new Set([OLD_COMMIT]);
    expect(reviewOf('a', review([changed], { recorded: made([a]), newerCommits })).status).toEqual({
      kind: 'unchanged',
      newerCommit: OLD_COMMIT,
    });
  });

  it('that is renamed is moved, and one that is a copy is copied', () => {
    const renamed = { ...a, id: 'z', output: 'z' };
    const files = [{ from: 'a.jpg', to: 'z.jpg' }];
    expect(reviewOf('z', review([renamed], { recorded: made([a]) })).status).toEqual({
      kind: 'moved',
      from: 'a',
      isCopied: false,
      files,
    });
    expect(reviewOf('z', review([renamed, a], { recorded: made([a]) })).status).toMatchObject({
      from: 'a',
      isCopied: true,
      files,
    });
  });

  it('at another path is moved', () => {
    const there = { ...a, output: 'there/a' };
    expect(reviewOf('a', review([there], { recorded: made([a]) })).status).toEqual({
      kind: 'moved',
      from: 'a',
      isCopied: false,
      files: [{ from: 'a.jpg', to: 'there/a.jpg' }],
    });
  });

  it('with the pictures of another one is shared', () => {
    const twin = { ...a, id: 'z', output: 'z' };
    expect(reviewOf('z', review([a, twin])).status).toEqual({ kind: 'shared', with: 'a' });
  });

  it('that a newer commit has without its pictures is left out, with the reason', () => {
    const recorded = { ...made([a]), paths: new Set<string>() };
    const { status } = reviewOf('a', review([a], { recorded, newerCommits: new Set([OLD_COMMIT]) }));
    expect(status).toEqual({
      kind: 'skipped',
      reason: `the branch was made from the newer commit ${OLD_COMMIT} and lacks its pictures`,
    });
  });
});

describe('an edit with work in flight', () => {
  const [{ fingerprint } = { fingerprint: '' }] = plan([a]).edits;
  function inFlight(entry: LedgerEntry, onUnknown: InFlight['onUnknown'] = 'hold'): InFlight {
    const entries = judgeAll(ledgerOf({ ...entry, fingerprint }), { thisStep: US, nowMs: NOW });
    return { entries, destination: 'branch assets', owed: new Set(), deliveredSince: new Set(), onUnknown };
  }

  it.each([
    ['collect', accepted(THEM, 'req-7'), /^already paid for, .* nothing is paid again$/, 'req-7'],
    ['other-run', claimed(THEM), /^another run is working on it and pays for it/, undefined],
    ['hold', maybeSent(THEM), /may have sent it 1 hour ago/, undefined],
    ['hold', lost(THEM, 'req-8'), /paid for it .*request req-8/, 'req-8'],
  ] as const)('is pending: %s', (why, entry, what, requestId) => {
    const { status, changes } = reviewOf('a', review([a], { inFlight: inFlight(entry) }));
    expect(status).toEqual({
      kind: 'pending',
      why,
      what: expect.stringMatching(what) as string,
      runUrl: THEM.url,
      ...(requestId !== undefined && { requestId }),
    });
    expect(changes).toEqual([]);
  });

  it('is not forced if it is frozen', () => {
    const options = { inFlight: inFlight(accepted(THEM, 'req-7')), recorded: made([changed]), forced };
    expect(reviewOf('a', review([a], options)).changes.map(({ kind }) => kind)).toEqual(['forced', 'prompt']);
    const reviewed = reviewOf('a', review([{ ...a, frozen: true }], options));
    expect(reviewed.changes.map(({ kind }) => kind)).toEqual(['prompt']);
  });

  it('costs nothing', () => {
    const { estimate } = review([a], { inFlight: inFlight(accepted(THEM, 'req-7')) });
    expect(estimate).toEqual({ kind: 'none' });
  });

  it('that is on hold blocks the edits that need it, which then cost nothing', () => {
    const user = inspectedEdit('user', { needs: ['a'] });
    const twin = { ...user, id: 'twin', output: 'twin' };
    const last = inspectedEdit('last', { needs: ['twin'] });
    const edits = [a, user, twin, last, b];
    const held = review(edits, { inFlight: inFlight(maybeSent(THEM)) });
    const by = { kind: 'blocked', by: 'a' };
    expect(held.edits.map(({ status, action }) => ({ status, action })).slice(1)).toEqual([
      { status: by, action: 'hold' },
      { status: by, action: 'hold' },
      { status: by, action: 'hold' },
      { status: { kind: 'new' }, action: 'submit' },
    ]);
    expect(held.estimate).toEqual({ kind: 'unknown', edits: 1 });
    // Another run may bring it, and what is paid for comes.
    for (const entry of [claimed(THEM), accepted(THEM, 'req-7')])
      expect(review(edits, { inFlight: inFlight(entry) }).estimate).toEqual({ kind: 'unknown', edits: 3 });
  });

  it('that is sent again with consent says so, whether it is new or not', () => {
    const options = { inFlight: inFlight(maybeSent(THEM), 'resubmit') };
    const again = { kind: 'again', what: expect.stringContaining('may have sent it') as string };
    expect(reviewOf('a', review([a], options))).toMatchObject({ status: { kind: 'new' }, changes: [again] });
    expect(reviewOf('a', review([a], { ...options, recorded: made([changed]) })).changes).toEqual([
      again,
      expect.objectContaining({ kind: 'prompt' }),
    ]);
  });
});
