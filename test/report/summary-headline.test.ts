import { expect, test } from 'vitest';

import { renderHeadline } from '../../src/report/summary-totals.ts';
import { sampleOutcome, sampleReport } from './sample-run.ts';

const MADE = sampleOutcome('cutout', 'succeeded');
const UNCHANGED = sampleOutcome('hero@beach', 'unchanged');
const FROZEN = sampleOutcome('kept', 'skipped', {}, { action: { kind: 'skip', reason: 'frozen' } });
const PENDING = sampleOutcome('late', 'pending', { requestId: 'req-9' });
const FAILED = sampleOutcome('bad', 'failed');
const SKIPPED = sampleOutcome('late', 'skipped', { error: { code: 'run-refused', message: 'No.' } });

test.each([
  ['unchanged', [], '✓ Nothing to make'],
  ['unchanged', [UNCHANGED], '✓ Nothing to make: 1 edit unchanged'],
  ['unchanged', [UNCHANGED, FROZEN], '✓ Nothing to make: 1 edit unchanged, 1 left out'],
  ['unchanged', [FROZEN], '✓ Nothing to make, 1 left out'],
  ['success', [MADE], '✓ The edit succeeded'],
  ['success', [MADE, MADE], '✓ All 2 edits succeeded'],
  ['success', [MADE, UNCHANGED], '✓ 1 edit made, 1 unchanged'],
  ['success', [MADE, UNCHANGED, FROZEN], '✓ 1 edit made, 1 unchanged, 1 left out'],
  ['partial', [UNCHANGED, FAILED], '✗ 0 of 1 edit succeeded, 1 unchanged'],
  ['partial', [MADE, FAILED], '✗ 1 of 2 edits succeeded'],
  ['partial', [MADE, FAILED, FROZEN], '✗ 1 of 2 edits succeeded, 1 left out'],
  ['incomplete', [], '… The run ended before any edit was sent'],
  ['incomplete', [MADE, UNCHANGED], '… Not everything could be delivered: 1 edit made, 1 unchanged'],
  ['incomplete', [UNCHANGED], '… Not everything could be delivered: 0 edits made, 1 unchanged'],
  [
    'incomplete',
    [MADE, UNCHANGED, FROZEN, PENDING, FAILED],
    '… The run is not complete: 1 of 3 edits made, 1 unchanged, 1 left out',
  ],
  ['failed', [], '✗ The run failed before any edit was sent'],
  ['failed', [FAILED], '✗ The edit failed'],
  ['failed', [FAILED, FAILED], '✗ None of the 2 edits succeeded'],
  ['failed', [FAILED, FAILED, FROZEN], '✗ None of the 2 edits succeeded, 1 left out'],
] as const)('%s: counts only what this run had to make (%#)', (outcome, edits, headline) => {
  expect(renderHeadline(sampleReport(edits, { outcome }))).toBe(`## ${headline}\n`);
});

test.each([
  ['failed', [SKIPPED, SKIPPED], '✗ Nothing was sent: 2 edits to make'],
  ['partial', [SKIPPED, UNCHANGED, FROZEN], '✗ Nothing was sent: 1 edit to make, 1 unchanged, 1 left out'],
  // What was paid for earlier is collected all the same.
  ['partial', [SKIPPED, MADE], '✗ 1 of 2 edits succeeded'],
  ['incomplete', [SKIPPED, PENDING], '… The run is not complete: 0 of 2 edits made'],
] as const)('%s: a run that may send nothing says so first (%#)', (outcome, edits, headline) => {
  const refusal = { severity: 'error', message: 'Over budget.' } as const;
  expect(renderHeadline(sampleReport(edits, { outcome, refusal }))).toBe(`## ${headline}\n`);
});
