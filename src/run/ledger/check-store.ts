import type { LedgerMode } from '../../inputs/types.ts';
import type { OpenedLedger } from './open-ledger.ts';
import type { Problem } from '../../shared/problem.ts';
import type { World } from '../../runner/world.ts';

const NOT_KEPT =
  'What this run sends is not recorded for later runs: if it is killed, they cannot collect what was paid for.';

const IN_CACHE =
  'The ledger is kept in the Actions cache: another run that begins at the same time may send, and pay for, the same edits (keep them apart with `concurrency`), runs of other branches see little of it, and GitHub forgets it after 7 days without use.';

/** The part of the ledger that says whether it can be written. */
export type CheckedLedger = Pick<OpenedLedger, 'opened' | 'found' | 'keepsRecord' | 'stopKeeping'>;

/** What is known before the store is asked. */
interface StoreFacts {
  readonly mode: LedgerMode;
  /** Whether the git server has already accepted a push with this token: then it is not asked again. */
  readonly isWritable: boolean;
}

/**
 * Checks, before the first submit, that what is sent can be recorded; the problem says why it cannot, and then nothing
 * may be sent. With `auto`, the run continues without a store that it may not read or write, and the log says so.
 */
export async function checkStore(
  ledger: CheckedLedger,
  { mode, isWritable }: StoreFacts,
  { log }: Pick<World, 'log'>,
  signal: AbortSignal,
): Promise<Problem | undefined> {
  const { opened, found } = ledger;
  const isKnown = isWritable && opened.kind === 'git';
  const writeFault = found.ok && !isKnown ? await opened.findWriteFault(signal) : undefined;
  const fault = found.ok ? writeFault : found.error;
  if (fault === undefined) {
    if (opened.kind === 'cache') log.info(IN_CACHE);
    if (mode === 'auto' && !ledger.keepsRecord())
      log.info(`There is no \`github-token\` to keep a ledger with. ${NOT_KEPT}`);
    return undefined;
  }
  if (mode === 'auto' && fault.kind === 'denied') {
    ledger.stopKeeping();
    log.info(`${fault.message} ${NOT_KEPT}`);
    return undefined;
  }
  const message = `Nothing was sent: ${fault.message} Set \`ledger: none\` to run without it.`;
  return { severity: 'error', message };
}
