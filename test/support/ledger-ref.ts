import * as z from 'zod';

import { runGit } from './bare-repository.ts';

/** Where the action keeps what is in flight. */
export const LEDGER_REF = 'refs/dreamina/ledger';

const ledgerSchema = z.object({
  version: z.literal(1),
  entries: z.record(z.string(), z.array(z.record(z.string(), z.json()))),
});

export type LedgerFile = z.infer<typeof ledgerSchema>;

/** The ledger in a bare repository. Throws if it is not there or has another form. */
export async function readLedger(repository: string): Promise<LedgerFile> {
  const file = await runGit(repository, ['show', `${LEDGER_REF}:ledger.json`]);
  return ledgerSchema.parse(JSON.parse(file.toString()));
}

/** Puts a ledger of any content into a bare repository; gives the commit. */
export async function writeLedger(repository: string, content: string): Promise<string> {
  const git = async (args: readonly string[], input = ''): Promise<string> =>
    (await runGit(repository, args, input)).toString().trim();
  const blob = await git(['hash-object', '-w', '--stdin'], content);
  const tree = await git(['mktree'], `100644 blob ${blob}\tledger.json\n`);
  const people = ['-c', 'user.name=A', '-c', 'user.email=a@example.com'];
  const commit = await git([...people, 'commit-tree', tree, '-m', 'A ledger']);
  await git(['update-ref', LEDGER_REF, commit]);
  return commit;
}
