import { expect, it } from 'vitest';

import { runComment } from '../../src/report/comment/render-comment.ts';
import { describeCarried } from '../../src/report/describe-carried.ts';
import { sampleEdited, sampleReportOf } from './comment/sample-preview.ts';
import { sampleFile, sampleOutcome, sampleReport } from './sample-run.ts';
import { renderGallery } from '../../src/report/render-gallery.ts';

const carries = {
  mark: 'http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia',
  label: '{"Label":"1"}',
  c2pa: 'signed by Acme <script>, source type ours',
};
const SAID = [
  'source type compositeWithTrainedAlgorithmicMedia',
  'AIGC label {"Label":"1"}',
  'C2PA: signed by Acme <script>, source type ours',
];

it('repeats what a picture says, and nothing for one that says nothing', () => {
  expect(describeCarried({ carries })).toEqual(SAID);
  expect(describeCarried({ carries: { mark: 'https://elsewhere.example/odd' } })).toEqual([
    'source type https://elsewhere.example/odd',
  ]);
  expect(describeCarried({})).toEqual([]);
});

const text = SAID.join('; ').replaceAll('"', '&quot;').replace('<script>', '&lt;script&gt;');

it('is in the gallery of the run', () => {
  const outcome = sampleOutcome('hero', 'succeeded', { files: [sampleFile('hero.jpg', { carries })] });
  const page = renderGallery(sampleReport([outcome]), { title: 'x', referencePath: () => undefined });
  expect(page).toContain(`<dt>Says of its origin</dt><dd>${text}</dd>`);
});

it('is in the comment, beside the picture', () => {
  const edited = sampleEdited('hero', 'old');
  const { report, before } = sampleReportOf(edited);
  const saying = {
    ...report,
    edits: report.edits.map((outcome) => ({
      ...outcome,
      files: outcome.files.map((file) => ({ ...file, carries })),
    })),
  };
  const source = { runUrl: 'https://github.com/acme/shop/actions/runs/7', job: 'plan' };
  const comment = runComment(saying, before, source)(60_000).replaceAll(/<wbr>|\u2060/g, '');
  expect(comment).toContain(`<sub>It says of its origin: ${text}</sub>`);
  expect(runComment(report, before, source)(60_000)).not.toContain('of its origin');
});
