import { expect, it } from 'vitest';

import { warnOfLostPast } from '../../../src/run/prepare/warn-of-lost-past.ts';
import { inspectedEdit } from '../../support/edits.ts';
import { madeAll, plan } from '../../plan/recorded-work.ts';

const hero = inspectedEdit('hero');
const place = { branch: 'assets', directory: '' };
const none = new Set<string>();

/** A branch that had the hero's pictures before it had those of another prompt. */
function branch() {
  const [{ fingerprint } = { fingerprint: '' }] = plan([hero]).edits;
  const { lock, paths } = madeAll([{ ...hero, prompt: 'Another.' }]);
  const history = [{ fingerprint, commit: 'abcdef0123'.repeat(4) }];
  const edits = new Map([...lock.edits].map(([id, entry]) => [id, { ...entry, history }]));
  return { place, recorded: { lock: { ...lock, edits }, paths } };
}

it('names an edit that is sent although the branch had its pictures', () => {
  expect(
    warnOfLostPast(plan([hero]), branch(), none).map(({ severity, message }) => [severity, message]),
  ).toEqual([
    [
      'warning',
      'Branch `assets` had the pictures of hero (commit abcdef0) before, but they cannot be taken from its history anymore, so they are made and paid for again.',
    ],
  ]);
});

it('says nothing of what is forced, new, or not sent', () => {
  expect(warnOfLostPast(plan([hero]), branch(), new Set(['hero']))).toEqual([]);
  expect(warnOfLostPast(plan([{ ...hero, prompt: 'New.' }]), branch(), none)).toEqual([]);
  expect(warnOfLostPast(plan([hero], { recorded: madeAll([hero]) }), branch(), none)).toEqual([]);
});
