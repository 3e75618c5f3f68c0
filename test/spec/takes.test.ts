import { describe, expect, test } from 'vitest';

import { hero, read } from './spec-stage.ts';

const KEYS = 'prompt: A mug.\nimages: a.png';

/** Each request of a spec as `id: output`, the kept take of an edit marked. */
async function takesOf(text: string): Promise<readonly string[]> {
  const { edits, problems } = await read(text);
  expect(problems).toEqual([]);
  return edits.map(({ id, output, take }) => `${id}: ${output}${take?.isKept === true ? ' (kept)' : ''}`);
}

describe('takes', () => {
  test.each<[what: string, spec: string, takes: readonly string[]]>([
    ['none', hero(KEYS), ['hero: hero']],
    ['one is none', hero(`${KEYS}\ntakes: 1`), ['hero: hero']],
    [
      'several: the first is kept',
      hero(`${KEYS}\ntakes: 3`),
      ['hero#1: hero (kept)', 'hero#2: takes/hero/2', 'hero#3: takes/hero/3'],
    ],
    [
      'another one is kept',
      hero(`${KEYS}\ntakes: 2\nkeep: 2\noutput: banners/hero`),
      ['hero#1: takes/banners/hero/1', 'hero#2: banners/hero (kept)'],
    ],
    [
      'for every edit that does not say otherwise',
      hero(KEYS, `  plain: { prompt: B, images: b.png, takes: 1 }\ndefaults: { takes: 2 }\n`),
      ['hero#1: hero (kept)', 'hero#2: takes/hero/2', 'plain: plain'],
    ],
    [
      'of each edit of a matrix',
      hero(
        'prompt: "${{ edit.id }} ${{ matrix.s }}"\nimages: a.png\nmatrix: { s: [x, y] }\ntakes: 2\nkeep: { hero@y: 2 }',
      ),
      [
        'hero@x#1: hero/x (kept)',
        'hero@x#2: takes/hero/x/2',
        'hero@y#1: takes/hero/y/1',
        'hero@y#2: hero/y (kept)',
      ],
    ],
  ])('%s', async (_, spec, takes) => {
    expect(await takesOf(spec)).toEqual(takes);
  });

  test('what uses the output of an edit uses that of its kept take', async () => {
    const { edits } = await read(
      hero(`${KEYS}\ntakes: 2\nkeep: 2`, '  upon: { prompt: B, images: { edit: hero } }\n'),
    );
    expect(edits.at(-1)?.images).toMatchObject([{ kind: 'edit', id: 'hero#2' }]);
  });

  test('all takes of an edit ask for the same, with the id of the edit', async () => {
    const { edits } = await read(hero('prompt: "I am ${{ edit.id }}."\nimages: a.png\ntakes: 2'));
    expect(edits.map(({ prompt, take }) => [prompt, take])).toEqual([
      ['I am hero.', { edit: 'hero', number: 1, of: 2, isKept: true, isChosen: false }],
      ['I am hero.', { edit: 'hero', number: 2, of: 2, isKept: false, isChosen: false }],
    ]);
  });

  test.each<[what: string, spec: string, problem: string]>([
    [
      'more than there may be',
      hero(`${KEYS}\ntakes: 17`),
      'edits.yml:6:12: `takes` must be at most 16, but it is `17`.',
    ],
    [
      'a kept take without takes',
      hero(`${KEYS}\nkeep: 2`),
      'edits.yml:6:11: `keep` names take 2, but `hero` has a single take: set `takes`.',
    ],
    [
      'a kept take that there is not',
      hero(`${KEYS}\ntakes: 2\nkeep: 3`),
      'edits.yml:7:11: `keep` names take 3, but `hero` has only 2 takes.',
    ],
    [
      'a map without a matrix',
      hero(`${KEYS}\ntakes: 2\nkeep: { hero: 2 }`),
      'edits.yml:7:11: `hero` has no matrix, so `keep` must be a number: the take to keep.',
    ],
    [
      'a number with a matrix',
      hero('prompt: "${{ matrix.s }}"\nimages: a.png\nmatrix: { s: [x, y] }\ntakes: 2\nkeep: 2'),
      'edits.yml:8:11: `hero` has a matrix, so `keep` must say which take of which edit: `keep: { "hero@x": 2 }`. Its edits are `hero@x`, `hero@y`.',
    ],
    [
      'an id that the matrix does not make',
      hero('prompt: "${{ matrix.s }}"\nimages: a.png\nmatrix: { s: [x, y] }\ntakes: 2\nkeep: { hero@z: 2 }'),
      'edits.yml:8:13: `keep` names `hero@z`, which is not an edit of `hero`. Its edits are `hero@x`, `hero@y`.',
    ],
    [
      'a take as a reference',
      hero(`${KEYS}\ntakes: 2`, '  upon: { prompt: B, images: { edit: hero#2 } }\n'),
      'edits.yml:7:38: There is no edit `hero#2`. Name the edit without the number, `hero`: its kept take is used (key `keep`).',
    ],
    [
      'an output where a take may come to be',
      hero(`${KEYS}\ntakes: 2`, '  other: { prompt: B, images: b.png, output: Takes/hero/1 }\n'),
      'edits.yml:7:46: The output path `Takes/hero/1` is kept free for a take of `hero` (line 3, column 3). Give the edit another `output`. (`other`)',
    ],
  ])('%s', async (_, spec, problem) => {
    expect((await read(spec)).problems).toEqual([problem]);
  });

  test('every take counts for the size of a spec', async () => {
    const matrix = (name: string): string =>
      `  ${name}:\n    prompt: "\${{ matrix.n }}"\n    images: a.png\n    matrix: { n: [${Array.from({ length: 250 }, (_, n) => n).join(', ')}] }`;
    const keys = ['a', 'b', 'c'].map(matrix).join('\n');
    const { problems } = await read(`version: 1\ndefaults: { takes: 16 }\nedits:\n${keys}\n`);
    expect(problems.map((text) => text.slice(0, 76))).toEqual([
      'edits.yml:12:3: The spec has more than 10000 edits, each take counted. Split',
    ]);
  });
});
