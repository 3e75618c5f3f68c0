import { describe, expect, it } from 'vitest';

import { reportOutputs } from '../../src/report/outputs.ts';
import { keptOutcome, sampleCommit } from './sample-branch.ts';
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
  it('sets everything for a run that ended', () => {
    expect(reportOutputs(sampleReport(EDITS, { outcome: 'incomplete' }), '/t/results.json')).toEqual({
      outcome: 'incomplete',
      'results-file': '/t/results.json',
      planned: '5',
      succeeded: '2',
      failed: '1',
      pending: '2',
      adopted: '0',
      unchanged: '0',
      branch: '',
      'commit-sha': '',
      changed: '',
      'cost-usd': '0.3',
      'pull-request-url': '',
      'artifact-name': 'dreamina-edits',
      'artifact-id': '77',
      'artifact-url': 'https://github.com/o/r/actions/runs/1/artifacts/77',
      'artifact-digest': `sha256:${'12'.repeat(32)}`,
    });
  });

  it('sets for a run that goes on what holds if it is killed now', () => {
    const { problems, startedAtMs, elapsedMs } = sampleReport([]);
    const edits = [sampleOutcome('a', 'unchanged'), openEdit('b', 'req-b'), openEdit('c')];
    expect(reportOutputs({ edits, problems, startedAtMs, elapsedMs }, 'r.json')).toMatchObject({
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

  it.each([
    [
      'a new commit',
      sampleCommit({ changed: ['a b.jpg', 'edits.lock.json'] }),
      { branch: 'assets', 'commit-sha': sampleCommit().commit, changed: 'a b.jpg\nedits.lock.json' },
    ],
    [
      'the tip that was there',
      { kind: 'unchanged', branch: 'assets', directory: 'x', commit: 'abc' } as const,
      { branch: 'assets', 'commit-sha': 'abc', changed: '' },
    ],
    [
      'no branch yet',
      { kind: 'unchanged', branch: 'assets', directory: '' } as const,
      { branch: '', 'commit-sha': '', changed: '' },
    ],
    [
      'a refused push',
      { kind: 'failed', branch: 'assets', directory: '', message: 'No.', left: [] } as const,
      { branch: '', 'commit-sha': '', changed: '' },
    ],
  ])('names the branch and what changed on it: %s', (_, branch, expected) => {
    expect(reportOutputs(sampleReport([], { branch }), 'r.json')).toMatchObject(expected);
  });

  it('counts what is unchanged, and what is made by the submit of another edit as planned', () => {
    const shared = sampleOutcome('b', 'succeeded', { costUsd: 0 }, { action: { kind: 'share', with: 'a' } });
    const outputs = reportOutputs(
      sampleReport([sampleOutcome('a', 'succeeded'), shared, keptOutcome('c')]),
      'r.json',
    );
    expect(outputs).toMatchObject({ planned: '2', succeeded: '2', unchanged: '1', 'cost-usd': '0.03' });
  });

  it.each([
    [1, 9999],
    [999, 9999],
    [4999, 9999],
    [10_000, 10_000],
    [10_001, 0],
  ])('names changed paths of %i characters in whole lines, %i characters in all', (length, expected) => {
    const changed = Array.from({ length: 10_001 }, () => 'é'.repeat(length));
    const { changed: text = '' } = reportOutputs(
      sampleReport([], { branch: sampleCommit({ changed }) }),
      'r.json',
    );
    expect(text).toHaveLength(expected);
    expect(text === '' || text.split('\n').every((line) => line.length === length)).toBe(true);
  });
});
