import { expect, test } from 'vitest';

import { createBranchStage } from '../support/branch-stage.ts';
import type { KnownJob } from '../support/github/types.ts';
import { startGitHub } from '../support/github/start-github.ts';
import { readLedger, writeLedger } from '../support/ledger-ref.ts';
import { readStates } from '../support/stage.ts';

const spec = `version: 1
defaults: { size: 1024x1024, force-single: true }
edits:
  lost: { prompt: The lost one., images: a.png }
  fine: { prompt: A fine one., images: a.png }
`;

test('a job of the same run whose machine was lost: its siblings wait for it no longer than GitHub says it works', async () => {
  const jobs = new Map<string, KnownJob>([['11', { runId: 4711, isOver: true }]]);
  await using github = await startGitHub({ jobs });
  await using stage = await createBranchStage({ 'edits.yml': spec }, { env: { GITHUB_API_URL: github.url } });
  stage.emulator.faults.add({ on: 'submit', kind: 'reset', accepted: true, match: 'lost' });
  await stage.job.main({ facts: { checkRunId: 11 } });
  stage.emulator.faults.clear();
  const { entries } = await readLedger(stage.repository);
  const [fingerprint = '', [entry] = []] =
    Object.entries(entries).find(([, [each]]) => each?.['state'] === 'maybe-sent') ?? [];
  expect(entry).toMatchObject({ run: { id: '4711', job: '11' } });
  // As its machine left it, had it died while it was sending; on a machine of its own.
  const run = {
    id: '4711',
    attempt: 1,
    job: '11',
    step: 'edits-a',
    url: 'https://github.com/acme/storefront/actions/runs/4711',
  };
  const claim = { ...entry, state: 'claimed', run, over_at: new Date(Date.now() + 3_600_000).toISOString() };
  await writeLedger(stage.repository, JSON.stringify({ version: 1, entries: { [fingerprint]: [claim] } }));

  const sibling = await stage.job.main({ facts: { checkRunId: 12 }, inputs: { timeout: '60s' } });
  expect(await readStates(sibling.outputs['results-file'] ?? ''), sibling.stdout).toEqual({
    lost: 'unknown',
    fine: 'unchanged',
  });
  expect(sibling.stdout).not.toContain('Time is up');
  expect(stage.emulator.ledger).toHaveLength(2);
  expect(github.requests.map(({ path }) => path)).toContain('/repos/acme/storefront/actions/jobs/11');
  expect(github.violations).toEqual([]);
});
