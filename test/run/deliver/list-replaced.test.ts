import { expect, it } from 'vitest';

import type { LockEntry } from '../../../src/lock/types.ts';
import type { EditOutcome } from '../../../src/plan/outcome.ts';
import { listReplaced } from '../../../src/run/deliver/fetch-before.ts';
import { sampleEntry } from '../../report/sample-branch.ts';
import { sampleFile, sampleOutcome } from '../../report/sample-run.ts';

const OLD = sampleFile('hero.jpg', { sha256: 'a'.repeat(64) });

function made(id: string, number?: number, kept = 1): EditOutcome {
  const files = [sampleFile('new.jpg', { sha256: 'b'.repeat(64) })];
  const take =
    number === undefined
      ? {}
      : { take: { edit: 'hero', number, of: 2, isKept: number === kept, isChosen: true } };
  return sampleOutcome(id, 'succeeded', { files }, take);
}

const entry = (more: Partial<LockEntry> = {}): LockEntry => sampleEntry([OLD], more);
const KEPT = entry({ take: 1, isKept: true });

it.each<[what: string, edits: readonly EditOutcome[], entries: Record<string, LockEntry>, ids: string[]]>([
  ['an edit itself', [made('hero')], { hero: entry() }, ['hero']],
  [
    'its first take, if it has several by now',
    [made('hero#1', 1), made('hero#2', 2)],
    { hero: entry() },
    ['hero#1'],
  ],
  ['another take that is kept by now', [made('hero#2', 2, 2)], { 'hero#1': KEPT }, ['hero#2']],
  ['the only one that is left', [made('hero')], { 'hero#1': KEPT }, ['hero']],
  ['not a take that is not kept', [made('hero#2', 2)], { 'hero#1': KEPT }, []],
  [
    'nor one that is not on the branch',
    [made('hero#2', 2)],
    { 'hero#2': entry({ take: 2, stored: 'aside' }) },
    [],
  ],
])('what was in the place of new pictures is found: %s', (_what, edits, entries, ids) => {
  const replaced = listReplaced(edits, new Map(Object.entries(entries)));
  expect(replaced).toEqual(ids.map((id) => [id, [OLD]]));
});
