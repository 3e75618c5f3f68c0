import { expect, test } from 'vitest';

import { createStage, readStates } from '../support/stage.ts';

const count = 5000;
const edit = (index: number, more: string): string =>
  `  e${index}: { prompt: Number ${index}., images: [a.png]${more} }`;
const specOf = (more: string): string => `
version: 1
defaults: { size: 1024x1024, force-single: true }
edits:
${Array.from({ length: count }, (_, index) => edit(index, more)).join('\n')}
`;

/** Of each kind the runner keeps ten for a step. */
function countKinds(annotations: readonly { readonly kind: string }[]): readonly number[] {
  return ['error', 'warning', 'notice'].map(
    (kind) => annotations.filter((each) => each.kind === kind).length,
  );
}

test('5,000 edits with 5,000 problems: the summary stays below its limit, annotations too, and nothing is sent', async () => {
  await using stage = await createStage({ 'edits.yml': specOf(`, sclae: 0.5, note: "${'x'.repeat(200)}"`) });
  const main = await stage.job.main();

  expect(main.exitCode).toBe(1);
  expect(main.outputs['outcome']).toBe('failed');
  expect(Buffer.byteLength(main.summary)).toBeLessThan(1024 * 1024);
  expect(main.summary.slice(0, 2000)).toContain('sclae');
  for (const number of countKinds(main.log.annotations)) expect(number).toBeLessThanOrEqual(10);
  expect(main.log.annotations[0]).toMatchObject({ file: 'edits.yml', line: 5 });
  expect(stage.emulator.requests).toEqual([]);
});

test('5,000 edits that all fail, at length: the summary is there, all are in the results file, `fail-on` decides', async () => {
  await using stage = await createStage(
    { 'edits.yml': specOf('') },
    { inputs: { 'max-parallel': '64', 'fail-on': 'never' } },
  );
  const error = `This cannot be done. ${'Because of this. '.repeat(60)}`;
  stage.emulator.faults.add({ on: 'submit', kind: 'status', status: 422, body: { error } });
  const main = await stage.job.main();

  expect(main.exitCode).toBe(0);
  expect(main.outputs).toMatchObject({ outcome: 'failed', planned: '5000', failed: '5000' });
  expect(Buffer.byteLength(main.summary)).toBeLessThan(1024 * 1024);
  expect(main.summary.slice(0, 2000)).toContain('Needs attention (5000)');
  expect(main.summary.slice(0, 2000)).toContain('This cannot be done');
  for (const number of countKinds(main.log.annotations)) expect(number).toBeLessThanOrEqual(10);
  expect(main.log.annotations.every(({ message }) => message.length <= 4096)).toBe(true);
  const states = await readStates(main.outputs['results-file'] ?? '');
  expect(Object.keys(states)).toHaveLength(count);
  expect(new Set(Object.values(states))).toEqual(new Set(['failed']));
});
