import { describe, expect, test } from 'vitest';

import { imagine } from './source-tree.ts';
import { countsAgree, countsComeFromPlural, noOddPhrases, oneFullStop, readTexts } from './words.ts';

const files = await readTexts();
const snapshots = await readTexts('test/**/*.snap');
// The rules themselves name the phrases.
const tests = (await readTexts('test/**/*.{ts,md}')).filter(
  ({ path }) => !path.startsWith('test/contract/words'),
);

const rules = [
  {
    name: 'no phrase that is wrong in every context',
    rule: noOddPhrases,
    faults: {
      'src/a.ts': '// Another run is at it.',
      'docs/b.md': 'Mend it, or set `ledger: none`.',
      'README.md': 'It surely\nwas sent.',
      'src/c.ts': '/**\n * The ledger is there\n * again.\n */',
      'action.yml': 'Nobody is told.',
      'examples/d.yml': '# A run that did not come to its end',
      'demo/f.ts': '/** Text of the file, absent where there is none. */',
      'src/e.ts': '`It cannot be made sure that it is sent once. It was waited for until this: ${why}.`',
    },
    fine: {
      'docs/a.md':
        'See [x](../test/what-nobody-asks-for.test.ts). Put the mug on the round stand in the middle.',
      'src/b.ts': '// Another run is working on it. A key that stands for the edit.',
    },
  },
  {
    name: 'a sentence ends with one full stop',
    rule: oneFullStop,
    faults: { 'src/a.ts': "'Nothing was sent..'", 'docs/b.md': 'Set `x`..\nNext.' },
    fine: {
      'src/a.ts': "import { b } from '../b.ts'; // and so on ... or `-1`, `-2`, ...",
      'docs/b.md': 'A path with `..` is refused.',
    },
  },
  {
    name: 'counts agree with their nouns',
    rule: countsAgree,
    faults: { 'a.md': 'Update 1 pictures', 'b.md': 'of 3 edit.', 'c.snap': '1 more edits', 'd.md': '0 file' },
    fine: {
      'a.md':
        '1 edit, 2 edits, 0 files, 1 more edit, 1 to 10 reference images, 11 runs, 0.1 seconds, an hour-2 edit',
    },
  },
  {
    name: 'counts in messages come from plural()',
    rule: countsComeFromPlural,
    faults: { 'src/a.ts': 'const text = `${edits.length} edits were sent`;' },
    fine: { 'src/a.ts': "const text = `${plural(edits.length, 'edit')} sent as ${name} filesystem`;" },
  },
];

describe.each(rules)('$name', ({ rule, faults, fine }) => {
  test('holds', () => {
    expect(rule(files)).toEqual([]);
  });

  test('can be broken', () => {
    const broken = rule(imagine(faults)).join('\n');
    for (const file of Object.keys(faults)) expect(broken).toContain(file);
  });

  test('allows what it should', () => {
    expect(rule(imagine(fine))).toEqual([]);
  });
});

test.each([oneFullStop, countsAgree])('%o holds in what tests saw a person read', (rule) => {
  expect(snapshots.length).toBeGreaterThan(10);
  expect(rule(snapshots)).toEqual([]);
});

test('no test says what no text may say', () => {
  expect(tests.length).toBeGreaterThan(100);
  expect(noOddPhrases(tests)).toEqual([]);
});

test('the texts of every kind are read', () => {
  const kinds = [
    'README.md',
    'action.yml',
    'docs/',
    'schema/',
    'examples/',
    'src/report/',
    'emulator/',
    'demo/',
    'scripts/',
    'bench/',
    'findings/',
  ];
  for (const kind of kinds) expect(files.some(({ path }) => path.startsWith(kind))).toBe(true);
});
