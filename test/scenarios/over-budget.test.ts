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
