import fc from 'fast-check';
import { expect, test } from 'vitest';

import { applyChanges } from '../../../src/ledger/life/apply-changes.ts';
import type { Claimant, Ledger, LedgerChange, PaidJob } from '../../../src/ledger/life/types.ts';
import { claimant, claimBy, NOW, print, TARGET } from '../samples.ts';

const NAMES = ['a', 'b'] as const;
const RUNS = 3;

/** What a run does next, as far as it may; else nothing. */
interface Act {
  readonly run: number;
  readonly name: (typeof NAMES)[number];
  readonly kind:
    'claim' | 'post' | 'fail' | 'release' | 'settle' | 'stray' | 'end' | 'lose' | 'consent' | 'die';
  /** The store does it, but the run does not hear of it and repeats it before it does anything else. */
  readonly isUnheard: boolean;
}

const acts = fc.array(
  fc.record<Act>({
    run: fc.nat(RUNS - 1),
    name: fc.constantFrom(...NAMES),
    kind: fc.constantFrom(
      'claim',
      'post',
      'fail',
      'release',
      'settle',
      'stray',
      'end',
      'lose',
      'consent',
      'die',
    ),
    isUnheard: fc.boolean(),
  }),
  { maxLength: 60 },
);

/** Runs that work on one store by turns, as the action does. */
function createStage() {
  let ledger: Ledger = new Map();
  const runs = Array.from({ length: RUNS }, (_, index) => startRun(index, 1));
  const unsettled = new Map<string, string>();
  let ids = 0;

  function startRun(index: number, attempt: number) {
    return {
      self: claimant(String(index), attempt, `step ${index}.${attempt}`),
      /** Names that it may submit. */
      held: new Set<string>(),
      repeat: undefined as (() => void) | undefined,
    };
  }
  function holders(name: string): number {
    return runs.filter(({ held }) => held.has(name)).length;
  }
  function write(
    run: ReturnType<typeof startRun>,
    change: LedgerChange,
    heard: (isGranted: boolean) => void,
  ): () => void {
    return () => {
      const fingerprint = 'claim' in change ? change.claim.fingerprint : change.fingerprint;
      const before = ledger;
      const result = applyChanges(before, [change], run.self);
      expect(applyChanges(result.ledger, [change], run.self).ledger).toEqual(result.ledger);
      ledger = result.ledger;
      if (change.kind === 'submitted') unsettled.set(change.requestId, fingerprint);
      if (change.kind === 'gone') unsettled.delete(change.requestId);
      if (change.kind === 'settled' && change.delivered?.target !== 'artifact')
        unsettled.delete(change.requestId);
      heard(!result.refused.has(fingerprint));
    };
  }
  function act({ run: index, name, kind, isUnheard }: Act): void {
    const run = runs[index] ?? startRun(0, 1);
    run.repeat?.();
    run.repeat = undefined;
    const there = ledger.get(print(name));
    const claim = claimBy(run.self, name);
    const mayClaim = !run.held.has(name);
    const perform = (change: LedgerChange, heard: (isGranted: boolean) => void = () => undefined): void => {
      write(run, change, isUnheard ? () => undefined : heard)();
      if (isUnheard) run.repeat = write(run, change, heard);
    };
    const claimIt = (instead: { replaces?: Claimant; replacesJob?: string } = {}): void => {
      if (mayClaim)
        perform({ kind: 'claim', claim, ...instead }, (isGranted) => {
          if (isGranted) run.held.add(name);
        });
    };
    switch (kind) {
      case 'claim':
        claimIt();
        break;
      case 'consent':
        if (there?.state === 'unclear') claimIt({ replaces: there.claimant });
        if (there?.state === 'settled') claimIt({ replacesJob: there.requestId });
        if (there?.state === 'submitted' && there.goneAtMs !== undefined)
          claimIt({ replacesJob: there.requestId });
        break;
      case 'post':
        if (run.held.delete(name))
          perform({ kind: 'submitted', claim, requestId: `id ${(ids += 1)}`, submittedAtMs: NOW });
        break;
      case 'fail':
        if (run.held.delete(name)) perform({ kind: 'unclear', claim });
        break;
      case 'release':
        if (run.held.delete(name)) perform({ kind: 'released', fingerprint: print(name) });
        break;
      case 'settle':
      case 'stray':
      case 'end': {
        // Where the run delivers to another place, the job stays for those that it was meant for.
        const delivered = { target: kind === 'settle' ? TARGET : 'artifact', atMs: NOW };
        if (there?.state === 'submitted')
          perform({
            ...{ kind: 'settled', fingerprint: print(name), requestId: there.requestId },
            ...(kind !== 'end' && { delivered }),
          });
        break;
      }
      case 'lose':
        if (there?.state === 'submitted')
          perform({ kind: 'gone', fingerprint: print(name), requestId: there.requestId, atMs: NOW });
        break;
      case 'die':
        runs[index] = startRun(index, run.self.attempt + 1);
        break;
    }
    check();
  }
  function check(): void {
    for (const name of NAMES) {
      expect(holders(name)).toBeLessThanOrEqual(1);
      const entry = ledger.get(print(name));
      const jobs: readonly PaidJob[] = entry?.state === 'submitted' ? [entry, ...(entry.alsoPaid ?? [])] : [];
      const ids = jobs.map(({ requestId }) => requestId);
      expect(new Set(ids).size).toBe(ids.length);
      for (const [id, fingerprint] of unsettled) if (fingerprint === print(name)) expect(ids).toContain(id);
    }
  }
  return { act };
}

test('whatever runs do by turns, hear or do not hear: one at most holds an edit, and no request id is lost', () => {
  fc.assert(
    fc.property(acts, (all) => {
      const stage = createStage();
      for (const act of all) stage.act(act);
    }),
    { numRuns: 500 },
  );
});
