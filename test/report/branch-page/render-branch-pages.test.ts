import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { LockEntry } from '../../../src/lock/types.ts';
import { renderBranchPages } from '../../../src/report/branch-page/render-branch-pages.ts';
import { sampleEntry } from '../sample-branch.ts';
import { sampleEdit, sampleFile } from '../sample-run.ts';

const OPTIONS = { title: 'acme/shop', directory: '' };

function entryWith(prompt: string, more: Partial<LockEntry> = {}): LockEntry {
  const { lockedInput } = sampleEdit('any');
  return sampleEntry([sampleFile('a.jpg')], { input: { ...lockedInput, prompt }, costUsd: 0.03, ...more });
}

function pagesOf(entries: Readonly<Record<string, LockEntry>>, more: object = {}): [string, string][] {
  const lock = { edits: new Map(Object.entries(entries)), pages: [] };
  return [...renderBranchPages(lock, { ...OPTIONS, ...more })];
}

function onlyPage(entries: Readonly<Record<string, LockEntry>>, more: object = {}): string {
  const [[name, text] = ['', ''], ...others] = pagesOf(entries, more);
  expect(name).toBe('README.md');
  expect(others).toEqual([]);
  return text;
}

/** The edits of a page in its order. */
function idsOf(text: string): readonly (string | undefined)[] {
  return [...text.matchAll(/<b><code>(\w+)<\/code><\/b>/g)].map(([, id]) => id);
}

/** The tags with their attributes' names: what the page is built of. */
function skeleton(markdown: string): readonly string[] {
  return (
    markdown
      .replaceAll(/<\/?span>|<wbr>/g, '')
      .replaceAll(/"[^"]*"/g, '""')
      .match(/<[^>]*>|^#.*$/gm) ?? []
  );
}

describe('a branch page', () => {
  it('has the edits in the order of the spec, with their descriptions', () => {
    const entries = { a: entryWith('A.'), z: entryWith('Z.'), gone: entryWith('Gone.') };
    const spec = [{ id: 'z', description: 'The <last> letter' }, { id: 'not-made' }, { id: 'a' }];
    const text = onlyPage(entries, { spec });
    expect(idsOf(text)).toEqual(['z', 'a', 'gone']);
    expect(text).toContain('<b><code>z</code></b><br>The &lt;last&gt; letter<br>');
  });

  it('is the same whichever of several specs had the last run', () => {
    const entries = {
      z: entryWith('Z.', { spec: 'b.yml' }),
      y: entryWith('Y.', { spec: 'b.yml' }),
      x: entryWith('X.', { spec: 'c.yml' }),
      other: entryWith('Other.', { spec: 'a.yml' }),
    };
    const byOne = onlyPage(entries, { spec: [{ id: 'z', description: 'About z' }, { id: 'y' }] });
    expect(idsOf(byOne)).toEqual(['other', 'y', 'z', 'x']);
    expect(onlyPage(entries, { spec: [{ id: 'other' }] })).toBe(byOne);
  });

  it('shows each edit by its pictures, with prompt, size, date and cost', () => {
    const video = sampleFile('clips/turn.mp4', { type: 'video/mp4' });
    const text = onlyPage(
      {
        'hero@beach': entryWith('Put the mug on the beach.'),
        cutout: sampleEntry([sampleFile('-50% off/ö #1?.png', { bytes: 900 })]),
        set: sampleEntry([sampleFile('set-1.jpg'), sampleFile('set-2.jpg'), video]),
        story: entryWith(`${'It is a long story about a mug. '.repeat(4)}The end.`),
      },
      { directory: 'shots', specUrl: 'https://github.com/acme/shop/blob/main/my edits.yml' },
    );
    expect(text).toMatchSnapshot();
  });

  it('is a page also without edits', () => {
    expect(onlyPage({})).toContain('0 edits, 0 files, 0 B.');
    expect(onlyPage({})).toContain('There are no pictures yet.');
  });

  it('says whose preview it is', () => {
    const lock = { edits: new Map(), pages: [], preview: { pullRequest: 7 } };
    expect(renderBranchPages(lock, OPTIONS).get('README.md')).toContain(
      'Preview of pull request 7: 0 edits,',
    );
  });

  it('shows twelve further pictures of an edit, and counts the others', () => {
    const files = Array.from({ length: 20 }, (_, index) => sampleFile(`set-${index + 1}.jpg`));
    const text = onlyPage({ set: sampleEntry(files) });
    expect(text.match(/<img /g)).toHaveLength(13);
    expect(text).toContain('<sub>and 7 more</sub>');
  });

  it.each([
    ['a short prompt', 'a short prompt', false],
    ['x'.repeat(80), 'x'.repeat(80), false],
    [`${'word '.repeat(15)}123456789`, `${'word '.repeat(14)}word…`, true],
    ['y'.repeat(200), `${'y'.repeat(79)}…`, true],
  ])('cuts the prompt %j between words', (prompt, start, folded) => {
    const text = onlyPage({ a: entryWith(prompt) }).replaceAll('<wbr>', '');
    expect(text).toContain(
      folded ? `<summary><small>${start}</small></summary>` : `<br><small>${start}</small>`,
    );
    expect(text).toContain(`<small>${prompt}</small>`);
  });
});

it('is the same for the same lock file, in whatever order that has its edits', () => {
  const edits = { b: entryWith('B'), a: entryWith('A'), C: entryWith('C'), 'ä@1': entryWith('Ä') };
  const backwards = Object.fromEntries(Object.entries(edits).toReversed());
  expect(pagesOf(backwards)).toEqual(pagesOf(edits));
  const ids = [...onlyPage(edits).matchAll(/<b><code>(.*?)<\/code>/g)].map(([, id]) => id);
  expect(ids).toEqual(['C', 'a', 'b', 'ä@<wbr>1']);
});

it('makes more pages where there are many edits; each leads to all others', () => {
  const edits = Object.fromEntries(Array.from({ length: 5 }, (_, index) => [`e${index}`, entryWith('P')]));
  const pages = pagesOf(edits, { maxEditsPerPage: 2 });
  expect(pages.map(([name]) => name)).toEqual(['README.md', 'gallery-2.md', 'gallery-3.md']);
  expect(pages.map(([, text]) => /^Page .*$/m.exec(text)?.[0])).toEqual([
    'Page **1** · [2](gallery-2.md) · [3](gallery-3.md)',
    'Page [1](README.md) · **2** · [3](gallery-3.md)',
    'Page [1](README.md) · [2](gallery-2.md) · **3**',
  ]);
  expect(pages.map(([, text]) => text.match(/<b><code>/g)?.length)).toEqual([2, 2, 1]);
});

it('keeps each page below what GitHub shows, also with long paths and many files', () => {
  const files = Array.from({ length: 15 }, (_, index) => sampleFile(`${'日本/'.repeat(120)}${index}.jpg`));
  const prompt = '日'.repeat(800);
  const edits = Array.from(
    { length: 300 },
    (_, index) => [`e${index}`, { ...entryWith(prompt), files }] as const,
  );
  const pages = pagesOf(Object.fromEntries(edits));
  for (const [, text] of pages) expect(Buffer.byteLength(text)).toBeLessThan(512_000);
  expect(pages.flatMap(([, text]) => text.match(/<b><code>/g))).toHaveLength(300);
});

it('renders 5,000 edits', () => {
  const edits = Array.from(
    { length: 5000 },
    (_, index) => [`hero@${index}`, entryWith('P'.repeat(800))] as const,
  );
  expect(pagesOf(Object.fromEntries(edits))).toHaveLength(84);
});

it('is built the same whatever the text is', () => {
  const page = (text: string) =>
    onlyPage(
      {
        [`i${text}`]: {
          ...entryWith(`p${text}`, { finishedAt: '2026-11-22' }),
          files: [sampleFile(`f${text}.jpg`), sampleFile(`v${text}.mp4`, { type: 'video/mp4' })],
        },
      },
      { specUrl: `https://e.x/${text}` },
    );
  const hostile = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('|', '`', '</td></tr></table>', '"><img src=x onerror=alert(1)>', '\n\n# Heading\n\n'),
    fc.constantFrom(
      '\n\n```\n',
      '<!--',
      '-->',
      '](http://e.x)',
      '![x](y)',
      '\u202e',
      '@octocat',
      '&lt;b&gt;',
    ),
  );
  const plain = skeleton(page('x'));
  fc.assert(
    fc.property(hostile, (text) => {
      expect(skeleton(page(text)).map((tag) => tag.replace(/^<https:.*>$/, '<url>'))).toEqual(
        plain.map((tag) => tag.replace(/^<https:.*>$/, '<url>')),
      );
    }),
    { numRuns: 300 },
  );
});
