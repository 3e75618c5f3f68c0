import { createHash } from 'node:crypto';

import { LEDGER_REF } from '../../../src/ledger/stores/git-store.ts';
import { renderLedger } from '../../../src/ledger/stores/render-ledger.ts';
import type { LedgerEntry } from '../../../src/ledger/life/types.ts';
import { runGit } from '../../support/bare-repository.ts';
import type { RunStage } from '../run-stage.ts';

export const DAY_MS = 24 * 60 * 60_000;
const OTHER = {
  runId: '3',
  attempt: 1,
  name: 'pictures-x',
  url: 'https://github.com/acme/shop/actions/runs/3',
};

/** Puts a text into the ledger as some other program would. */
export async function put({ repository }: RunStage, text: string): Promise<string> {
  const blob = (await runGit(repository, ['hash-object', '-w', '--stdin'], text)).toString().trim();
  const tree = (await runGit(repository, ['mktree'], `100644 blob ${blob}\tledger.json\n`)).toString().trim();
  const names = {
    GIT_AUTHOR_NAME: 'o',
    GIT_AUTHOR_EMAIL: 'o',
    GIT_COMMITTER_NAME: 'o',
    GIT_COMMITTER_EMAIL: 'o',
  };
  const commit = (await runGit(repository, ['commit-tree', tree, '-m', 'By another'], '', names))
    .toString()
    .trim();
  await runGit(repository, ['update-ref', LEDGER_REF, commit]);
  return commit;
}

export async function putEntries(stage: RunStage, ...entries: readonly LedgerEntry[]): Promise<void> {
  await put(stage, renderLedger(Map.groupBy(entries, ({ fingerprint }) => fingerprint)));
}

/** Work of another run, sent or claimed so long ago. */
export function entryOf(
  edit: string,
  ageMs: number,
  fingerprint = createHash('sha256').update(edit).digest('hex'),
) {
  const claimedAtMs = Date.now() - ageMs;
  const overAtMs = claimedAtMs + 60 * 60_000;
  const id = `3.1.pictures-x.${edit}`;
  const claim = { id, fingerprint, edit, destination: 'branch assets', step: OTHER, claimedAtMs, overAtMs };
  return {
    claimed: { ...claim, state: 'claimed' } as const,
    accepted: {
      ...claim,
      state: 'accepted',
      requestId: `job-${edit}`,
      submittedAtMs: claimedAtMs,
    } as const,
  };
}
