import { expect, test } from 'vitest';

import { runGit } from '../support/bare-repository.ts';
import { createBranchStage, type BranchStage } from '../support/branch-stage.ts';

const spec = `version: 1
defaults: { size: 1024x1024, force-single: true }
edits:
  one: { prompt: One., images: a.png }
`;
const REF = 'refs/dreamina/ledger';

async function keep({ repository }: BranchStage, ledger: string): Promise<string> {
  const git = async (args: readonly string[], input = ''): Promise<string> =>
    (await runGit(repository, args, input)).toString().trim();
  const blob = await git(['hash-object', '-w', '--stdin'], ledger);
  const tree = await git(['mktree'], `100644 blob ${blob}\tledger.json\n`);
  const people = ['-c', 'user.name=A', '-c', 'user.email=a@example.com'];
  const commit = await git([...people, 'commit-tree', tree, '-m', 'A ledger']);
  await git(['update-ref', REF, commit]);
  return commit;
}

test.each([
  ['damaged', '{"version":1,"entries":'],
  ['newer than the action', '{"version":2,"entries":{}}'],
])('a ledger that is %s is never overwritten, and nothing is sent', async (_what, content) => {
  await using stage = await createBranchStage({ 'edits.yml': spec });
  const commit = await keep(stage, content);
  const main = await stage.job.main();

  expect(main.exitCode).toBe(1);
  expect(stage.emulator.ledger).toEqual([]);
  const told = main.log.annotations.map(({ message }) => message).join('\n');
  expect(told).toContain('Nothing was sent');
  expect(told).toContain(REF);
  expect((await runGit(stage.repository, ['rev-parse', REF])).toString().trim()).toBe(commit);
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
