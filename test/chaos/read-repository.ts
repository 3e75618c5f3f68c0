import * as z from 'zod';

import { readBlobs, runGit } from '../support/bare-repository.ts';
import { ASSETS } from './places.ts';
import { readBranchAt, type BranchState } from './read-branch.ts';

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

/** What is in the repository. */
export interface RepositoryState extends BranchState {
  /** Work in flight by fingerprint; empty if there is no ledger. What was delivered is not in flight. */
  readonly ledger: LedgerEntries;
  /** All branches but the one that the attempt delivers to, by name. */
  readonly others: ReadonlyMap<string, BranchState>;
}

const HEADS = 'refs/heads/';
const LEDGER_REF = 'refs/dreamina/ledger';

/** Reads the branches, their history and the ledger. Throws if one of them is not whole. */
export async function readRepository(
  repository: string,
  directory: string,
  own = ASSETS.own,
): Promise<RepositoryState> {
  const git = async (...args: readonly string[]): Promise<string> =>
    (await runGit(repository, args)).toString();
  const refs = new Map(
    lines(await git('for-each-ref', '--format=%(refname) %(objectname)')).map((line) => {
      const [name = '', commit = ''] = line.split(' ');
      return [name, commit] as const;
    }),
  );
  const ledgerTip = refs.get(LEDGER_REF);
  const history = ledgerTip === undefined ? [] : lines(await git('rev-list', ledgerTip));
  if (history.length > 1) throw new Error(`the ledger has a history of ${history.length} commits`);
  const ledgers = await readBlobs(
    repository,
    history.map((commit) => `${commit}:ledger.json`),
  );
  const [ledger] = ledgers.values();
  const branch = await readBranchAt(repository, directory, refs.get(`${HEADS}${own}`));
  const others = new Map<string, BranchState>();
  for (const [ref, tip] of refs)
    if (ref.startsWith(HEADS) && ref !== `${HEADS}${own}`)
      others.set(ref.slice(HEADS.length), await readBranchAt(repository, directory, tip));
  const all = [branch, ...others.values()].flatMap(({ deliveredIds }) => [...deliveredIds]);
  return {
    ...branch,
    deliveredIds: new Set(all),
    ledger: ledger === undefined ? {} : parseInFlight(ledger),
    others,
  };
}

function parseInFlight(content: Buffer): LedgerEntries {
  const { entries } = ledgerSchema.parse(JSON.parse(content.toString()));
  const inFlight = Object.entries(entries).map(
    ([fingerprint, all]) => [fingerprint, all.filter(({ state }) => state !== 'delivered')] as const,
  );
  return Object.fromEntries(inFlight.filter(([, all]) => all.length > 0));
}

function lines(text: string): readonly string[] {
  return text.split('\n').filter((line) => line !== '');
}
