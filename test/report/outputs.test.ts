import { describe, expect, it } from 'vitest';

import { reportOutputs } from '../../src/report/outputs.ts';
import { openEdit, sampleOutcome, sampleReport } from './sample-run.ts';

const EDITS = [
  sampleOutcome('a', 'succeeded', { costUsd: 0.1 }),
  sampleOutcome('b', 'succeeded', { costUsd: 0.2 }),
  sampleOutcome('c', 'failed'),
  sampleOutcome('d', 'pending', { requestId: 'r' }),
  sampleOutcome('e', 'unknown'),
  sampleOutcome('f', 'skipped', {}, { action: { kind: 'skip', reason: 'frozen' } }),
];

describe('reportOutputs', () => {
  it('tells everything of a run that ended', () => {
    expect(reportOutputs(sampleReport(EDITS, { outcome: 'incomplete' }), '/t/results.json')).toEqual({
      outcome: 'incomplete',
      'results-file': '/t/results.json',
      planned: '5',
      succeeded: '2',
      failed: '1',
      pending: '2',
      'cost-usd': '0.3',
      'artifact-name': 'dreamina-edits',
      'artifact-id': '77',
      'artifact-url': 'https://github.com/o/r/actions/runs/1/artifacts/77',
      'artifact-digest': `sha256:${'12'.repeat(32)}`,
    });
  });

  it('tells of a run that goes on what holds if it is killed now', () => {
    const { problems, model, startedAtMs, elapsedMs } = sampleReport([]);
    const edits = [sampleOutcome('a', 'unchanged'), openEdit('b', 'req-b'), openEdit('c')];
    expect(reportOutputs({ edits, problems, model, startedAtMs, elapsedMs }, 'r.json')).toMatchObject({
      outcome: 'incomplete',
      planned: '3',
      succeeded: '0',
      pending: '1',
      'cost-usd': '',
      'artifact-id': '',
    });
  });

  it.each([{ kind: 'none' } as const, { kind: 'failed', message: 'No.', folder: '/out' } as const])(
    'has no artifact to name where delivery is %j',
    (delivery) => {
      expect(reportOutputs(sampleReport([], { delivery }), 'r.json')).toMatchObject({
        'artifact-name': '',
        'artifact-url': '',
        'artifact-digest': '',
      });
    },
  );
});
