import { marked } from 'marked';
import { expect, it } from 'vitest';

import { renderBranchPages } from '../../../src/report/branch-page/render-branch-pages.ts';
import { renderSnippet } from '../../../src/report/branch-page/render-snippet.ts';
import { sampleEntry } from '../sample-branch.ts';
import { sampleFile } from '../sample-run.ts';

const original = sampleFile('banners/hero.jpg', { sha256: 'a'.repeat(64) });
const made = (width: number, extension: 'jpg' | 'webp') =>
  sampleFile(`banners/hero-${width}w.${extension}`, {
    width,
    type: extension === 'jpg' ? 'image/jpeg' : 'image/webp',
    sha256: 'b'.repeat(64),
  });
const renditions = {
  [original.sha256]: {
    ['c'.repeat(64)]: {
      set: 'web',
      settings: {},
      color: '#aabbcc',
      files: [made(640, 'jpg'), made(1280, 'jpg'), made(640, 'webp'), made(1280, 'webp')],
    },
  },
};

/** The blocks of code of a Markdown page, as a reader copies them. */
function copies(markdown: string): readonly string[] {
  return marked.lexer(markdown).flatMap((token) => (token.type === 'code' ? [String(token.text)] : []));
}

it('offers the element of each set of web sizes, one file a line', () => {
  const text = renderSnippet('hero', sampleEntry([original], { alt: 'A mug' }), renditions);
  expect(copies(text)).toEqual([
    [
      '<picture>',
      '  <source type="image/webp"',
      '    srcset="banners/hero-640w.webp 640w,',
      '      banners/hero-1280w.webp 1280w"',
      '    sizes="100vw">',
      '  <img src="banners/hero-1280w.jpg"',
      '    srcset="banners/hero-640w.jpg 640w,',
      '      banners/hero-1280w.jpg 1280w"',
      '    sizes="100vw"',
      '    width="1280" height="1440"',
      '    alt="A mug"',
      '    loading="lazy" decoding="async"',
      '    style="background-color:#aabbcc;max-width:100%;height:auto">',
      '</picture>',
    ].join('\n'),
  ]);
});

it.each(['``` \n```', 'x\n```\n<script>window.ran=1</script>', '</picture>\n\n```\n# h'])(
  'an alternative text cannot end the block: %j',
  (alt) => {
    const text = renderSnippet('hero', sampleEntry([original], { alt }), renditions);
    const [block, ...others] = copies(text);
    expect(others).toEqual([]);
    expect(block).toMatch(/^<picture>[\s\S]*<\/picture>$/);
  },
);

it('is below the pictures of the page, and only if there are renditions', () => {
  const entry = sampleEntry([original]);
  const lock = { edits: new Map([['hero', entry]]), pages: [] };
  const options = { title: 'acme/shop', directory: '' };
  const page = renderBranchPages({ ...lock, renditions }, options).get('README.md') ?? '';
  expect(copies(page)).toHaveLength(1);
  expect(page.indexOf('## For a page')).toBeGreaterThan(page.indexOf('</table>'));
  expect(renderBranchPages(lock, options).get('README.md')).not.toContain('For a page');
  expect(renderSnippet('hero', entry, {})).toBe('');
});

it('shows the smallest rendition that is wide enough and the whole picture, and links to the picture itself', () => {
  const hero = sampleFile('hero.jpg', { sha256: 'a'.repeat(64), width: 2000, height: 1000 });
  const file = (width: number, type: 'image/avif' | 'image/webp', height = width / 2) =>
    sampleFile(`hero-${width}w.${type.slice(6)}`, { width, height, type });
  const files = [
    file(320, 'image/webp'),
    file(500, 'image/webp', 500),
    file(640, 'image/avif'),
    file(640, 'image/webp'),
    file(1280, 'image/webp'),
  ];
  const page = (made: typeof files) =>
    renderBranchPages(
      {
        edits: new Map([['hero', sampleEntry([hero])]]),
        pages: [],
        renditions: { [hero.sha256]: { ['c'.repeat(64)]: { set: 'web', settings: {}, files: made } } },
      },
      { title: 'x', directory: '' },
    ).get('README.md');
  expect(page(files)).toContain('<a href="hero.jpg"><img src="hero-640w.webp" width="440"');
  expect(page(files.slice(0, 3))).toContain('<a href="hero.jpg"><img src="hero.jpg" width="440"');
});
