import { checkWritable } from './git/push.ts';
import { retryOffline } from './git/retry-offline.ts';
import type { LedgerMode } from './inputs/types.ts';
import { LEDGER_REF } from './ledger/git-store.ts';
import type { LedgerError } from './ledger/types.ts';
import type { OpenedLedger } from './open-ledger.ts';
import type { Problem } from './shared/problem.ts';
import type { World } from './world.ts';

const NOT_KEPT =
  'What this run sends is not recorded for later runs: if it is killed, they cannot collect what was paid for.';

/** What is known before the store is asked. */
interface StoreFacts {
  readonly mode: LedgerMode;
  /** Whether the server has said already that this token may push: then it is not asked again. */
  readonly isWritable: boolean;
}

/**
 * Makes sure, before the first submit, that what is sent can be recorded; the problem says why it cannot, and then nothing
 * may be sent. With `auto`, a store that may not be read or written is done without, which the log says.
 */
export async function checkStore(
  ledger: OpenedLedger,
  { mode, isWritable }: StoreFacts,
  world: World,
  signal: AbortSignal,
): Promise<Problem | undefined> {
  const fault = ledger.fault ?? (isWritable ? undefined : await findWriteFault(ledger, world, signal));
  if (fault === undefined) {
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

async function findWriteFault(
  { opened: { repository } }: OpenedLedger,
  world: World,
  signal: AbortSignal,
): Promise<LedgerError | undefined> {
  if (repository === undefined) return undefined;
  const writable = await retryOffline(async () => await checkWritable(repository, LEDGER_REF, signal), {
    ...world,
    signal,
  });
  signal.throwIfAborted();
  if (writable.ok) return undefined;
  const { kind, message } = writable.error;
  const what = `The ledger of work in flight (${LEDGER_REF}) cannot be written: ${message}.`;
  if (kind === 'offline') return { kind: 'unreachable', message: what };
  if (kind === 'failed') return { kind, message: what };
  return { kind: 'denied', message: `${what} Give the job \`permissions: contents: write\`.` };
}
