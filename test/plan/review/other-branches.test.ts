import { describe, expect, it } from 'vitest';

import { inspectedEdit } from '../../support/edits.ts';
import { BRANCH_COMMIT, made, OLD_COMMIT, review, reviewOf } from './recorded-edits.ts';

const a = inspectedEdit('a');
const b = inspectedEdit('b');
const changed = { ...a, prompt: 'Another.' };

describe('an edit', () => {
  it('is compared with the base branch, which is what is live, if that has it', () => {
    const recorded = made([changed]);
    const live = { recorded: made([a]), folder: { commit: OLD_COMMIT, directory: 'live' } };
    const onBase = reviewOf('a', review([{ ...a, prompt: 'A third.' }], { recorded, live }));
    expect(onBase.current).toEqual({ path: 'live/a.jpg', commit: OLD_COMMIT });
    const was = onBase.changes.flatMap((change) => (change.kind === 'prompt' ? change.words : []));
    expect(was.filter(({ kind }) => kind === 'removed').map(({ text }) => text.trim())).not.toContain(
      'Another.',
    );
    expect(reviewOf('b', review([b], { recorded: made([b]), live })).current?.commit).toBe(BRANCH_COMMIT);
  });

  it('that is adopted says from where', () => {
    const on = { kind: 'preview', branch: 'assets-pr-7', commit: BRANCH_COMMIT } as const;
    const offers = new Map(
      [...made([a]).lock.edits].map(([id, entry]) => [entry.fingerprint, [{ on, id, entry }]]),
    );
    expect(reviewOf('a', review([a], { offers }))).toMatchObject({
      action: 'adopt',
      status: {
        kind: 'adopted',
        from: 'a',
        branch: 'assets-pr-7',
        commit: BRANCH_COMMIT,
        files: [{ from: 'a.jpg', to: 'a.jpg' }],
      },
    });
  });
});
