import { describe, expect, it } from 'vitest';

import { isSameEntry, rememberPast } from '../../src/lock/remember-past.ts';
import { MOST_PAST } from '../../src/lock/types.ts';
import { lockEntry } from './sample-lock.ts';

const TIP = 'c'.repeat(40);
const past = (name: string, commit = TIP) => ({ fingerprint: name.repeat(64), commit });
const entry = (name: string, history: readonly ReturnType<typeof past>[] = []) =>
  lockEntry(['hero'], { fingerprint: name.repeat(64), ...(history.length > 0 && { history }) });

describe('rememberPast', () => {
  it.each([
    ['nothing was there', entry('b'), undefined, []],
    ['other pictures were there', entry('b'), entry('a'), [past('a')]],
    [
      'the same pictures, made again',
      entry('a'),
      entry('a', [past('9', 'd'.repeat(40))]),
      [past('9', 'd'.repeat(40))],
    ],
    ['what was there had a past', entry('c'), entry('b', [past('a', 'd')]), [past('b'), past('a', 'd')]],
    ['it goes back to an older picture', entry('a'), entry('b', [past('a', 'd')]), [past('b')]],
    [
      'it moves here with a past of its own',
      entry('c', [past('b', 'e')]),
      entry('a'),
      [past('a'), past('b', 'e')],
    ],
  ])('%s', (_what, made, replaced, history) => {
    expect(rememberPast(made, replaced, TIP).history ?? []).toEqual(history);
  });

  it('has no commit to name where the branch had none', () => {
    expect(rememberPast(entry('b'), entry('a'), undefined)).toEqual(entry('b'));
  });

  it('keeps the newest twenty', () => {
    let made = entry('0');
    for (let count = 1; count <= 30; count += 1) {
      const fingerprint = count.toString(16).padStart(64, '0');
      made = rememberPast(lockEntry(['hero'], { fingerprint }), made, TIP);
    }
    expect(made.history).toHaveLength(MOST_PAST);
    expect(made.history?.[0]?.fingerprint).toBe((29).toString(16).padStart(64, '0'));
  });
});

it('two entries are the same whatever came before them', () => {
  expect(isSameEntry(entry('a'), entry('a', [past('b')]))).toBe(true);
  expect(isSameEntry(entry('a'), entry('b'))).toBe(false);
});
