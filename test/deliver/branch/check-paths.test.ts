import { describe, expect, test } from 'vitest';

import { checkPaths, type CheckedEdit } from '../../../src/deliver/branch/check-paths.ts';
import type { BranchPlace } from '../../../src/deliver/branch/types.ts';
import { entry, picture, place, sampleTip, type TipSample } from './sample-branch.ts';

const at = { file: 'edits.yml', line: 3, column: 5 };

function edit(output: string, more: Partial<CheckedEdit> = {}): CheckedEdit {
  return { id: output, output, forceSingle: true, at, ...more };
}

function check(sample: TipSample, edits: readonly CheckedEdit[], where: BranchPlace = place) {
  return checkPaths(edits, { ...sampleTip(sample, where), place: where });
}

test('a file that no run made is an error at the edit that wants its place', () => {
  expect(check({ files: { 'banners/beach.jpg': 'x' } }, [edit('banners/beach')])).toEqual([
    {
      severity: 'error',
      message:
        '`banners/beach.jpg` exists on branch `assets` and was not made by this action: give the edit another `output`, use another `branch-directory`, or remove the file.',
      at,
    },
  ]);
});

describe('in the way', () => {
  test.each([
    ['whatever type the picture will have', { 'hero.webm': 'x' }, edit('hero'), 'hero.webm'],
    ['on systems that ignore case', { 'Banners/HERO.JPG': 'x' }, edit('banners/hero'), 'Banners/HERO.JPG'],
    ['in another Unicode form', { 'cafe\u0301.png': 'x' }, edit('caf\u00e9'), 'cafe\u0301.png'],
    ['a link', { 'hero.png': '120000 x' }, edit('hero'), 'hero.png'],
    ['a submodule in place of a folder', { lib: '160000 x' }, edit('lib/hero'), 'lib'],
    ['a file in place of a folder', { A: 'x' }, edit('a/b/hero'), 'A'],
    ['a folder in place of the file', { 'hero.png/deep/readme': 'x' }, edit('hero'), 'hero.png/deep/readme'],
    [
      'where a second picture would go',
      { 'hero-12.png': 'x' },
      edit('hero', { forceSingle: false }),
      'hero-12.png',
    ],
  ])('%s', (_, files, placed, path) => {
    const [problem, ...more] = check({ files }, [placed]);
    expect(problem?.message).toMatch(`\`${path}\` exists on branch \`assets\``);
    expect(more).toEqual([]);
  });

  test('what may be several pictures can be one', () => {
    const [problem] = check({ files: { 'hero-2.png': 'x' } }, [edit('hero', { forceSingle: false })]);
    expect(problem?.message).toContain('set `force-single: true`, give the edit another `output`');
  });

  test('README, lock file and gallery pages of somebody else', () => {
    const files = { 'readme.md': 'x', 'Edits.lock.json': 'y', 'gallery-7.md': 'z', 'gallery-x.md': 'w' };
    expect(check({ files }, [edit('hero')]).map(({ message }) => message)).toEqual(
      ['readme.md', 'Edits.lock.json', 'gallery-7.md'].map(
        (path) =>
          `\`${path}\` exists on branch \`assets\` and was not made by this action: use another \`branch-directory\`, another \`branch\`, or remove the file.`,
      ),
    );
  });

  test('a folder of the branch directory that is spelled otherwise', () => {
    const where = { branch: 'assets', directory: 'docs/Pictures' };
    expect(check({ files: { 'docs/pictures/hero.png': 'x' } }, [edit('hero')], where)).toHaveLength(1);
    expect(check({ files: { Docs: 'x' } }, [edit('hero')], where).map(({ message }) => message)).toEqual([
      expect.stringMatching(/^`Docs` exists .*`branch-directory`, another `branch`/),
      expect.stringMatching(/^`Docs` exists .*another `output`/),
    ]);
  });

  test('an output in a folder that is named like a page', () => {
    for (const output of ['readme.md/a', 'gallery-2.md/a', 'Edits.Lock.json/a'])
      expect(check({}, [edit(output)])[0]?.message).toContain(
        'a name that the branch keeps for a file of its own',
      );
  });

  test('our own picture that somebody replaced by a link', () => {
    const edits = { hero: entry(['hero.png']) };
    expect(check({ files: { 'hero.png': '120000 x' }, edits }, [edit('hero')])).toHaveLength(1);
  });
});

describe('not in the way', () => {
  test.each<[string, TipSample, CheckedEdit]>([
    ['an empty branch', {}, edit('hero')],
    ['our own pictures', { files: { 'hero.png': 'x' }, edits: { old: entry(['hero.png']) } }, edit('hero')],
    [
      'our own pages and lock file',
      {
        files: { 'README.md': 'x', 'gallery-2.md': 'x', 'edits.lock.json': 'x' },
        pages: ['README.md', 'gallery-2.md'],
      },
      edit('hero'),
    ],
    ['a file of that name that is no picture', { files: { 'hero.txt': 'x', hero: 'x' } }, edit('hero')],
    ['a number, where only one picture comes', { files: { 'hero-2.png': 'x' } }, edit('hero')],
    ['a number that is none', { files: { 'hero-02.png': 'x' } }, edit('hero', { forceSingle: false })],
    ['another folder', { files: { 'a/hero.png': 'x', 'a/README.md': 'x' } }, edit('hero')],
    ['README as a picture', { files: {} }, edit('README')],
  ])('%s', (_, sample, placed) => {
    expect(check(sample, [placed])).toEqual([]);
  });

  test('files outside of the branch directory', () => {
    const files = { 'README.md': 'x', 'hero.png': 'x', 'edits.lock.json': 'x' };
    expect(check({ files }, [edit('hero')], { branch: 'assets', directory: 'pictures' })).toEqual([]);
  });
});

describe('an edit whose pictures are on the branch', () => {
  const old = entry(['hero.png']);
  const keep = (path: string) =>
    ({ kind: 'unchanged', from: 'hero', entry: old, files: [picture(path)] }) as const;

  test('is not looked at where they stay', () => {
    const files = { 'hero-2.png': 'x', 'hero.jpg': 'x', 'README.md': 'x' };
    expect(check({ files }, [edit('hero', { forceSingle: false, action: keep('hero.png') })])).toEqual([]);
    expect(check({ files }, [edit('hero', { action: { kind: 'skip', reason: 'frozen' } })])).toEqual([]);
  });

  test('may move to any free path, whatever else is named alike', () => {
    const files = { 'new.jpg': 'x', 'new-2.png': 'x' };
    expect(check({ files }, [edit('new', { action: keep('new.png') })])).toEqual([]);
    expect(check({ files: { 'New.PNG': 'x' } }, [edit('new', { action: keep('new.png') })])).toMatchObject([
      { message: expect.stringMatching(/^`New.PNG` exists/) as unknown, at },
    ]);
  });
});

test('20,000 files of others and 1,000 edits take a moment', () => {
  const files = Object.fromEntries(Array.from({ length: 20_000 }, (_, n) => [`a/b${n % 97}/c${n}.png`, 'x']));
  const edits = Array.from({ length: 1000 }, (_, n) => edit(`out/${n}`, { forceSingle: false }));
  expect(check({ files }, [...edits, edit('a/b0/c0')])).toHaveLength(1);
});
