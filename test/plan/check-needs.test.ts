import { describe, expect, it, test } from 'vitest';

import { checkNeeds, checkNeededSizes } from '../../src/plan/check-needs.ts';
import { lockEntry } from '../lock/sample-lock.ts';
import { inspectedEdit } from '../support/edits.ts';
import { madeAll, plan, recorded } from './recorded-work.ts';

const huge = { ...inspectedEdit('huge'), size: { width: 6198, height: 2656, wire: '6198x2656(21:9)' } };
const limit = { ...inspectedEdit('limit'), size: { width: 4096, height: 4096, wire: '4096x4096(1:1)' } };
const frozen = inspectedEdit('kept', { frozen: true });

it.each([
  [
    'an output of the largest size that a reference may have',
    [limit, inspectedEdit('a', { needs: ['limit'] })],
    [],
  ],
  [
    'an output that is too large',
    [huge, inspectedEdit('a', { needs: ['huge'] })],
    [
      'The output of `huge` is 6198 x 2656 pixels, but a reference may have at most 4096 x 4096. Give `huge` a smaller size.',
    ],
  ],
  [
    'an output of an edit that is left out',
    [frozen, inspectedEdit('a', { needs: ['kept'] })],
    [
      '`kept` is frozen and has no output that could be used here. Remove `frozen` for one run to have it made.',
    ],
  ],
  ['an edit that is left out itself', [huge, inspectedEdit('a', { needs: ['huge'], frozen: true })], []],
  [
    'several edits made at one position, reported once',
    [huge, inspectedEdit('a@1', { needs: ['huge'] }), inspectedEdit('a@2', { needs: ['huge'] })],
    [
      'The output of `huge` is 6198 x 2656 pixels, but a reference may have at most 4096 x 4096. Give `huge` a smaller size.',
    ],
  ],
])('%s', (_what, edits, messages) => {
  expect(checkNeeds(plan(edits).edits).map(({ message }) => message)).toEqual(messages);
});

test.each([
  ['an output that is too large', [huge, inspectedEdit('a', { needs: ['huge'] })], 1],
  ['an output of the largest size', [limit, inspectedEdit('a', { needs: ['limit'] })], 0],
  ['an output of a frozen edit', [{ ...huge, frozen: true }, inspectedEdit('a', { needs: ['huge'] })], 0],
  ['a frozen edit', [huge, inspectedEdit('a', { needs: ['huge'], frozen: true })], 0],
])('by the spec alone, %s: %#', (_what, edits, count) => {
  expect(checkNeededSizes(edits)).toHaveLength(count);
});

describe('an output that is on the branch', () => {
  const user = inspectedEdit('a', { needs: ['kept'] });

  it('serves, though its edit is frozen', () => {
    expect(checkNeeds(plan([frozen, user], { recorded: madeAll([frozen]) }).edits)).toEqual([]);
  });

  it.each([
    ['is too large', { width: 6198, height: 2656 }, inspectedEdit('kept', { frozen: true })],
    ['is small enough', { width: 2048, height: 2048 }, { ...huge, id: 'kept', frozen: true }],
  ])('%s by what it is, not by what the spec asks for', (what, size, kept) => {
    const { files } = lockEntry(['kept']);
    const work = recorded([['kept', lockEntry([], { files: files.map((file) => ({ ...file, ...size })) })]]);
    const messages = checkNeeds(plan([kept, user], { recorded: work }).edits).map(({ message }) => message);
    expect(messages).toEqual(
      what === 'is too large'
        ? [
            'The output of `kept` is 6198 x 2656 pixels, but a reference may have at most 4096 x 4096. Give `kept` a smaller size, and remove `frozen` for one run to have it made.',
          ]
        : [],
    );
  });

  it('is no matter to an edit that is unchanged', () => {
    const edits = [huge, inspectedEdit('a', { needs: ['huge'] })];
    expect(checkNeeds(plan(edits, { recorded: madeAll(edits) }).edits)).toEqual([]);
  });
});
