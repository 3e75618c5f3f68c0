import { describe, expect, it } from 'vitest';

import { createOtherRunWait } from '../../../src/run/make/wait-for-other-runs.ts';
import type { LedgerHandle } from '../../../src/ledger/write/create-ledger.ts';
import type { Ledger } from '../../../src/ledger/life/types.ts';
import type { DeliveredEdits } from '../../../src/run/make/read-delivered.ts';
import { createRunWatch } from '../../../src/run/ledger/run-watch.ts';

import { makeEdit } from '../../jobs/run-plan.ts';
import {
  claimed,
  delivered,
  lost,
  ledgerOf,
  NOW,
  print,
  accepted,
  THEM,
  maybeSent,
  US,
} from '../../ledger/samples.ts';
import { lockEntry } from '../../lock/sample-lock.ts';

const never = new AbortController().signal;
const hero = makeEdit('hero', { fingerprint: print('hero') });
const theirs = claimed(THEM);
const unreachable = { ok: false, error: { kind: 'unreachable', message: 'Down.' } } as const;

/** A wait that sees these ledgers one after the other; `undefined`: the store is out of reach, or it is damaged. */
function stage(
  looks: readonly (Ledger | 'damaged' | undefined)[],
  branch: readonly (DeliveredEdits | undefined)[] = [],
  isOver?: boolean,
) {
  const [ledgers, branches] = [[...looks], [...branch]];
  const slept: number[] = [];
  const lines: string[] = [];
  const clock = {
    now: () => NOW,
    monotonicMs: () => NOW,
    sleep: async (ms: number, signal?: AbortSignal) => {
      signal?.throwIfAborted();
      slept.push(ms);
      await Promise.resolve();
    },
  };
  const open: LedgerHandle['open'] = async () => {
    const ledger = ledgers.shift();
    if (ledger === 'damaged') return { ok: false, error: { kind: ledger, message: 'It is cut off.' } };
    return await Promise.resolve(ledger ? { ok: true, value: { ledger, pruned: [] } } : unreachable);
  };
  const log = {
    info: (text: string) => lines.push(text),
    debug: (text: string) => lines.push(text),
    group: async <T>(_title: string, body: () => Promise<T>) => await body(),
  };
  const wait = createOtherRunWait({
    clock,
    random: () => 0.5,
    log,
    ledger: { handle: { open } },
    readDelivered: async () => {
      const value = branches.shift();
      return await Promise.resolve(value ? { ok: true, value } : unreachable);
    },
    watch: createRunWatch(US, {
      clock,
      readTimes: () => ({ localMs: clock.now(), serverMs: undefined }),
      process: { name: undefined, isOver: () => false },
      isJobOver: async () => {
        await Promise.resolve();
      },
      isRunOver: async () => await Promise.resolve(isOver),
    }),
    signal: never,
  });
  return { wait, slept, lines, left: ledgers };
}

describe('waiting for an edit that another run is working on', () => {
  it('ends at once if the first entry is enough', async () => {
    const { wait, slept } = stage([]);
    const paid = accepted(THEM, 'req-1');
    expect(await wait(hero, paid, never)).toEqual({ kind: 'submitted', entry: paid });
    expect(await wait(hero, maybeSent(THEM), never)).toEqual({ kind: 'unknown', entry: maybeSent(THEM) });
    expect(await wait(hero, claimed(US), never)).toEqual({ kind: 'free' });
    expect(slept).toEqual([]);
  });

  it('looks again until there is a request id, also through an outage', async () => {
    const paid = accepted(THEM, 'req-1');
    const { wait, slept, lines } = stage([ledgerOf(theirs), undefined, ledgerOf(paid)]);
    expect(await wait(hero, theirs, never)).toEqual({ kind: 'submitted', entry: paid });
    expect(slept).toEqual([6250, 6250, 6250]);
    expect(lines).toEqual(['Cannot see what other runs do: Down.']);
  });

  it('ends if the ledger can no longer be read at all', async () => {
    const { wait, left } = stage(['damaged', ledgerOf(theirs)]);
    await expect(wait(hero, theirs, never)).rejects.toThrow('It is cut off.');
    expect(left.length).toBe(1);
  });

  it('takes what the other run delivered, and looks again if the branch is out of reach', async () => {
    const entry = { ...lockEntry(['hero'], {}), fingerprint: hero.fingerprint, requestId: 'req-1' };
    const there = new Map([[hero.fingerprint, entry]]);
    const { wait, lines } = stage([ledgerOf(), ledgerOf()], [undefined, there]);
    const end = await wait(hero, theirs, never);
    expect(end).toEqual({ kind: 'delivered', files: entry.files, requestId: 'req-1' });
    expect(lines).toEqual(['Cannot see what other runs delivered: Down.']);
  });

  it('takes what was delivered a moment ago: from the branch, else by its request id, without paying', async () => {
    const done = delivered(THEM, 'req-1');
    const entry = { ...lockEntry(['hero'], {}), fingerprint: hero.fingerprint, requestId: 'req-1' };
    const onBranch = { kind: 'delivered', files: entry.files, requestId: 'req-1' };
    const collected = { kind: 'submitted', entry: done };
    const branch = new Map([[hero.fingerprint, entry]]);
    expect(await stage([], [branch]).wait(hero, done, never)).toEqual(onBranch);
    expect(await stage([], [new Map()]).wait(hero, done, never)).toEqual(collected);
    const seen = ledgerOf(done);
    expect(await stage([seen], [undefined, branch]).wait(hero, done, never)).toEqual(onBranch);
    expect(await stage([seen], [new Map()]).wait(hero, theirs, never)).toEqual(collected);
  });

  it('holds what was paid for and is gone', async () => {
    const gone = lost(THEM, 'req-1');
    expect(await stage([]).wait(hero, gone, never)).toEqual({ kind: 'unknown', entry: gone });
  });

  it('frees what was released', async () => {
    const { wait } = stage([ledgerOf()], [new Map()]);
    expect(await wait(hero, theirs, never)).toEqual({ kind: 'free' });
  });

  it('holds what was claimed by a run that is over', async () => {
    const { wait } = stage([ledgerOf(theirs)], [], true);
    expect(await wait(hero, theirs, never)).toEqual({ kind: 'unknown', entry: theirs });
  });

  it('looks again before it holds a claim: that run may have sent and delivered it before its end', async () => {
    const paid = accepted(THEM, 'req-1');
    const { wait, slept } = stage([ledgerOf(paid)], [], true);
    expect(await wait(hero, theirs, never)).toEqual({ kind: 'submitted', entry: paid });
    expect(slept).toEqual([]);
    const done = delivered(THEM, 'req-1');
    const late = stage([undefined, ledgerOf(done)], [new Map()], true);
    expect(await late.wait(hero, theirs, never)).toEqual({ kind: 'submitted', entry: done });
  });

  it('serves every wait with one look', async () => {
    const names = ['hero', 'other', 'third'];
    const { wait, left } = stage([ledgerOf()], [new Map()]);
    const edits = names.map((name) => makeEdit(name, { fingerprint: print(name) }));
    const ends = await Promise.all(
      edits.map(async (edit) => await wait(edit, claimed(THEM, edit.id), never)),
    );
    expect(ends).toEqual(names.map(() => ({ kind: 'free' })));
    expect(left).toEqual([]);
  });

  it('ends with the reason of its signal', async () => {
    const reason = new Error('time is up');
    const { wait } = stage([ledgerOf(theirs)]);
    await expect(wait(hero, theirs, AbortSignal.abort(reason))).rejects.toBe(reason);
  });
});
