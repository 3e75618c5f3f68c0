import type { LedgerMode } from '../../inputs/types.ts';
import type { OpenedLedger } from './open-ledger.ts';
import type { Problem } from '../../shared/problem.ts';
import type { World } from '../../runner/world.ts';

const NOT_KEPT =
  'What this run sends is not recorded for later runs: if it is killed, they cannot collect what was paid for.';

const IN_CACHE =
  'The ledger is kept in the Actions cache: another run that begins at the same time may send, and pay for, the same edits (keep them apart with `concurrency`), runs of other branches see little of it, and GitHub forgets it after 7 days without use.';

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
  ledger: OpenedLedger,
  { mode, isWritable }: StoreFacts,
  world: World,
  signal: AbortSignal,
): Promise<Problem | undefined> {
  const { opened } = ledger;
  const isKnown = isWritable && opened.kind === 'git';
  const fault = ledger.fault ?? (isKnown ? undefined : await opened.findWriteFault(signal));
  if (fault === undefined) {
    if (opened.kind === 'cache') world.log.info(IN_CACHE);
    if (mode === 'auto' && !ledger.keepsRecord())
      world.log.info(`There is no \`github-token\` to keep a ledger with. ${NOT_KEPT}`);
    return undefined;
  }
  if (mode === 'auto' && fault.kind === 'denied') {
    ledger.stopKeeping();
    world.log.info(`${fault.message} ${NOT_KEPT}`);
    return undefined;
  }
  const message = `Nothing was sent: ${fault.message} Set \`ledger: none\` to run without it.`;
  return { severity: 'error', message };
}
