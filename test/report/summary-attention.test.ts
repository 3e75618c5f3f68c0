import { expect, test } from 'vitest';

import { renderNextSteps } from '../../src/report/summary-attention.ts';
import { sampleOutcome, sampleReport } from './sample-run.ts';

const unclear = sampleOutcome('a', 'unknown');
const lost = sampleOutcome('b', 'unknown', { requestId: 'req-7' });

test.each([
  [
    'one without a request id',
    [unclear],
    [/1 edit unknown:\*\* it is not known whether the service accepted it;/],
  ],
  ['one with its id', [lost], [/1 edit unknown:\*\* the service accepted it and may have charged/]],
  [
    'both kinds',
    [lost, unclear, lost],
    [/1 edit unknown:\*\* it is not known/, /2 edits unknown:\*\* the service accepted them/],
  ],
])('what to do about unknown edits: %s', (_, edits, expected) => {
  const steps = renderNextSteps(sampleReport(edits, { outcome: 'incomplete' }))
    .split('\n')
    .filter((line) => line.startsWith('- '));
  expect(steps).toEqual(expected.map((pattern) => expect.stringMatching(pattern) as string));
});
