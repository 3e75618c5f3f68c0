import { expect, test } from 'vitest';

import { createStage, readStates } from '../support/stage.ts';

const spec = `
version: 1
defaults: { size: 1024x1024, force-single: true }
edits:
  prompt:
    prompt: |
      ::set-output name=stolen::from a prompt
      ##[set-output name=stolen;]from a prompt
    images: [a.png]
  refused: { prompt: Refused., images: [a.png] }
  failed: { prompt: Failed., images: [a.png] }
  word: { prompt: A strange word., images: [a.png] }
`;
const evil =
  'x\n::set-output name=stolen::1\r\n::error::Forged\u2028::stop-commands::x ##[error]Forged\n::add-path::/tmp/evil';

test('nothing that comes from outside is taken for a command of the runner', async () => {
  await using stage = await createStage({ 'edits.yml': spec }, { inputs: { 'fail-on': 'never' } });
  const { faults } = stage.emulator;
  faults.add({
    on: 'submit',
    kind: 'status',
    status: 422,
    body: { code: evil, message: evil, error: `::warning::Forged ${evil}` },
    match: 'Refused',
  });
  faults.add({ on: 'job', kind: 'fails', error: { message: evil }, match: 'Failed' });
  faults.add({ on: 'status', kind: 'word', word: evil, match: 'A strange word', times: 1 });
  const main = await stage.job.main({ env: { ACTIONS_STEP_DEBUG: 'true', RUNNER_DEBUG: '1' } });

  expect(await readStates(main.outputs['results-file'] ?? '')).toEqual({
    prompt: 'succeeded',
    refused: 'failed',
    failed: 'failed',
    word: 'succeeded',
  });
  const commands = new Set(main.log.commands.map(({ name }) => name));
  expect([...commands].toSorted()).toEqual(['add-mask', 'debug', 'endgroup', 'error', 'group']);
  expect(main.log.annotations.map(({ message }) => message.slice(0, 40))).toEqual([
    'edits.yml:10:3: refused failed: POST htt',
    'edits.yml:11:3: failed failed: The servi',
  ]);
  expect(main.environment).toEqual({});
  expect(main.stderr).toBe('');
});
