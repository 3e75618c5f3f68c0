import { expect, it } from 'vitest';

import { createGalleryAddress } from '../../src/report/gallery-address.ts';
import { runComment } from '../../src/report/comment/render-comment.ts';
import { renderBranch } from '../../src/report/render-branch.ts';
import { sampleEdited, sampleReportOf } from './comment/sample-preview.ts';
import { keptOutcome, sampleCommit } from './sample-branch.ts';
import { sampleOutcome, sampleReport } from './sample-run.ts';

const galleryUrl = 'https://acme.github.io/shop/';
const hero = sampleOutcome('hero@beach, “dusk”', 'succeeded');

it.each([
  ['hero@beach', `${galleryUrl}#hero@beach`],
  ['hero@a+b#2', `${galleryUrl}#hero@a+b%232`],
  ['ü "x" <y>', `${galleryUrl}#%C3%BC%20%22x%22%20%3Cy%3E`],
])('leads to %s, as the page itself writes it', (id, address) => {
  const run = sampleReport([], { branch: sampleCommit(), galleryUrl });
  expect(createGalleryAddress(run)(sampleOutcome(id, 'succeeded'))).toBe(address);
});

it.each([
  ['no site is known', sampleReport([], { branch: sampleCommit() }), hero],
  ['there is no branch', sampleReport([], { galleryUrl }), hero],
  ['it failed', sampleReport([], { branch: sampleCommit(), galleryUrl }), sampleOutcome('hero', 'failed')],
  [
    'it was left out of the commit',
    sampleReport([], { branch: sampleCommit({ left: [{ id: 'hero', reason: 'x' }] }), galleryUrl }),
    sampleOutcome('hero', 'succeeded'),
  ],
])('leads nowhere if %s', (_, run, outcome) => {
  expect(createGalleryAddress(run)(outcome)).toBeUndefined();
});

it('what stays on the base branch is not in the gallery of a preview', () => {
  const kept = keptOutcome('hero');
  const on = { kind: 'base', branch: 'assets', commit: 'b'.repeat(40) } as const;
  const { action } = kept.edit;
  const there =
    action.kind === 'unchanged' ? { ...kept, edit: { ...kept.edit, action: { ...action, on } } } : kept;
  const run = sampleReport([], { branch: sampleCommit(), galleryUrl });
  expect(createGalleryAddress(run)(there)).toBeUndefined();
  expect(createGalleryAddress(run)(kept)).toBe(`${galleryUrl}#hero`);
});

it('the branch is named with its gallery', () => {
  const run = sampleReport([], { branch: sampleCommit(), galleryUrl });
  expect(renderBranch(run)).toContain('[Gallery](<https://acme.github.io/shop/>)');
  expect(renderBranch(sampleReport([], { branch: sampleCommit() }))).not.toContain('Gallery');
});

it('the comment leads from each picture to its place', () => {
  const { report, before } = sampleReportOf(sampleEdited('hero@beach', 'old'));
  const source = { runUrl: 'https://github.com/acme/shop/actions/runs/7', job: 'plan' };
  const text = runComment({ ...report, galleryUrl }, before, source)(60_000).replaceAll('<wbr>', '');
  expect(text).toContain(`<a href="${galleryUrl}#hero@beach"><code>hero@beach</code></a>`);
  expect(runComment(report, before, source)(60_000)).not.toContain(galleryUrl);
});
