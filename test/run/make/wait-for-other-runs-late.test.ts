import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, it } from 'vitest';

import { judgeEntry } from '../../../src/ledger/life/judge-entry.ts';
import { createOtherRunWait } from '../../../src/run/make/wait-for-other-runs.ts';
import { makeEdit } from '../../jobs/run-plan.ts';
import { claimed, ledgerOf, NOW, OTHER_STEP, print, accepted, THEM, US } from '../../ledger/samples.ts';
import { createRecordingLog } from '../../queue/client-deps.ts';

const never = new AbortController().signal;
const hero = makeEdit('hero', { fingerprint: print('hero') });

it('holds no claim by a look that began before its run was over', async () => {
  const [theOne, theOther] = [claimed(THEM), claimed(OTHER_STEP, 'other')];
  const other = makeEdit('other', { fingerprint: theOther.fingerprint });
  const paid = { ...accepted(OTHER_STEP, 'req-1'), fingerprint: theOther.fingerprint };
  const [answer, isOtherOver] = [Promise.withResolvers<undefined>(), Promise.withResolvers<boolean>()];
  let now = ledgerOf(theOne, theOther);
  let looks = 0;
  const wait = createOtherRunWait({
    clock: {
      now: () => NOW,
      monotonicMs: () => NOW,
      sleep: async () => {
        await Promise.reject(new Error('no second look is needed'));
      },
    },
    random: () => 0.5,
    log: createRecordingLog(),
    ledger: {
      handle: {
        open: async () => {
          const ledger = now;
          looks += 1;
          await answer.promise;
          return { ok: true, value: { ledger, pruned: [] } };
        },
      },
    },
    readDelivered: async () => await Promise.resolve({ ok: true, value: new Map() }),
    watch: {
      look: async (entry) => {
        const isRunOver = entry.step === THEM || (await isOtherOver.promise);
        return judgeEntry(entry, { thisStep: US, nowMs: NOW, isRunOver });
      },
    },
    signal: never,
  });
  const ends = Promise.all([wait(hero, theOne, never), wait(other, theOther, never)]);
  await expect.poll(() => looks).toBe(1);
  // That run records its request id, and ends.
  now = ledgerOf(theOne, paid);
  isOtherOver.resolve(true);
  await nextTurn();
  answer.resolve(undefined);
  expect(await ends).toEqual([
    { kind: 'unknown', entry: theOne },
    { kind: 'submitted', entry: paid },
  ]);
});
