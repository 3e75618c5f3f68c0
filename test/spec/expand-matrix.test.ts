import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { countProduct, expandMatrix } from '../../src/spec/expand-matrix.ts';
import type { Scalar } from '../../src/spec/types.ts';

type Values = Readonly<Record<string, Scalar>>;

interface Written {
  readonly axes?: Readonly<Record<string, readonly Scalar[]>>;
  readonly include?: readonly Values[];
  readonly exclude?: readonly Values[];
}

function toMaps(entries: readonly Values[]): ReadonlyMap<string, Scalar>[] {
  return entries.map((entry) => new Map(Object.entries(entry)));
}

function expand({ axes = {}, include = [], exclude = [] }: Written): readonly Values[] {
  const matrix = { axes: new Map(Object.entries(axes)), include: toMaps(include), exclude: toMaps(exclude) };
  return expandMatrix(matrix).map((values) => Object.fromEntries(values));
}

describe('the examples of GitHub’s documentation', () => {
  test('include expands combinations and adds others', () => {
    const combinations = expand({
      axes: { fruit: ['apple', 'pear'], animal: ['cat', 'dog'] },
      include: [
        { color: 'green' },
        { color: 'pink', animal: 'cat' },
        { fruit: 'apple', shape: 'circle' },
        { fruit: 'banana' },
        { fruit: 'banana', animal: 'cat' },
      ],
    });
    expect(combinations).toEqual([
      { fruit: 'apple', animal: 'cat', color: 'pink', shape: 'circle' },
      { fruit: 'apple', animal: 'dog', color: 'green', shape: 'circle' },
      { fruit: 'pear', animal: 'cat', color: 'pink' },
      { fruit: 'pear', animal: 'dog', color: 'green' },
      { fruit: 'banana' },
      { fruit: 'banana', animal: 'cat' },
    ]);
  });

  test('exclude takes away what it matches in part', () => {
    const combinations = expand({
      axes: { os: ['macos', 'windows'], version: [12, 14, 16], environment: ['staging', 'production'] },
      exclude: [
        { os: 'macos', version: 12, environment: 'production' },
        { os: 'windows', version: 16 },
      ],
    });
    expect(combinations).toHaveLength(9);
    expect(combinations).not.toContainEqual(expect.objectContaining({ os: 'windows', version: 16 }));
  });

  test('a matrix may be made of include alone', () => {
    const include = [
      { site: 'production', datacenter: 'a' },
      { site: 'staging', datacenter: 'b' },
    ];
    expect(expand({ include })).toEqual(include);
  });
});

test.each<readonly [string, Written, readonly Values[]]>([
  [
    'the first axis changes slowest',
    { axes: { a: [1, 2], b: ['x', 'y'] } },
    [
      { a: 1, b: 'x' },
      { a: 1, b: 'y' },
      { a: 2, b: 'x' },
      { a: 2, b: 'y' },
    ],
  ],
  [
    'include brings back what was excluded',
    { axes: { a: [1, 2] }, exclude: [{ a: 1 }], include: [{ a: 1, b: 3 }] },
    [{ a: 2 }, { a: 1, b: 3 }],
  ],
  [
    'an entry that adds nothing new makes no combination',
    { axes: { a: [1, 2] }, include: [{ a: 1 }] },
    [{ a: 1 }, { a: 2 }],
  ],
  [
    'entries without an axis do not join one another',
    { include: [{ a: 1 }, { b: 2 }] },
    [{ a: 1 }, { b: 2 }],
  ],
  ['everything excluded leaves nothing', { axes: { a: [1] }, exclude: [{ a: 1 }] }, []],
  [
    'an include entry after that is on its own',
    { axes: { a: [1] }, exclude: [{ a: 1 }], include: [{ b: 2 }] },
    [{ b: 2 }],
  ],
  [
    'values are compared as GitHub’s == does',
    { axes: { a: ['Beach', 'studio', 1] }, exclude: [{ a: 'beach' }, { a: '1' }] },
    [{ a: 'studio' }],
  ],
  [
    'inherited names are no values',
    { axes: { a: [1] }, include: [{ constructor: 'x' }] },
    [{ a: 1, constructor: 'x' }],
  ],
])('%s', (_name, written, combinations) => {
  expect(expand(written)).toEqual(combinations);
});

test('counts what the axes make without making it', () => {
  expect(countProduct(new Map())).toBe(0);
  expect(
    countProduct(
      new Map([
        ['a', [1, 2, 3]],
        ['b', [1, 2]],
      ]),
    ),
  ).toBe(6);
});

describe('against an oracle that follows the documentation word by word', () => {
  const value = fc.constantFrom(1, 2, 3);
  const entry = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), value, {
    minKeys: 1,
    noNullPrototype: true,
  });
  const axis = fc.uniqueArray(value, { minLength: 1 });
  const written = fc.record({
    axes: fc.dictionary(fc.constantFrom('a', 'b'), axis, { noNullPrototype: true }),
    include: fc.array(entry, { maxLength: 4 }),
    exclude: fc.array(entry, { maxLength: 3 }),
  });

  test('the same combinations in the same order', () => {
    fc.assert(
      fc.property(written, (matrix) => {
        const exclude = matrix.exclude.filter((one) => Object.keys(one).every((name) => name in matrix.axes));
        expect(expand({ ...matrix, exclude })).toEqual(oracle(matrix.axes, matrix.include, exclude));
      }),
      { numRuns: 500 },
    );
  });
});

function oracle(
  axes: Readonly<Record<string, readonly Scalar[]>>,
  include: readonly Values[],
  exclude: readonly Values[],
): Values[] {
  let originals: Values[] = Object.keys(axes).length === 0 ? [] : [{}];
  for (const [name, values] of Object.entries(axes)) {
    const next: Values[] = [];
    for (const one of originals) for (const value of values) next.push({ ...one, [name]: value });
    originals = next;
  }
  originals = originals.filter(
    (one) => !exclude.some((entry) => Object.entries(entry).every(([k, v]) => one[k] === v)),
  );
  const results = originals.map((one) => ({ ...one }));
  const extra: Values[] = [];
  for (const entry of include) {
    const places = [...originals.keys()].filter((index) => {
      const original = originals[index] ?? {};
      return !Object.keys(entry).some((name) => name in original && original[name] !== entry[name]);
    });
    for (const index of places) results[index] = { ...results[index], ...entry };
    if (places.length === 0) extra.push(entry);
  }
  return [...results, ...extra];
}
