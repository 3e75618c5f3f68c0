import { setImmediate as nextTurn } from 'node:timers/promises';

import { createClaims } from '../../../src/ledger/claims/create-claims.ts';
import { createLedger } from '../../../src/ledger/write/create-ledger.ts';
import type { Journal } from '../../../src/ledger/write/journal.ts';
import type { LedgerStore, Step } from '../../../src/ledger/life/types.ts';
import type { Clock, Log } from '../../../src/shared/ports.ts';
import type { MemoryStore } from '../memory-store.ts';
import { entriesOf, HOUR_MS, NOW, print, DESTINATION } from '../samples.ts';

const EDITS = ['a', 'b', 'c', 'd', 'e'].map((id) => ({
  id,
  kind: 'submit' as const,
  fingerprint: print(id),
  over: [],
}));

export const clock: Clock = {
  now: () => NOW,
  monotonicMs: () => NOW,
  sleep: async (_ms, signal) => {
    await nextTurn();
    signal?.throwIfAborted();
  },
};
export const log: Log = {
  info: () => undefined,
  debug: () => undefined,
  group: async (_title, body) => await body(),
};

/** The service: what was sent, what was paid for, and what was never delivered. */
export interface Service {
  readonly posts: Map<string, number>;
  readonly undelivered: Map<string, string>;
  /** Fingerprints of what was delivered, as the branch records it. */
  readonly recorded: Set<string>;
}

/** The next of the numbers in [0, 1) that belong to a seed (mulberry32). */
export type Chance = () => number;

export function createChance(seed: number): Chance {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The store as one run reaches it: questions and answers get lost. */
export function flaky(store: MemoryStore, chance: Chance): LedgerStore {
  return {
    read: async (signal) => {
      if (chance() < 0.2) store.faults.push({ kind: 'unreachable' });
      return await store.read(signal);
    },
    write: async (ledger, version, signal) => {
      const fate = chance();
      if (fate < 0.3) store.faults.push({ kind: fate < 0.15 ? 'lost' : 'unreachable' });
      return await store.write(ledger, version, signal);
    },
  };
}

export class Killed extends Error {}

/** One run: collects what is there, then claims and sends; dies after so many steps. */
export async function liveAndDie(
  self: Step,
  store: LedgerStore,
  service: Service,
  chance: Chance,
  journal: Journal,
): Promise<void> {
  let stepsLeft = Math.floor(chance() * 40);
  const life = new AbortController();
  const step = async (): Promise<void> => {
    for (let turns = chance() * 30; turns > 1; turns -= 1) await nextTurn();
    stepsLeft -= 1;
    if (stepsLeft > 0) return;
    life.abort(new Killed());
    throw new Killed();
  };
  const ledger = createLedger({
    store,
    journal,
    step: self,
    clock,
    serverMs: () => clock.now(),
    random: () => 0,
    log,
    signal: life.signal,
    idDelayMs: 1,
  });
  const read = await ledger.open();
  if (!read.ok) return;
  const deliver = async (fingerprint: string, requestId: string): Promise<void> => {
    await step();
    service.recorded.add(fingerprint);
    service.undelivered.delete(requestId);
    await step();
    await ledger.note([{ kind: 'ended-empty', fingerprint, requestId }]);
    if (chance() < 0.5) await ledger.flush();
  };
  for (const entry of entriesOf(read.value.ledger))
    if (entry.state === 'accepted') await deliver(entry.fingerprint, entry.requestId);
  const free = EDITS.filter(
    ({ fingerprint }) => !read.value.ledger.has(fingerprint) && !service.recorded.has(fingerprint),
  );
  const claims = createClaims(free, {
    ledger,
    step: self,
    clock,
    destination: DESTINATION,
    aheadOf: 1,
    overAtMs: NOW + HOUR_MS,
    findDelivered: async () =>
      await Promise.resolve({
        ok: true,
        value: new Map([...service.recorded].map((name) => [name, { kind: 'delivered' }] as const)),
      }),
  });
  await Promise.all(
    free.map(async (edit) => {
      await step();
      const { kind } = await claims.claim(edit, life.signal);
      await step();
      if (kind !== 'claimed') return;
      await claims.posting(edit);
      await step();
      service.posts.set(edit.fingerprint, (service.posts.get(edit.fingerprint) ?? 0) + 1);
      const fate = chance();
      if (fate < 0.2) {
        service.posts.delete(edit.fingerprint); // turned away
        await claims.released(edit);
        return;
      }
      const requestId = `${edit.id}-by-${self.name}`;
      if (fate < 0.4) {
        await claims.maybeSent(edit);
        return;
      }
      await step(); // the answer never comes
      service.undelivered.set(requestId, edit.fingerprint);
      await claims.accepted(edit, requestId, NOW);
      await step();
      if (fate < 0.7) await deliver(edit.fingerprint, requestId);
    }),
  );
  await step();
  await claims.releaseUnused();
  await step();
  await ledger.flush();
}
