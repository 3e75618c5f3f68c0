import { createThisStep } from '../ledger/this-step.ts';
import type { KilledEdit, KilledRun } from './read-killed-run.ts';
import type { ActionInputs } from '../../inputs/types.ts';
import { createLedger, type NotedChange } from '../../ledger/write/create-ledger.ts';
import { openJournal } from '../../ledger/write/journal.ts';
import type { LedgerResult } from '../../ledger/life/types.ts';
import { openCacheStore, openGitStore } from '../ledger/open-store.ts';
import type { CacheStorePorts, GitStorePorts, StoreKind } from '../ledger/opened-store.ts';
import { createQueueClient } from '../../queue/create-queue-client.ts';
import type { CancelAnswer } from '../../queue/types.ts';
import { startDeadline } from '../../shared/deadline.ts';
import { mapBounded } from '../../shared/pool.ts';
import type { World } from '../../runner/world.ts';

/** An edit that was at the service when its run was ended, and whether its job could be cancelled. */
export interface CancelAttempt extends KilledEdit {
  readonly end: Extract<KilledEdit['end'], { readonly kind: 'in-flight' }>;
  readonly answer: CancelAnswer;
}

const STORE_LIMIT_MS = 60_000;
const CANCELS_AT_ONCE = 16;

/** The ledger of a killed run. */
interface KilledLedger {
  readonly store: Exclude<StoreKind, 'none'>;
  /** Absolute path. */
  readonly journal: string;
}

type CloseInputs = Pick<ActionInputs, 'apiUrl' | 'apiToken' | 'githubToken'>;

export type ClosePorts = GitStorePorts & CacheStorePorts & Pick<World, 'process'>;

/** What came of closing a killed run. */
export interface ClosedRun {
  readonly cancels: readonly CancelAttempt[];
  /** Whether the next run finds what is in flight. */
  readonly isRecorded: boolean;
}

/**
 * What a killed run would have done itself: records in its ledger (undefined if it kept none) what is open, then cancels
 * what is still queued.
 */
export async function closeKilledRun(
  killed: KilledRun,
  ledger: KilledLedger | undefined,
  inputs: CloseInputs,
  world: ClosePorts,
  signal: AbortSignal,
): Promise<ClosedRun> {
  const write = async (changes: readonly NotedChange[]): Promise<boolean> => {
    if (ledger === undefined) return false;
    if (changes.length === 0) return true;
    const written = await writeLedger(changes, killed, ledger, inputs, world, signal);
    if (!written.ok) world.log.info(written.error.message);
    return written.ok;
  };
  const unwritten = killed.unwritten.changes;
  const isWritten = await write(unwritten);
  const { apiUrl, apiToken } = inputs;
  await using queue = createQueueClient({ ...world, apiUrl, token: apiToken });
  const taken = await mapBounded(killed.edits.filter(isOurs), CANCELS_AT_ONCE, async (edit) => ({
    ...edit,
    answer: await queue.cancel(edit.end.requestId, signal),
  }));
  const ended = taken
    .filter(({ answer }) => answer === 'cancelled')
    .map(({ fingerprint, end }) => ({ kind: 'ended-empty' as const, fingerprint, requestId: end.requestId }));
  // Includes what could not be recorded before: the ledger takes it once, however often it is sent.
  const isWrittenNow = await write(isWritten ? ended : [...unwritten, ...ended]);
  return { cancels: taken, isRecorded: isWrittenNow && killed.isAllKnown };
}

function isOurs(edit: KilledEdit): edit is Pick<CancelAttempt, keyof KilledEdit> {
  return edit.end.kind === 'in-flight' && edit.end.isOurs;
}

async function writeLedger(
  changes: readonly NotedChange[],
  { unwritten }: KilledRun,
  { journal: file, store }: KilledLedger,
  { githubToken }: CloseInputs,
  world: ClosePorts,
  signal: AbortSignal,
): Promise<LedgerResult<void>> {
  using limit = startDeadline(world.clock, STORE_LIMIT_MS, 'writing the ledger', signal);
  const opening =
    store === 'cache' ? openCacheStore(world) : await openGitStore(githubToken, world, limit.signal);
  if (!opening.ok) return opening;
  await using opened = opening.value;
  await using journal = await openJournal(file);
  const step = unwritten.step ?? createThisStep({}, world);
  const deps = { store: opened.store, journal, step, signal: limit.signal };
  // The next run removes what is old.
  const ledger = createLedger({ ...world, ...deps, serverMs: () => undefined });
  await ledger.note(changes);
  return await ledger.flush();
}
