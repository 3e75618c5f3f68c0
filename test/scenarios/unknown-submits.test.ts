import { expect, test } from 'vitest';

import type { Fault } from '../../emulator/fault.ts';
import { createStage, readStates, submitsOf } from '../support/stage.ts';

const accepted = true;
const ways: Readonly<Record<string, Fault>> = {
  reset: { on: 'submit', kind: 'reset', accepted },
  'bad-gateway': { on: 'submit', kind: 'status', status: 502, accepted },
  unavailable: { on: 'submit', kind: 'status', status: 503, headers: { 'retry-after': '0' }, accepted },
  'gateway-timeout': { on: 'submit', kind: 'status', status: 504, accepted },
  'no-id': { on: 'submit', kind: 'no-id' },
  'web-page': { on: 'submit', kind: 'html', accepted },
  empty: { on: 'submit', kind: 'empty', accepted },
};
/** The half that comes holds the whole request id. */
const named: Readonly<Record<string, Fault>> = {
  'cut-json': { on: 'submit', kind: 'truncated', contentLength: 'honest' },
  'cut-answer': { on: 'submit', kind: 'truncated', contentLength: 'full' },
};
const ids = Object.keys(ways);
const made = [...Object.keys(named), 'fine'];
const spec = `
version: 1
defaults: { size: 1024x1024, force-single: true }
edits:
${[...ids, ...made].map((id) => `  ${id}: { prompt: The way is ${id}., images: [a.png] }`).join('\n')}
`;

test('the service accepts a submit and its answer is lost: it is never sent twice, and its state is reported as unknown', async () => {
  await using stage = await createStage({ 'edits.yml': spec });
  for (const [id, fault] of Object.entries({ ...ways, ...named })) {
    stage.emulator.faults.add({ ...fault, match: `The way is ${id}.` });
  }
  const main = await stage.job.main();

  expect(main.exitCode).toBe(1);
  expect(await readStates(main.outputs['results-file'] ?? '')).toEqual({
    ...Object.fromEntries(ids.map((id) => [id, 'unknown'])),
    ...Object.fromEntries(made.map((id) => [id, 'succeeded'])),
  });
  expect(main.outputs).toMatchObject({ outcome: 'incomplete', succeeded: '3', failed: '0' });
  const prompts = submitsOf(stage.emulator.requests).map(({ body }) => (body as { prompt: string }).prompt);
  expect(prompts.toSorted()).toEqual([...ids, ...made].map((id) => `The way is ${id}.`).toSorted());
  expect(stage.emulator.ledger).toHaveLength(ids.length + made.length);

  const delivered = [...(await stage.unpack()).keys()];
  expect(delivered).toEqual(expect.arrayContaining(made.map((id) => `${id}.jpg`)));
  for (const id of ids)
    expect(main.summary).toMatch(new RegExp(`\`${id}\` \\| Unknown \\|.*may have been accepted`));
  expect(main.log.annotations.filter(({ kind }) => kind === 'error').length).toBeLessThanOrEqual(10);
});
