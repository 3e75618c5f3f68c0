import { describe, expect, test } from 'vitest';

import { read } from './spec-stage.ts';

const HERO = '{ prompt: x, images: x.png }';

async function problems(top: string, edits = `  hero: ${HERO}`): Promise<readonly string[]> {
  return (await read(`version: 1\n${top}\nedits:\n${edits}\n`)).problems;
}

describe('sets of renditions', () => {
  test('an edit has all of them by default, or those that it names; two with one format hold their names', async () => {
    const { edits } = await read(`version: 1
renditions: { web: { width: [64, 32, 64] }, thumb: { width: 8, format: jpeg, max-bytes: 1.5KB, background: "#Abc", aspect: "16:9" }, art: { width: 9, format: png } }
edits:
  all: ${HERO}
  one: { prompt: x, images: x.png, renditions: thumb }
  none: { prompt: x, images: x.png, renditions: [], alt: "Of \${{ edit.id }}" }
  plain: { prompt: x, images: x.png, renditions: [] }
`);
    expect(
      edits.map(({ pictures }) =>
        pictures?.renditions.map(({ name, isNamed }) => `${name} ${String(isNamed)}`),
      ),
    ).toEqual([['web true', 'thumb true', 'art false'], ['thumb false'], [], undefined]);
    expect(edits[0]?.pictures?.renditions.slice(0, 2)).toMatchObject([
      { widths: [32, 64], formats: ['webp', 'jpeg'] },
      { maxBytes: 1500, background: '#aabbcc', crop: { fit: 'cover', width: 16, height: 9 } },
    ]);
    expect(edits[0]?.pictures).toMatchObject({
      mark: 'renditions',
      markPrompt: false,
    });
    // By its images, which are those of its picture: a frozen edit may have others by now.
    expect(edits[0]?.pictures?.sourceType).toBeUndefined();
    expect(edits[2]?.pictures?.alt).toBe('Of none');
  });

  test('with takes, only the kept one has renditions', async () => {
    const { edits } = await read(
      `version: 1\nrenditions: { web: { width: 8 } }\nedits:\n  hero: { prompt: x, images: x.png, takes: 2, keep: 2 }\n`,
    );
    expect(edits.map(({ id, pictures }) => [id, pictures?.renditions.length])).toEqual([
      ['hero#1', 0],
      ['hero#2', 1],
    ]);
  });

  test.each([
    [
      'renditions: { web: { width: 8, format: avif } }',
      'edits.yml:2:40: The set `web` has AVIF without JPEG or PNG, which some browsers and site builders need. Add `jpeg` to its `format`.',
    ],
    [
      'renditions: { web: { width: 8, fit: cover } }',
      'edits.yml:2:37: The set `web` has `fit` without `aspect`. Add an `aspect`, for example `"16:9"`.',
    ],
    [
      'renditions: { web: { width: 8, colour: red } }',
      'edits.yml:2:32: Unknown key `colour`. Known here: `width`, `format`, `quality`, `max-bytes`, `background`, `aspect`, `fit`.',
    ],
    [
      'renditions: { web: { width: 0 } }',
      'edits.yml:2:29: `renditions.web.width` must be at least 1, but it is `0`.',
    ],
    [
      'renditions: { web: { width: 8, max-bytes: 300 } }',
      'edits.yml:2:43: `renditions.web.max-bytes` must be text, but it is `300`. Put it in quotes.',
    ],
    [
      'renditions: { web: { width: 8, format: gif } }',
      'edits.yml:2:40: `renditions.web.format` must be avif, webp, jpeg or png, or a list of them.',
    ],
    ['mark: some', 'edits.yml:2:7: `mark` must be `renditions` or `all` or `none`, but it is `some`.'],
  ])('%s', async (top, problem) => {
    expect(await problems(top)).toEqual([problem]);
  });

  test('a set that does not exist', async () => {
    const seen = await problems(
      'renditions: { web: { width: 8 } }',
      '  hero: { prompt: x, images: x.png, renditions: [wbe] }',
    );
    expect(seen).toEqual(['edits.yml:4:49: There is no set of renditions `wbe`. Did you mean `web`?']);
    expect(await problems('', '  hero: { prompt: x, images: x.png, renditions: web }')).toEqual([
      'edits.yml:4:49: There is no set of renditions `web`. The spec has no `renditions`.',
    ]);
  });
});

describe('names of renditions that others have', () => {
  const two = (first: string, second: string): string =>
    `  a: { prompt: x, images: x.png, output: ${first} }\n  b: { prompt: y, images: x.png, output: ${second} }`;
  test.each([
    ['hero', 'hero-99w', true],
    ['hero', 'HERO-1-640w', true],
    ['hero', 'hero-99', false],
    ['hero', 'other-99w', false],
  ])('%s and %s', async (first, second, isClash) => {
    const seen = await problems('renditions: { web: { width: 8 } }', two(first, second));
    expect(seen.filter((each) => each.includes('may be that of a rendition of `a`'))).toHaveLength(
      isClash ? 1 : 0,
    );
  });

  test('another edit with the name of a set', async () => {
    const sets = 'renditions: { web: { width: 8 }, thumb: { width: 4 } }';
    expect(await problems(sets, two('hero', 'hero-thumb'))).toEqual([]);
    expect(
      await problems(
        sets,
        two('hero', 'hero-thumb').replace('hero-thumb }', 'hero-thumb, renditions: web }'),
      ),
    ).toEqual([
      'edits.yml:5:42: The output path `hero-thumb` may be that of a rendition of `a` (line 4, column 42). Give one of them another `output`. (`b`)',
    ]);
  });
});
