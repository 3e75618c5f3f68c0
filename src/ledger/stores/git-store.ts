import { commitFlat } from '../../git/commit-tree.ts';
import { fetchTip } from '../../git/fetch-tip.ts';
import { replaceRef } from '../../git/push.ts';
import { readFileOf } from '../../git/read-blobs.ts';
import type { GitError, GitRepository } from '../../git/types.ts';
import { writeText } from '../../git/write-blobs.ts';
import { toSentence } from '../../shared/sentence.ts';
import { damaged, parseLedger } from './parse-ledger.ts';
import { renderLedger } from './render-ledger.ts';
import type { LedgerError, LedgerStore } from '../life/types.ts';

/** Outside `refs/heads` and `refs/tags`: no branch appears, no workflow starts. */
export const LEDGER_REF = 'refs/dreamina/ledger';

/** The one file of the ledger's commit. */
export const LEDGER_FILE = 'ledger.json';
const AUTHOR = 'dreamina-edit-action <dreamina-edit-action@users.noreply.github.com>';

/**
 * Keeps the ledger in one file of one commit without parents, at `ref` of the remote: no history grows. It is changed
 * only from the value that was read. Reading takes three HTTP requests (two if nothing is kept yet), writing two.
 */
export function createGitStore(repository: GitRepository, ref: string = LEDGER_REF): LedgerStore {
  return {
    read: async (signal) => {
      const tip = await fetchTip(repository, ref, signal, 'whole');
      if (!tip.ok) return failed('read', ref, tip.error);
      if (tip.value === undefined) return { ok: true, value: { ledger: new Map(), version: undefined } };
      const text = await readFileOf(repository, tip.value, LEDGER_FILE, signal);
      if (!text.ok) return failed('read', ref, text.error);
      if (text.value === undefined) return damaged(ref, `there is no ${LEDGER_FILE} in it`);
      const ledger = await parseLedger(text.value.toString(), ref, signal);
      return ledger.ok ? { ok: true, value: { ledger: ledger.value, version: tip.value } } : ledger;
    },
    write: async (ledger, version, signal) => {
      const blob = await writeText(repository, renderLedger(ledger), signal);
      if (!blob.ok) return failed('written', ref, blob.error);
      const message = 'Edits that were claimed or paid for, and are not delivered yet';
      const order = { files: [{ path: LEDGER_FILE, blob: blob.value }], message, author: AUTHOR };
      const commit = await commitFlat(repository, order, signal);
      if (!commit.ok) return failed('written', ref, commit.error);
      const push = { commit: commit.value, ref, ...(version !== undefined && { tip: version }) };
      const end = await replaceRef(repository, push, signal);
      if (!end.ok) return failed('written', ref, end.error);
      return { ok: true, value: end.value === 'moved' ? 'moved' : { version: commit.value } };
    },
  };
}

function failed(
  what: 'read' | 'written',
  ref: string,
  { kind, why }: GitError,
): { readonly ok: false; readonly error: LedgerError } {
  const text = toSentence(`the ledger of work in flight (${ref}) cannot be ${what}: ${why}`);
  return { ok: false, error: { kind: judgeLedgerKind(kind), message: `${text} ${advise(kind)}`.trim() } };
}

/** What an error of git means for the ledger; pure. */
export function judgeLedgerKind(kind: GitError['kind']): LedgerError['kind'] {
  switch (kind) {
    case 'offline':
      return 'unreachable';
    case 'stopped':
      return 'stopped';
    case 'git-missing':
    case 'unauthorized':
    case 'denied':
    case 'not-found':
    case 'redirected':
    case 'untrusted':
    case 'refused':
      return 'denied';
    case 'failed':
      return 'failed';
  }
}

function advise(kind: GitError['kind']): string {
  switch (kind) {
    case 'unauthorized':
      return 'The token in the input `github-token` may have expired: give a new one, or set `ledger: none`.';
    case 'redirected':
    case 'untrusted':
      return '';
    case 'denied':
    case 'not-found':
      return 'Give the job `permissions: contents: write`, or set `ledger: none`.';
    case 'refused':
      return 'Allow the token to write this ref, or set `ledger: none`.';
    case 'git-missing':
      return 'Install it, or set `ledger: none`.';
    case 'failed':
      return 'Fix the repository, or set `ledger: none`.';
    case 'offline':
    case 'stopped':
      return '';
  }
}
