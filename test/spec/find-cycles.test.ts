import fc from 'fast-check';
import { expect, test } from 'vitest';

import { findCycles } from '../../src/spec/find-cycles.ts';

function graph(edges: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, readonly string[]> {
  return new Map(Object.entries(edges));
}

test.each<readonly [string, Readonly<Record<string, readonly string[]>>, readonly (readonly string[])[]]>([
  ['none', { a: ['b', 'c'], b: ['c'], c: ['d'] }, []],
  ['itself', { a: ['a'] }, [['a']]],
  ['two', { a: ['b'], b: ['a'] }, [['a', 'b']]],
  ['a way into a circle is no part of it', { start: ['a'], a: ['b'], b: ['c'], c: ['a'] }, [['a', 'b', 'c']]],
  [
    'two circles',
    { a: ['b'], b: ['a'], c: ['d'], d: ['c'] },
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'a node in two circles',
    { a: ['b', 'c'], b: ['a'], c: ['a'] },
    [
      ['a', 'b'],
      ['a', 'c'],
    ],
  ],
])('%s', (_name, edges, cycles) => {
  expect(findCycles(graph(edges))).toEqual(cycles);
});

test('a chain of 50,000 is not too deep', () => {
  const edges = new Map(Array.from({ length: 50_000 }, (_, index) => [`e${index}`, [`e${index + 1}`]]));
  expect(findCycles(edges)).toEqual([]);
  edges.set('e50000', ['e0']);
  expect(findCycles(edges)[0]).toHaveLength(50_001);
});

test('cycles are found exactly where there are some, and each is one', () => {
  const edge = fc.tuple(fc.nat(6), fc.nat(6)).map(([from, to]) => [`n${from}`, `n${to}`] as const);
  fc.assert(
    fc.property(fc.array(edge, { maxLength: 14 }), (list) => {
      const edges = new Map<string, string[]>();
      for (const [from, to] of list) edges.set(from, [...(edges.get(from) ?? []), to]);
      const cycles = findCycles(edges);
      for (const cycle of cycles) {
        cycle.forEach((node, index) => {
          expect(edges.get(node)).toContain(cycle[(index + 1) % cycle.length]);
        });
      }
      expect(cycles.length > 0).toBe([...edges.keys()].some((node) => reaches(edges, node, node)));
    }),
  );
});

function reaches(edges: ReadonlyMap<string, readonly string[]>, from: string, to: string): boolean {
  const seen = new Set(edges.get(from) ?? []);
  for (const node of seen) for (const next of edges.get(node) ?? []) seen.add(next);
  return seen.has(to);
}
