import { expect, it } from 'vitest';

import { createThisStep } from '../../../src/run/ledger/this-step.ts';
import { createWorldStage } from '../../support/world-stage.ts';

it.each([
  [{ GITHUB_RUN_ID: '7', GITHUB_RUN_ATTEMPT: '1', GITHUB_JOB: 'pictures' }, '7', 1, 'pictures-', 'runs/7'],
  [{ GITHUB_RUN_ID: '7', GITHUB_RUN_ATTEMPT: '3' }, '7', 3, 'job-', 'runs/7/attempts/3'],
  [{}, '', 1, 'job-', 'runs/'],
])('%j', async (env, runId, attempt, name, page) => {
  await using here = await createWorldStage('', env);
  const thisStep = createThisStep({}, here.world);
  expect(thisStep).toMatchObject({ runId, attempt, url: `https://github.com/acme/shop/actions/${page}` });
  expect(thisStep.name.startsWith(name)).toBe(true);
  expect(createThisStep({}, here.world).name).not.toBe(thisStep.name);
});

it('names the job if the runner does', async () => {
  await using here = await createWorldStage('', {});
  expect(createThisStep({ jobId: '88' }, here.world).job).toBe('88');
  expect(createThisStep({}, here.world)).not.toHaveProperty('job');
});
