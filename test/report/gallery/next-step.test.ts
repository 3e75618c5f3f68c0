import { expect, it } from 'vitest';

import { describeNextStep } from '../../../src/report/gallery/next-step.ts';
import { sampleOutcome } from '../sample-run.ts';

it.each(['pending', 'failed', 'unknown'] as const)(
  'without a record, no step promises that the next run collects what is %s, or asks for consent',
  (state) => {
    const outcome = sampleOutcome('hero', state, { requestId: 'req-1' });
    expect(describeNextStep(outcome, true)).not.toBe(describeNextStep(outcome, false));
    expect(describeNextStep(outcome, false)).not.toMatch(/without paying|on-unknown/);
  },
);

it('says nothing about an edit that has its pictures', () => {
  expect(describeNextStep(sampleOutcome('hero', 'succeeded'), false)).toBeUndefined();
});
