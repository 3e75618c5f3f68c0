import * as z from 'zod';

import { readBlobs, runGit } from '../support/bare-repository.ts';
import { readLock, type Lock } from '../support/branch-stage.ts';

const ledgerSchema = z.object({
  version: z.literal(1),
  entries: z.record(
    z.string(),
    z.array(
      z.object({
        state: z.enum(['claimed', 'maybe-sent', 'accepted', 'lost', 'delivered']),
        edit: z.string(),
        request_id: z.string().optional(),
      }),
    ),
  ),
});

export type LedgerEntries = z.infer<typeof ledgerSchema>['entries'];

/** What stands in the repository. */
export interface RepositoryState {
  /** The branch's commit; absent before the first one. */
  readonly tip?: string;
  /** Of the branch's folder that is ours, by the path in it. */
  readonly files: ReadonlyMap<string, Buffer>;
  /** The edits of the lock file at the tip. */
  readonly locked: Lock['edits'];
  /** Request ids of all that was ever delivered: in the lock file of any commit. */
  readonly deliveredIds: ReadonlySet<string>;
  /** Work in flight by fingerprint; empty where there is no ledger. What was delivered is not in flight. */
  readonly ledger: LedgerEntries;
}

const LEDGER_REF = 'refs/dreamina/ledger';
const BRANCH_REF = 'refs/heads/assets';

/** Reads branch, its history and ledger. Throws where one of them is not whole. */
export async function readRepository(repository: string, directory: string): Promise<RepositoryState> {
  const prefix = directory === '' ? '' : `${directory}/`;
  const lockFile = `${prefix}edits.lock.json`;
  const git = async (...args: readonly string[]): Promise<string> =>
    (await runGit(repository, args)).toString();
  const refs = await git('for-each-ref', '--format=%(refname)');
  const ledgerNames = refs.includes(LEDGER_REF) ? await git('rev-list', LEDGER_REF) : '';
  const commits = refs.includes(BRANCH_REF) ? lines(await git('rev-list', BRANCH_REF)) : [];
  const [tip] = commits;
  const listed =
    tip === undefined ? '' : await git('ls-tree', '-r', '-z', '--name-only', tip, '--', directory || '.');
  const names = listed.split('\0').filter((name) => name !== '');
  const objects = await readBlobs(repository, [
    ...names.map((name) => `${BRANCH_REF}:${name}`),
    ...commits.map((commit) => `${commit}:${lockFile}`),
    ...lines(ledgerNames).map((commit) => `${commit}:ledger.json`),
  ]);

  const ledgers = lines(ledgerNames).map((commit) => objects.get(`${commit}:ledger.json`));
  if (ledgers.length > 1) throw new Error(`the ledger has a history of ${ledgers.length} commits`);
  const locks = commits.map((commit) => parseLock(objects.get(`${commit}:${lockFile}`)));
  return {
    ...(tip !== undefined && { tip }),
    files: new Map(
      names.map((name) => [
        name.slice(prefix.length),
        objects.get(`${BRANCH_REF}:${name}`) ?? Buffer.alloc(0),
      ]),
    ),
    locked: locks[0] ?? {},
    deliveredIds: new Set(locks.flatMap((edits) => Object.values(edits).map((edit) => edit.request_id))),
    ledger: ledgers[0] === undefined ? {} : parseInFlight(ledgers[0]),
  };
}

function parseInFlight(content: Buffer): LedgerEntries {
  const { entries } = ledgerSchema.parse(JSON.parse(content.toString()));
  const inFlight = Object.entries(entries).map(
    ([fingerprint, all]) => [fingerprint, all.filter(({ state }) => state !== 'delivered')] as const,
  );
  return Object.fromEntries(inFlight.filter(([, all]) => all.length > 0));
}

function parseLock(content: Buffer | undefined): Lock['edits'] {
  const name = 'edits.lock.json';
  return content === undefined ? {} : readLock(new Map([[name, content]]), name).edits;
}

function lines(text: string): readonly string[] {
  return text.split('\n').filter((line) => line !== '');
}
