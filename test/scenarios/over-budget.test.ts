import { expect, test } from 'vitest';

import { createBranchStage } from '../support/branch-stage.ts';
import { submitsOf } from '../support/stage.ts';

const ids = ['one', 'two', 'three'];
const edits = ids.map((id) => `  ${id}: { prompt: Make ${id}., images: a.png }`).join('\n');
const spec = `version: 1
defaults: { size: 1024x1024, force-single: true }
edits:
${edits}
`;

test.each([
  ['max-cost', '0.05'],
  ['max-edits', '2'],
])('over `%s: %s`: nothing is sent, and the message lists what would be', async (name, value) => {
  await using stage = await createBranchStage({ 'edits.yml': spec }, { inputs: { [name]: value } });
  const main = await stage.job.main();

  expect(main.exitCode).toBe(1);
  expect(submitsOf(stage.emulator.requests)).toEqual([]);
  const messages = main.log.annotations.map(({ message }) => message).join('\n');
  for (const word of [name, ...ids]) expect(messages).toContain(word);

  const within = await stage.job.main({ inputs: { [name]: '3' } });
  expect(within.exitCode, within.stdout).toBe(0);
  expect(within.outputs).toMatchObject({ succeeded: '3' });
});

test('a budget in the spec and a price that cannot be learned: unknown is not 0, nothing is sent', async () => {
  await using stage = await createBranchStage({
    'edits.yml': spec.replace('edits:\n', 'budget: { max-cost: 10 }\nedits:\n'),
  });
  stage.emulator.faults.add({ on: 'price', kind: 'status', status: 500 });
  const main = await stage.job.main();

  expect(main.exitCode).toBe(1);
  expect(submitsOf(stage.emulator.requests)).toEqual([]);
  const messages = main.log.annotations.map(({ message }) => message).join('\n');
  for (const word of ['price', ...ids]) expect(messages).toContain(word);
});

test('a run that is refused as a whole says so once, first, with what to do, and at the line of its budget', async () => {
  const many = Array.from({ length: 23 }, (_, n) => `  e${n}: { prompt: Number ${n}., images: a.png }`).join(
    '\n',
  );
  await using stage = await createBranchStage({
    'edits.yml': spec.replace('edits:\n', 'budget: { max-edits: 2 }\nedits:\n').replace(edits, many),
  });
  const main = await stage.job.main();

  expect(main.exitCode).toBe(1);
  expect(main.outputs).toMatchObject({ outcome: 'failed', planned: '23' });
  const { annotations } = main.log;
  expect(annotations).toHaveLength(2); // the other one is how the step ended
  expect(annotations[0]).toMatchObject({ kind: 'error', file: 'edits.yml', line: 3 });
  const said =
    'Nothing was sent: 23 edits are over the budget of at most 2 in one run. Raise `max-edits`, or choose';
  expect(annotations[0]?.message).toContain(said);
  const [headline = '', , top = ''] = main.summary.split('\n');
  expect(headline).toMatch(/^## ✗/);
  expect(top).toContain('23 edits are over the budget of at most 2 in one run');
  expect(main.summary.match(/over the budget/g)).toHaveLength(1);
  expect(main.summary).not.toContain('Needs attention');
  expect(main.log.lines.filter(({ text }) => /^e\d+ .*skipped/.test(text))).toEqual([]);
});
