import type { Ledger } from '../../ledger/life/types.ts';
import type { World } from '../../runner/world.ts';
import { createLine } from '../../shared/line.ts';
import type { OpenedLedger } from '../ledger/open-ledger.ts';
import type { DeliveredEdits, ReadDelivered } from './read-delivered.ts';

/** Time between two looks at the ledger; up to half as much again at random, so that runs do not look in step. */
const LOOK_MS = 5000;

export interface LookDeps extends Pick<World, 'clock' | 'random' | 'log'> {
  readonly ledger: { readonly handle: Pick<OpenedLedger['handle'], 'open'> };
  readonly readDelivered: ReadDelivered;
  /** Ends every look. */
  readonly signal: AbortSignal;
}

/** What one look at the ledger showed. */
export type Look =
  | {
      readonly kind: 'seen';
      readonly ledger: Ledger;
      /** What other runs delivered; undefined if the branch cannot be read. It is read on request, once for each look. */
      readDelivered(): Promise<DeliveredEdits | undefined>;
    }
  /** The store is out of reach: the next look may show more. */
  | { readonly kind: 'unreachable' }
  /** No other look will show more, and why. */
  | { readonly kind: 'unreadable'; readonly message: string };

/** Looks at the ledger that serve everyone who waits at the same time. */
export interface SharedLooks {
  /** The next look of a series; it begins after a pause. */
  next(): Promise<Look>;
  /** A look that begins now, or once the one under way has ended: it certainly shows what is in the store now. */
  afresh(): Promise<Look>;
  /** What is known without a look: this ledger. */
  known(ledger: Ledger): Look;
}

export function createSharedLooks({
  ledger: { handle },
  readDelivered,
  clock,
  random,
  log,
  signal,
}: LookDeps): SharedLooks {
  const line = createLine();
  let coming: Promise<Look> | undefined;
  let fresh: Promise<Look> | undefined;

  async function readBranch(): Promise<DeliveredEdits | undefined> {
    const read = await readDelivered();
    if (!read.ok) log.debug(`Cannot see what other runs delivered: ${read.error.message}`);
    return read.ok ? read.value : undefined;
  }
  function known(ledger: Ledger): Look {
    let delivered: Promise<DeliveredEdits | undefined> | undefined;
    return { kind: 'seen', ledger, readDelivered: async () => await (delivered ??= readBranch()) };
  }
  async function look(): Promise<Look> {
    const read = await handle.open();
    if (read.ok) return known(read.value.ledger);
    const { kind, message } = read.error;
    log.debug(`Cannot see what other runs do: ${message}`);
    return kind === 'unreachable' ? { kind } : { kind: 'unreadable', message };
  }
  async function lookLater(): Promise<Look> {
    await clock.sleep(LOOK_MS * (1 + random() / 2), signal);
    coming = undefined;
    return await look();
  }
  return {
    next: async () => await (coming ??= lookLater()),
    afresh: async () => {
      fresh ??= line.run(async () => {
        fresh = undefined;
        return await look();
      });
      return await fresh;
    },
    known,
  };
}
