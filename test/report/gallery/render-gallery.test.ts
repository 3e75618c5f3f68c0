import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { mediaAddress } from '../../../src/report/addresses.ts';
import { createReferencePath } from '../../../src/report/reference-path.ts';
import { renderGallery } from '../../../src/report/render-gallery.ts';
import { keptOutcome, sampleCommit } from '../sample-branch.ts';
import { sampleFile, sampleOutcome, sampleReport } from '../sample-run.ts';

const at = { file: 'edits.yml', line: 1, column: 1 };
const NO_PATHS = createReferencePath([], new Map());

/** The tags of the page with their attributes' names, text left out: what the page is built of. */
function skeleton(html: string): string {
  return html
    .replaceAll(/<style>[^]*?<\/style>|<script>[^]*?<\/script>/g, '')
    .replaceAll(/"[^"]*"/g, '""')
    .replaceAll(/>[^<]*/g, '>')
    .replaceAll(/\s+/g, ' ');
}

describe('renderGallery', () => {
  it('builds the same page whatever the text is', () => {
    const page = (text: string) =>
      renderGallery(
        sampleReport([
          sampleOutcome(
            `e${text}`,
            'succeeded',
            { requestId: `r${text}`, warnings: [`w${text}`], files: [sampleFile(`f${text}.jpg`)] },
            {
              prompt: `p${text}`,
              description: `d${text}`,
              matrix: { a: `m${text}` },
              images: [
                { kind: 'url', url: `https://e.x/${text}`, at },
                { kind: 'edit', id: `n${text}`, at },
              ],
            },
          ),
          sampleOutcome('failed', 'failed', { error: { code: 'job-failed', message: `z${text}` } }),
        ]),
        { title: `t${text}`, referencePath: NO_PATHS },
      );
    const plain = skeleton(page('x'));
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '<script>',
        '"><img src=x onerror=alert(1)>',
        "' onload='x",
        '</title></style></script>',
        '<!--',
        '&lt;',
      ),
    );
    fc.assert(
      fc.property(hostile, (text) => {
        expect(skeleton(page(text))).toBe(plain);
      }),
    );
  });

  it('shows each kind of end', () => {
    const html = renderGallery(
      sampleReport([
        sampleOutcome('done', 'succeeded'),
        sampleOutcome('clip', 'succeeded', {
          files: [
            { path: 'clip.mp4', absolutePath: '/o/clip.mp4', sha256: 'aa', bytes: 10, type: 'video/mp4' },
          ],
        }),
        sampleOutcome('same', 'unchanged'),
        sampleOutcome('late', 'pending', { requestId: 'req-late' }),
        sampleOutcome('odd', 'unknown'),
        sampleOutcome('off', 'cancelled'),
        sampleOutcome('kept', 'skipped', {}, { action: { kind: 'skip', reason: 'It is frozen.' } }),
      ]),
      { title: 'All ends', referencePath: NO_PATHS },
    );
    expect(html).toContain('<video src="clip.mp4" controls');
    expect(html).toContain('It is frozen.');
    expect(html).toContain('<dt>Cost</dt><dd>unknown</dd>');
    for (const state of ['Succeeded', 'Unchanged', 'Pending', 'Unknown', 'Cancelled', 'Skipped']) {
      expect(html).toMatch(new RegExp(`class="state \\w+">${state}</span>`));
    }
  });

  it('links to pictures that only the branch has, and names them where it is not known to have them', () => {
    const edits = [keptOutcome('same', 'old/same one.jpg')];
    const options = { title: 'Kept', referencePath: NO_PATHS };
    const branch = sampleCommit({ directory: 'shots' });
    const html = renderGallery(sampleReport(edits, { outcome: 'unchanged', branch }), options);
    expect(html).toContain(
      `<p class="about">On the branch: <a href="https://github.com/o/r/blob/${branch.commit}/shots/old/same%20one.jpg">old/same one.jpg</a></p>`,
    );
    expect(html).toContain('<summary>2560\u00a0×\u00a01440 · 2.2\u00a0MiB</summary>');
    expect(html).not.toContain('<img class="after"');
    const unknown = sampleReport(edits, { outcome: 'unchanged' });
    expect(renderGallery(unknown, options)).toContain(
      '<p class="about">Made by an earlier run: old/same one.jpg</p>',
    );
    // Fetched from the branch, they are beside the page as any other.
    const fetched = { ...keptOutcome('same'), files: [sampleFile('same.jpg')] };
    const shown = renderGallery(sampleReport([fetched], { branch }), options);
    expect(shown).toContain('<img class="after" src="same.jpg"');
    expect(shown).not.toContain('On the branch');
  });

  it('is a page also without edits', () => {
    const html = renderGallery(sampleReport([], { outcome: 'unchanged' }), {
      title: 'None',
      referencePath: NO_PATHS,
    });
    expect(html).toContain('Nothing to make');
    expect(html).not.toContain('<svg class="shares"');
  });

  it('renders 5,000 edits', () => {
    const edits = Array.from({ length: 5000 }, (_, index) => sampleOutcome(`hero@${index}`, 'succeeded'));
    const html = renderGallery(sampleReport(edits), { title: 'Many', referencePath: NO_PATHS });
    expect(html.match(/<article /g)).toHaveLength(5000);
    expect(html.length).toBeLessThan(12_000_000);
  });
});

describe('mediaAddress', () => {
  it.each([
    ['hero/beach.jpg', 'hero/beach.jpg'],
    ['a b/ü#1?%.png', 'a%20b/%C3%BC%231%3F%25.png'],
    ['hero@beach.jpg', 'hero%40beach.jpg'],
    ['javascript:alert(1)', 'javascript%3Aalert(1)'],
    ['http://plain.example/a.jpg', 'http%3A//plain.example/a.jpg'],
    ['https://e.x/a.jpg?a=1&b="2"', 'https://e.x/a.jpg?a=1&amp;b=&quot;2&quot;'],
  ])('%s is %s', (path, address) => {
    expect(mediaAddress(path)).toBe(address);
  });
});
