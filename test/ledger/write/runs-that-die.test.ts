import fc from 'fast-check';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { readUnwritten } from '../../../src/ledger/write/unwritten-changes.ts';
import { createLedger } from '../../../src/ledger/write/create-ledger.ts';
import { openJournal, readJournal } from '../../../src/ledger/write/journal.ts';
import { judgeEntry } from '../../../src/ledger/life/judge-entry.ts';
import type { LedgerStore } from '../../../src/ledger/life/types.ts';
import { createMemoryStore } from '../memory-store.ts';
import { clock, createChance, flaky, Killed, liveAndDie, log, type Service } from './mortal-run.ts';
import { entriesOf, NOW, stepOf } from '../samples.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'ledger-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, maxRetries: 5 });
});

/** What the post step does for a run that died. */
async function finish(file: string, store: LedgerStore): Promise<void> {
  const { step, changes } = readUnwritten(await readJournal(file));
  if (step === undefined) return;
  await using journal = await openJournal(file);
  const { signal } = new AbortController();
  const ledger = createLedger({
    serverMs: () => clock.now(),
    store,
    journal,
    step,
    clock,
    random: () => 0,
    log,
    signal,
  });
  expect(await ledger.update(changes)).toMatchObject({ ok: true });
}

test('however runs die, and whatever is lost on the way: nothing is sent twice, no request id is lost', async () => {
  let count = 0;
  await fc.assert(
    fc.asyncProperty(fc.integer(), async (seed) => {
      const chance = createChance(seed);
      const store = createMemoryStore();
      const service: Service = { posts: new Map(), undelivered: new Map(), recorded: new Set() };
      for (let round = 0; round < 3; round += 1) {
        await Promise.all(
          ['x', 'y'].map(async (name) => {
            count += 1;
            const file = path.join(folder, String(count));
            const self = stepOf(name, round + 1, `${name}${round}`);
            await using journal = await openJournal(file);
            await liveAndDie(self, flaky(store, chance), service, chance, journal).catch((error: unknown) => {
              if (!(error instanceof Killed)) throw error;
            });
            await journal[Symbol.asyncDispose]();
            await finish(file, flaky(store, chance));
          }),
        );
        for (const posts of service.posts.values()) expect(posts).toBe(1);
        for (const [requestId, fingerprint] of service.undelivered)
          expect(store.ledger.get(fingerprint)).toContainEqual(expect.objectContaining({ requestId }));
        // Anyone who looks next sees no claim that no one will ever end.
        for (const entry of entriesOf(store.ledger))
          expect(judgeEntry(entry, { thisStep: stepOf('z', 1, 'z'), nowMs: NOW }).verdict).not.toBe(
            'other-run',
          );
      }
    }),
    { numRuns: 100 },
  );
}, 120_000);
