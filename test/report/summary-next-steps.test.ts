import { expect, test } from 'vitest';

import { renderNextSteps } from '../../src/report/summary-next-steps.ts';
import { sampleOutcome } from './sample-run.ts';

const accepted = sampleOutcome('a', 'pending', { requestId: 'req-1' });
const elsewhere = sampleOutcome('b', 'pending');
const unclear = sampleOutcome('c', 'unknown');
const lost = sampleOutcome('d', 'unknown', { requestId: 'req-7' });
const fine = sampleOutcome('e', 'succeeded', { requestId: 'req-8' });

function stepsFor(edits: Parameters<typeof renderNextSteps>[0]['edits'], keepsRecord: boolean) {
  return renderNextSteps({ edits, keepsRecord })
    .split('\n')
    .filter((line) => line.startsWith('- '));
}

test('nothing is to be done where every edit has its end', () => {
  expect(renderNextSteps({ edits: [fine, sampleOutcome('f', 'failed')], keepsRecord: true })).toBe('');
});

test.each([
  [
    accepted,
    /^- \*\*1 edit pending:\*\* the service accepted it.* it will be collected without paying again\./,
  ],
  [elsewhere, /^- \*\*1 edit at another run:\*\*.* Run again when it has ended:/],
  [
    unclear,
    /^- \*\*1 edit unknown:\*\* it is not known whether the service accepted it;.*`on-unknown: resubmit`\.$/,
  ],
  [
    lost,
    /^- \*\*1 edit unknown:\*\* the service accepted it and may have charged.*`on-unknown: resubmit`\.$/,
  ],
])('with a record for the next run: %#', (edit, step) => {
  expect(stepsFor([fine, edit], true)).toEqual([expect.stringMatching(step)]);
});

test.each([
  [accepted, /A new run submits these edits again, and pays again\./],
  [unclear, /Look at your requests on RunComfy before you run it again\.$/],
  [lost, /Look for the request ids above on RunComfy before you run it again\.$/],
])('without a record: %#', (edit, step) => {
  expect(stepsFor([edit], false)).toEqual([expect.stringMatching(step)]);
});

test('all kinds at once, each with its number', () => {
  const edits = [lost, unclear, lost, accepted, elsewhere, accepted, elsewhere];
  expect(stepsFor(edits, true).map((step) => step.split('**')[1])).toEqual([
    '2 edits pending:',
    '2 edits at another run:',
    '1 edit unknown:',
    '2 edits unknown:',
  ]);
});
