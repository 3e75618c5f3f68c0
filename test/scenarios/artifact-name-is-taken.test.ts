import { expect, test } from 'vitest';

import { createStage } from '../support/stage.ts';

const spec = `
version: 1
defaults: { size: 1024x1024, force-single: true }
edits:
  only: { prompt: The only one., images: [a.png] }
`;

test('jobs of a matrix, re-runs and steps of one job: each finds an artifact name of its own, none overwrites', async () => {
  await using stage = await createStage({ 'edits.yml': spec });
  const facts = [
    { jobIndex: 0, jobTotal: 2 },
    { jobIndex: 1, jobTotal: 2 },
    { jobIndex: 1, jobTotal: 2, attempt: 2 },
    { jobIndex: 0, jobTotal: 1 },
    { jobIndex: 0, jobTotal: 1 },
    { jobIndex: 0, jobTotal: 1, attempt: 2 },
    { jobIndex: 0, jobTotal: 1, attempt: 2 },
  ];
  const names: string[] = [];
  // One after the other: all share the run, and with it the names.
  for (const each of facts) {
    const main = await stage.job.main({ facts: each });
    expect(main.exitCode).toBe(0);
    names.push(main.outputs['artifact-name'] ?? '');
  }

  expect(names).toEqual([
    'dreamina-edits-0',
    'dreamina-edits-1',
    'dreamina-edits-1-attempt-2',
    'dreamina-edits',
    'dreamina-edits-2',
    'dreamina-edits-attempt-2',
    'dreamina-edits-attempt-2-2',
  ]);
  expect(stage.artifacts.artifacts.map(({ name }) => name)).toEqual(names);
  for (const name of names) expect([...(await stage.unpack(name)).keys()]).toContain('only.jpg');
});

test('two jobs without a matrix that take one name at the same moment both deliver', async () => {
  await using stage = await createStage({ 'edits.yml': spec });
  const [one, other] = await Promise.all([stage.job.main(), stage.job.main()]);

  expect([one.exitCode, other.exitCode]).toEqual([0, 0]);
  const names = [one, other].map(({ outputs }) => outputs['artifact-name'] ?? '');
  expect(names.toSorted()).toEqual(['dreamina-edits', 'dreamina-edits-2']);
});
