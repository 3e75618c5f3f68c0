import type { EditClaims, OtherRunAnswer } from '../../jobs/types.ts';
import type { PlannedEdit } from '../../plan/types.ts';
import { orAborted } from '../../shared/or-aborted.ts';
import type { RunWatch } from '../ledger/run-watch.ts';
import { judgeOtherRun, pickDelivered, type WaitVerdict } from './judge-other-run.ts';
import { createSharedLooks, type Look, type LookDeps } from './shared-looks.ts';

export interface OtherRunDeps extends LookDeps {
  readonly watch: RunWatch;
}

type Seen = Extract<Look, { readonly kind: 'seen' }>;

/**
 * Waits for edits that other runs are working on, all together: one look at the ledger serves every wait. Each wait
 * ends as soon as its edit has a request id, is free or delivered, or can never become known. It rejects with its
 * signal's reason, and if the ledger can no longer be read.
 */
export function createOtherRunWait(deps: OtherRunDeps): EditClaims['waitForOtherRun'] {
  const { watch } = deps;
  const looks = createSharedLooks(deps);

  async function checkEntries(
    { ledger }: Seen,
    edit: PlannedEdit,
    signal: AbortSignal,
  ): Promise<WaitVerdict> {
    const entries = ledger.get(edit.fingerprint) ?? [];
    return judgeOtherRun(await Promise.all(entries.map(async (entry) => await watch.look(entry, signal))));
  }
  async function readAnswer(
    look: Look,
    edit: PlannedEdit,
    signal: AbortSignal,
    isLater = false,
  ): Promise<OtherRunAnswer | undefined> {
    const seen = requireSeen(look);
    if (seen === undefined) return undefined;
    const verdict = await checkEntries(seen, edit, signal);
    switch (verdict.kind) {
      case 'answered':
        return verdict.answer;
      case 'busy':
        return undefined;
      case 'ask-branch': {
        const delivered = await seen.readDelivered();
        return delivered && pickDelivered(delivered, edit.fingerprint, verdict.otherwise);
      }
      case 'in-doubt':
        if (isLater) return { kind: 'unknown', entry: verdict.entry };
        return await readAnswer(await looks.afresh(), edit, signal, true);
    }
  }
  return async (edit, entry, signal) => {
    let look = looks.known(new Map([[edit.fingerprint, [entry]]]));
    for (;;) {
      const answer = await orAborted(readAnswer(look, edit, signal), signal);
      if (answer !== undefined) return answer;
      look = await orAborted(looks.next(), signal);
    }
  };
}

/** Undefined if a later look may show more; throws if none will. */
function requireSeen(look: Look): Seen | undefined {
  switch (look.kind) {
    case 'seen':
      return look;
    case 'unreachable':
      return undefined;
    case 'unreadable':
      throw new Error(look.message);
  }
}
