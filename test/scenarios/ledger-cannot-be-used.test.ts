import { expect, test } from 'vitest';

import { runGit } from '../support/bare-repository.ts';
import { createBranchStage } from '../support/branch-stage.ts';
import { LEDGER_REF, writeLedger } from '../support/ledger-ref.ts';

const spec = `version: 1
defaults: { size: 1024x1024, force-single: true }
edits:
  one: { prompt: One., images: a.png }
`;

test.each([
  ['damaged', '{"version":1,"entries":'],
  ['newer than the action', '{"version":2,"entries":{}}'],
])('a ledger that is %s is never overwritten, and nothing is sent', async (_what, content) => {
  await using stage = await createBranchStage({ 'edits.yml': spec });
  const commit = await writeLedger(stage.repository, content);
  const main = await stage.job.main();

  expect(main.exitCode).toBe(1);
  expect(stage.emulator.ledger).toEqual([]);
  const messages = main.log.annotations.map(({ message }) => message).join('\n');
  expect(messages).toContain('Nothing was sent');
  expect(messages).toContain(LEDGER_REF);
  expect((await runGit(stage.repository, ['rev-parse', LEDGER_REF])).toString().trim()).toBe(commit);
});

test('a token that may not write: `ledger: git` sends nothing, `auto` says what that means and goes on', async () => {
  const inputs = { deliver: 'artifact', ledger: 'git' };
  await using stage = await createBranchStage({ 'edits.yml': spec }, { inputs, server: { readOnly: true } });
  const strict = await stage.job.main();
  expect(strict.exitCode).toBe(1);
  expect(stage.emulator.ledger).toEqual([]);
  expect(strict.log.annotations.map(({ message }) => message).join('\n')).toContain(
    '`permissions: contents: write`',
  );

  const main = await stage.job.main({ inputs: { ledger: 'auto' } });
  expect(main.exitCode, main.stdout).toBe(0);
  expect(main.outputs).toMatchObject({ outcome: 'success', succeeded: '1' });
  expect(main.stdout).toContain('What this run sends is not recorded for later runs');
});

test('a git server that is out of reach: `ledger: git` says so before it sends anything', async () => {
  const inputs = { deliver: 'artifact', ledger: 'git' };
  await using stage = await createBranchStage({ 'edits.yml': spec }, { inputs });
  stage.git.faults.push({ match: /./, times: 1000, kind: 'status', status: 503, text: 'Be patient' });
  const main = await stage.job.main();
  expect(main.exitCode).toBe(1);
  expect(stage.emulator.ledger).toEqual([]);
  const messages = main.log.annotations.map(({ message }) => message).join('\n');
  expect(messages).toContain(
    `Nothing was sent: The ledger of work in flight (${LEDGER_REF}) cannot be read: Be patient`,
  );

  stage.git.faults.length = 0;
  const again = await stage.job.main();
  expect(again.outputs, again.stdout).toMatchObject({ outcome: 'success', succeeded: '1' });
});
