import { expect } from 'vitest';

import { hasAnswer, nameEntry } from '../../../src/ledger/life/change-entry.ts';
import type { Ledger } from '../../../src/ledger/life/types.ts';
import { print } from '../samples.ts';
import { NAMES, type Debt, type Name } from './life-acts.ts';

/** Holds a ledger against what was really sent: no edit is held twice, and no debt is forgotten. */
export function checkLedger(
  ledger: Ledger,
  runs: readonly { readonly held: ReadonlyMap<Name, unknown> }[],
  debts: readonly Debt[],
): void {
  for (const name of NAMES) {
    expect(runs.filter(({ held }) => held.has(name)).length, 'two hold one edit').toBeLessThanOrEqual(1);
    const entries = ledger.get(print(name)) ?? [];
    const names = entries.map(nameEntry);
    expect(new Set(names).size).toBe(names.length);
    for (const debt of debts.filter((each) => each.name === name)) {
      const entry = entries.find(
        (each) => (hasAnswer(each) ? each.requestId : each.id) === (debt.requestId ?? debt.id),
      );
      expect(entry, `forgotten: ${debt.state} ${debt.requestId ?? debt.id}`).toBeDefined();
      if (debt.state === 'done') expect(entry?.state).toBe('delivered');
      else if (debt.requestId !== undefined) expect(entry !== undefined && hasAnswer(entry)).toBe(true);
    }
  }
}
