import { describe, expect, it } from 'vitest';

import { describeCost, sumCosts } from '../../src/report/sum-costs.ts';
import { openEdit, sampleOutcome } from './sample-run.ts';

describe('sumCosts', () => {
  it.each([
    [
      'nothing was sent',
      [sampleOutcome('a', 'unchanged'), sampleOutcome('b', 'skipped')],
      { unknownEdits: 0 },
      'none',
    ],
    [
      'binary fractions add up as people expect',
      [sampleOutcome('a', 'succeeded', { costUsd: 0.1 }), sampleOutcome('b', 'succeeded', { costUsd: 0.2 })],
      { knownUsd: 0.3, unknownEdits: 0 },
      '0.30 USD',
    ],
    [
      'a cost of 0 is known',
      [sampleOutcome('a', 'succeeded', { costUsd: 0 })],
      { knownUsd: 0, unknownEdits: 0 },
      '0.00 USD',
    ],
    [
      'a failed job may cost as well',
      [sampleOutcome('a', 'failed', { costUsd: 0.03 }), sampleOutcome('b', 'failed', { requestId: 'r' })],
      { knownUsd: 0.03, unknownEdits: 1 },
      'at least 0.03 USD',
    ],
    [
      'unclear, pending and open edits may be charged; cancelled ones and those never sent are not',
      [
        sampleOutcome('a', 'unknown'),
        sampleOutcome('b', 'pending', { requestId: 'r' }),
        openEdit('c', 'r'),
        openEdit('d'),
        sampleOutcome('e', 'cancelled', { requestId: 'r' }),
        sampleOutcome('f', 'failed'),
      ],
      { unknownEdits: 3 },
      'unknown',
    ],
    [
      'a picture that was shared is paid for by the edit it came from, also where that is not known',
      [
        sampleOutcome('a', 'failed', { requestId: 'r' }),
        sampleOutcome('b', 'succeeded', { costUsd: 0 }, { action: { kind: 'share', with: 'a' } }),
      ],
      { unknownEdits: 1 },
      'unknown',
    ],
  ])('%s', (_name, edits, sum, words) => {
    expect(sumCosts(edits)).toEqual(sum);
    expect(describeCost(sumCosts(edits))).toBe(words);
  });
});
