import { expect } from 'vitest';

import { applyChanges } from '../../../src/ledger/life/apply-changes.ts';
import { isOpen, nameEntry } from '../../../src/ledger/life/change-entry.ts';
import type { Claim, Ledger, LedgerChange, LedgerEntry, Step } from '../../../src/ledger/life/types.ts';
import { checkLedger } from './check-ledger.ts';
import { FREE, HOLDING, RUNS, type Act, type Debt, type Name } from './life-acts.ts';
import { claimBy, DESTINATION, idOf, NOW, print, stepOf } from '../samples.ts';

interface Run {
  readonly step: Step;
  claims: number;
  readonly held: Map<Name, { readonly claim: Claim; readonly over: readonly Debt[] }>;
  readonly planned: Map<Name, readonly string[]>;
  repeat: (() => void) | undefined;
}

/** Runs that work on one store by turns, as the action does, beside a book that knows what was really sent. */
export function createLifeStage() {
  let ledger: Ledger = new Map();
  const debts = new Set<Debt>();
  const runs = Array.from({ length: RUNS }, (_, index) => startRun(index, 1));
  /** What post steps are still to say, by run. */
  const late = new Map<number, LedgerChange[]>();
  let ids = 0;

  function startRun(index: number, attempt: number): Run {
    const step = stepOf(String(index), attempt, `step-${index}-${attempt}`);
    return { step, claims: 0, held: new Map(), planned: new Map(), repeat: undefined };
  }
  function entriesFor(name: Name): readonly LedgerEntry[] {
    return ledger.get(print(name)) ?? [];
  }
  function owed(name: Name): readonly Debt[] {
    return [...debts].filter((debt) => debt.name === name);
  }
  function write(change: LedgerChange): boolean {
    const result = applyChanges(ledger, [change]);
    expect(applyChanges(result.ledger, [change]).ledger).toBe(result.ledger);
    ledger = result.ledger;
    return !('claim' in change && result.refused.has(change.claim.fingerprint));
  }
  function perform(run: Run, isUnheard: boolean, change: LedgerChange, heard: () => void = () => undefined) {
    const attempt = (): void => {
      if (write(change)) heard();
    };
    if (!isUnheard) {
      attempt();
      return;
    }
    write(change);
    run.repeat = attempt;
  }
  function claimIt(run: Run, name: Name, isUnheard: boolean, over: readonly string[]): void {
    if (run.held.has(name)) return;
    run.claims += 1;
    const claim = { ...claimBy(run.step, name), id: idOf(run.step, run.claims) };
    perform(run, isUnheard, { kind: 'claim', claim, over }, () => {
      const there = owed(name);
      for (const { requestId, id } of there) {
        // The claim may have been granted before its answer is heard: what is beneath it can have changed since.
        const names = requestId === undefined ? [id] : [requestId, `lost ${requestId}`];
        expect(
          names.some((each) => over.includes(each)),
          'sent again without consent',
        ).toBe(true);
      }
      run.held.set(name, { claim, over: there });
    });
  }
  /** All that is there, unless someone may be working on it. */
  function readAll(name: Name): readonly string[] | undefined {
    const entries = entriesFor(name);
    const isBusy = entries.some(
      (entry) =>
        entry.state === 'accepted' ||
        (entry.state === 'claimed' && runs.some(({ step }) => step === entry.step)),
    );
    return isBusy ? undefined : entries.map(nameEntry);
  }
  function send(run: Run, name: Name): Debt | undefined {
    const held = run.held.get(name);
    if (held === undefined) return undefined;
    run.held.delete(name);
    const debt: Debt = { id: held.claim.id, name, state: 'maybe sent', over: held.over };
    debts.add(debt);
    return debt;
  }
  function accept(debt: Debt, claim: Claim): LedgerChange {
    debt.requestId = `id-${(ids += 1)}`;
    debt.state = 'open';
    return { kind: 'accepted', claim, requestId: debt.requestId, submittedAtMs: NOW };
  }
  /** The run ends; what it holds is not sent anymore, which its post step may say. */
  function die(index: number, run: Run, words: readonly LedgerChange[]): void {
    const released = [...run.held.values()].map(({ claim: { fingerprint, id } }): LedgerChange => ({
      kind: 'released',
      fingerprint,
      id,
    }));
    late.set(index, [...(late.get(index) ?? []), ...released, ...words]);
    runs[index] = startRun(index, run.step.attempt + 1);
  }
  function deliver(debt: Debt): void {
    const drop = ({ over }: Debt): void => {
      for (const beneath of over) {
        drop(beneath);
        if (beneath.state !== 'open') debts.delete(beneath);
      }
    };
    drop(debt);
    debt.state = 'done';
  }
  function act({ run: index, name, pick, isUnheard, which }: Act): void {
    const run = runs[index] ?? startRun(0, 1);
    run.repeat?.();
    run.repeat = undefined;
    const kinds = run.held.has(name) ? HOLDING : FREE;
    const kind = kinds[pick % kinds.length];
    const fingerprint = print(name);
    const claim = run.held.get(name)?.claim ?? claimBy(run.step, name);
    const jobs = owed(name).filter(({ state }) => state === 'open' || state === 'lost');
    const job = jobs[which % Math.max(1, jobs.length)];
    const isKnown = entriesFor(name).some((entry) => isOpen(entry) && entry.requestId === job?.requestId);
    switch (kind) {
      case 'plan':
        run.planned.set(name, readAll(name) ?? []);
        break;
      case 'claim':
        claimIt(run, name, isUnheard, []);
        break;
      case 'claim as planned':
        claimIt(run, name, isUnheard, run.planned.get(name) ?? []);
        break;
      case 'claim with consent':
        claimIt(run, name, isUnheard, readAll(name) ?? []);
        break;
      case 'accepted': {
        const debt = send(run, name);
        if (debt !== undefined) perform(run, isUnheard, accept(debt, claim));
        break;
      }
      case 'no answer':
        if (send(run, name) !== undefined) perform(run, isUnheard, { kind: 'maybe-sent', claim });
        break;
      case 'release':
        if (run.held.delete(name)) perform(run, isUnheard, { kind: 'released', fingerprint, id: claim.id });
        break;
      case 'deliver':
      case 'deliver to another destination':
      case 'end empty':
      case 'lose': {
        if (job?.requestId === undefined || !isKnown) break;
        const { requestId } = job;
        if (kind === 'deliver') deliver(job);
        if (kind === 'end empty') debts.delete(job);
        if (kind === 'lose') job.state = 'lost';
        const destination = kind === 'deliver' ? DESTINATION : 'artifact';
        if (kind === 'end empty') perform(run, isUnheard, { kind: 'ended-empty', fingerprint, requestId });
        else if (kind === 'lose')
          perform(run, isUnheard, { kind: 'lost', fingerprint, requestId, atMs: NOW });
        else perform(run, isUnheard, { kind: 'delivered', fingerprint, requestId, destination, atMs: NOW });
        break;
      }
      case 'die':
        die(index, run, []);
        break;
      case 'send and die':
      case 'send, hear and die': {
        const debt = send(run, name);
        if (debt === undefined) break;
        const word: LedgerChange =
          kind === 'send and die' ? { kind: 'maybe-sent', claim } : { ...accept({ ...debt }, claim) };
        die(index, run, [word]);
        break;
      }
      case 'rescue':
        for (const change of late.get(index) ?? []) {
          write(change);
          if (change.kind !== 'accepted') continue;
          for (const debt of debts)
            if (debt.id === change.claim.id && debt.requestId === undefined)
              Object.assign(debt, { requestId: change.requestId, state: 'open' });
        }
        late.delete(index);
        break;
      case undefined:
        throw new Error('there is nothing to do');
    }
    checkLedger(ledger, runs, [...debts]);
  }
  return { act };
}
