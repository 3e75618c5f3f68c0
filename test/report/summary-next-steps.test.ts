import fc from 'fast-check';
import { expect, test } from 'vitest';

import { renderNextSteps } from '../../src/report/summary-next-steps.ts';
import { sampleOutcome } from './sample-run.ts';

const accepted = sampleOutcome('a', 'pending', { requestId: 'req-1' });
const inOtherRun = sampleOutcome('b', 'pending', { error: { code: 'other-run', message: 'It waits.' } });
const leftUnmade = sampleOutcome('m', 'pending', { error: { code: 'left-unmade', message: 'Not made.' } });
const unclear = sampleOutcome('c', 'unknown');
const lost = sampleOutcome('d', 'unknown', { requestId: 'req-7' });
const refused = sampleOutcome('f', 'failed', { error: { code: 'invalid-input', message: 'No.' } });
const jobFailed = sampleOutcome('g', 'failed', {
  job: { kind: 'over-empty', requestId: 'req-9', submittedAtMs: 0 },
});
const vanished = sampleOutcome('l', 'failed', {
  job: { kind: 'lost', requestId: 'req-12', submittedAtMs: 0, isRecorded: false },
});
const notDownloaded = sampleOutcome('h', 'failed', {
  requestId: 'req-10',
  error: { code: 'download-failed', message: 'No.' },
});
const cancelled = sampleOutcome('i', 'cancelled', { requestId: 'req-11' });
const skipped = sampleOutcome('j', 'skipped', { error: { code: 'deadline', message: 'Late.' } });
const frozen = sampleOutcome('k', 'skipped', {}, { action: { kind: 'skip', reason: 'frozen' } });
const fine = sampleOutcome('e', 'succeeded', { requestId: 'req-8' });

function stepsFor(edits: Parameters<typeof renderNextSteps>[0]['edits'], keepsRecord: boolean) {
  return renderNextSteps({ edits, keepsRecord })
    .split('\n')
    .filter((line) => line.startsWith('- '));
}

test('there is nothing to do about edits that have their pictures, or that were left out', () => {
  const edits = [fine, sampleOutcome('f', 'unchanged'), frozen];
  expect(renderNextSteps({ edits, keepsRecord: true })).toBe('');
});

test.each([
  [
    accepted,
    /^- \*\*1 edit pending:\*\* the service accepted it.* the next run collects it without paying again\./,
  ],
  [inOtherRun, /^- \*\*1 edit in another run:\*\*.* Run again when it has ended:/],
  [
    leftUnmade,
    /^- \*\*1 edit pending:\*\* no job of the plan made it\..* what to run again: nothing is paid for twice/,
  ],
  [refused, /^- \*\*1 edit failed:\*\* fix the cause .* sends it again/],
  [jobFailed, /^- \*\*1 edit failed:\*\* fix the cause .* sends it again/],
  [notDownloaded, /^- \*\*1 edit failed after .* fetches the pictures without paying again\.$/],
  [vanished, /^- \*\*1 edit failed after .* can no longer be fetched\. Look for .*`on-unknown: resubmit`\.$/],
  [cancelled, /^- \*\*1 edit cancelled:\*\* nothing is charged\. Run again/],
  [skipped, /^- \*\*1 edit skipped:\*\* nothing was sent/],
  [unclear, /^- \*\*1 edit unknown:\*\* the service may have accepted it, .*`on-unknown: resubmit`\.$/],
  [
    lost,
    /^- \*\*1 edit unknown:\*\* the service accepted it and may have charged.*`on-unknown: resubmit`\.$/,
  ],
])('with a record for the next run: %#', (edit, step) => {
  expect(stepsFor([fine, edit], true)).toEqual([expect.stringMatching(step)]);
});

test.each([
  [accepted, /A new run sends and pays again\./],
  [notDownloaded, /keep the request ids above.* A new run sends and pays again\.$/],
  [unclear, /Look at your requests on RunComfy before you run again\.$/],
  [lost, /Look for the request ids above on RunComfy before you run again\.$/],
])('without a record: %#', (edit, step) => {
  expect(stepsFor([edit], false)).toEqual([expect.stringMatching(step)]);
});

test('all kinds at once, each with its number', () => {
  const edits = [lost, unclear, lost, accepted, inOtherRun, accepted, inOtherRun];
  expect(stepsFor(edits, true).map((step) => step.split('**')[1])).toEqual([
    '1 edit unknown:',
    '2 edits unknown:',
    '2 edits pending:',
    '2 edits in another run:',
  ]);
});

test('each edit that has no pictures is counted in just one step', () => {
  const all = [
    accepted,
    inOtherRun,
    unclear,
    lost,
    refused,
    jobFailed,
    vanished,
    notDownloaded,
    cancelled,
    skipped,
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...all, fine, frozen)), fc.boolean(), (edits, keepsRecord) => {
      const counts = stepsFor(edits, keepsRecord).map((line) => Number(/^- \*\*(\d+)/.exec(line)?.[1]));
      const without = edits.filter((edit) => edit !== fine && edit !== frozen);
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(without.length);
    }),
  );
});
