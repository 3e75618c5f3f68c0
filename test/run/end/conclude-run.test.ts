import { expect, it } from 'vitest';

import { createReport } from '../../../src/run/end/conclude-run.ts';
import type { Delivery } from '../../../src/deliver/types.ts';
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
    const { edits } = createReport(ended, { branch: { kind: 'none' }, artifact }, { url });
    expect(edits.map((edit) => edit.error?.message)).toEqual([
      undefined,
      `${error.message} ${where}`,
      error.message,
    ]);
  },
);
