import fc from 'fast-check';
import { expect, it } from 'vitest';

import { splitShards } from '../../../src/plan/shards/split-shards.ts';
import type { PlannedAction } from '../../../src/plan/types.ts';

const submit: PlannedAction = { kind: 'submit', over: [] };
const skip: PlannedAction = { kind: 'skip', reason: 'frozen' };

function edit(id: string, more: Partial<Parameters<typeof splitShards>[0][number]> = {}) {
  return { id, fingerprint: `print of ${id}`, needs: [], action: submit, model: 'any', ...more };
}

const alike = () => 1;

function split(edits: Parameters<typeof splitShards>[0], most: number) {
  return splitShards(edits, most, alike);
}

const many = (count: number) => Array.from({ length: count }, (_, index) => edit(`e${index}`));

it.each([
  ['nothing to do', [edit('a', { action: skip })], 4, { shared: [], rest: [] }],
  ['few edits need one job', many(3), 4, { shared: [], rest: [['e0', 'e1', 'e2']] }],
  [
    'what others use is made first',
    [edit('root'), edit('a', { needs: ['root'] })],
    4,
    { shared: ['root'], rest: [['a']] },
  ],
  [
    'what others use and is there already is no work',
    [edit('root', { action: skip }), edit('a', { needs: ['root'] })],
    4,
    { shared: [], rest: [['a']] },
  ],
  [
    'a shared picture goes with the edit that is sent',
    [edit('a'), edit('b', { action: { kind: 'share', with: 'a' }, fingerprint: 'print of a' })],
    4,
    { shared: [], rest: [['a', 'b']] },
  ],
  [
    'what others use is made with the edit that is sent for it',
    [
      edit('b', { fingerprint: 'print of root' }),
      edit('root', { action: { kind: 'share', with: 'b' } }),
      edit('a', { needs: ['root'] }),
    ],
    4,
    { shared: ['b', 'root'], rest: [['a']] },
  ],
] as const)('%s', (_, edits, most, expected) => {
  expect(split(edits, most)).toEqual(expected);
});

it('divides evenly, with no more jobs than are allowed', () => {
  const sizes = split(many(50), 3).rest.map((ids) => ids.length);
  expect(sizes).toEqual([17, 17, 16]);
  expect(split(many(17), 99).rest).toHaveLength(3);
});

it('gives jobs the same amount of work, and not the same number of edits', () => {
  const slow = new Set(['e3', 'e17']);
  const expected = ({ id }: { readonly id: string }) => (slow.has(id) ? 10_000 : 1000);
  const { rest } = splitShards(many(30), 3, expected);
  expect(rest.map((ids) => ids.reduce((sum, id) => sum + expected({ id }), 0))).toEqual([
    16_000, 16_000, 16_000,
  ]);
});

const edits = fc
  .array(fc.record({ print: fc.nat(30), need: fc.nat(40), kind: fc.constantFrom(submit, skip) }), {
    maxLength: 60,
    size: 'max', // otherwise nearly all have fewer than ten, and no two are equal
  })
  .map((all) =>
    all.map(({ print, need, kind }, index) =>
      edit(`e${index}`, {
        fingerprint: `print ${print}`,
        action: kind,
        needs: need < index && need % 5 === 0 ? [`e${need}`] : [],
      }),
    ),
  );

it('has each edit with work in one part, equal pictures together, and the same parts whatever the order of the spec', () => {
  fc.assert(
    fc.property(
      edits,
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 1, max: 50 }),
      (all, most, spread) => {
        const expected = ({ id }: { readonly id: string }) => 1 + (Number(id.slice(1)) % spread);
        const { shared, rest } = splitShards(all, most, expected);
        const ids = [...shared, ...rest.flat()];
        expect(ids.toSorted()).toEqual(
          all.flatMap(({ id, action }) => (action === submit ? [id] : [])).toSorted(),
        );
        expect(rest.length).toBeLessThanOrEqual(most);
        expect(rest.every((part) => part.length > 0)).toBe(true);
        const partOf = new Map(rest.flatMap((part, index) => part.map((id) => [id, index] as const)));
        for (const id of shared) partOf.set(id, -1);
        const byPrint = Map.groupBy(
          all.filter(({ id }) => partOf.has(id)),
          ({ fingerprint }) => fingerprint,
        );
        for (const same of byPrint.values())
          expect(new Set(same.map(({ id }) => partOf.get(id))).size).toBe(1);
        const again = splitShards(all.toReversed(), most, expected);
        expect(again.rest.map((part) => part.toSorted())).toEqual(rest.map((part) => part.toSorted()));
      },
    ),
  );
});
