import { expect, it } from 'vitest';

import { createReport, judgeReport } from '../../../src/run/end/conclude-run.ts';
import type { Delivery } from '../../../src/deliver/types.ts';
import { sampleCommit } from '../../report/sample-branch.ts';
import { sampleFile, sampleOutcome, sampleReport } from '../../report/sample-run.ts';

const error = { code: 'output-refused', message: 'Output 2 of 2 is damaged.' } as const;
const {
  delivery: uploaded,
  repositoryUrl: url,
  ...ended
} = sampleReport([
  sampleOutcome('whole', 'succeeded'),
  sampleOutcome('half', 'failed', { error, files: [sampleFile('half.jpg')] }),
  sampleOutcome('none', 'failed', { error }),
]);

it.each([
  [uploaded, 'What came is in the artifact `dreamina-edits`.'],
  [{ kind: 'none' }, 'What came was not delivered.'],
  [{ kind: 'failed', message: 'No.', folder: '/out' }, 'What came was not delivered.'],
] satisfies readonly (readonly [Delivery, string])[])(
  'only the delivery knows where the pictures of an incomplete edit are: %j',
  (artifact, where) => {
    const report = createReport(ended, { edits: ended.edits, branch: { kind: 'none' }, artifact }, { url });
    expect(report.edits.map((edit) => edit.error?.message)).toEqual([
      undefined,
      `${error.message} ${where}`,
      error.message,
    ]);
  },
);

it('names the edits that could not be committed: five, and how many more there are', () => {
  const left = Array.from({ length: 8 }, (_, n) => ({ id: `e${n}`, reason: `No ${n}` }));
  const branch = { ...sampleCommit(), left };
  const report = createReport(ended, { edits: ended.edits, branch, artifact: { kind: 'none' } }, { url });
  expect(judgeReport(report, 'never').failure).toBe(
    '8 edits could not be committed: `e0`: No 0; `e1`: No 1; `e2`: No 2; `e3`: No 3; `e4`: No 4; and 3 more.',
  );
});
