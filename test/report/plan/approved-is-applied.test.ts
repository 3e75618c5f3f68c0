import fc from 'fast-check';
import { expect, it } from 'vitest';

import { isUntouched } from '../../../src/plan/outputs.ts';
import type { InFlight } from '../../../src/plan/types.ts';
import { findDeviations } from '../../../src/report/plan/find-deviations.ts';
import {
  accepted,
  claimed,
  delivered,
  judgeAll,
  ledgerOf,
  maybeSent,
  NOW,
  THEM,
  US,
} from '../../ledger/samples.ts';
import { plan } from '../../plan/recorded-work.ts';
import { NO_BRANCH, runOnBranch } from '../../plan/run-on-branch.ts';
import { sampleHistories } from '../../plan/sample-history.ts';
import { DESTINATION, fileOf, nowOf } from './plan-and-now.ts';

const ENTRIES = {
  accepted: accepted(THEM, 'r'),
  claimed: claimed(THEM),
  ended: maybeSent(THEM),
  delivered: delivered(THEM, 'd'),
};

/** A ledger with one entry of that kind, or with none. */
function flightOf(kind: keyof typeof ENTRIES | undefined, fingerprint = ''): InFlight {
  const ledger = kind === undefined ? ledgerOf() : ledgerOf({ ...ENTRIES[kind], fingerprint });
  return {
    entries: judgeAll(ledger, { thisStep: US, nowMs: NOW, isRunOver: kind === 'ended' }),
    destination: DESTINATION,
    owed: new Set(),
    deliveredSince: new Set(),
    onUnknown: 'hold',
  };
}

it('whatever changes between plan and apply: what is sent was approved, or nothing is sent', () => {
  let applied = 0;
  fc.assert(
    fc.property(
      sampleHistories,
      fc.nat(4),
      fc.constantFrom(undefined, 'accepted', 'claimed', 'ended', 'delivered'),
      (history, chosen, flightKind) => {
        let tip = NO_BRANCH;
        const last = history.at(-1);
        if (last === undefined) return;
        for (const [index, { asked }] of history.slice(0, -1).entries())
          tip = runOnBranch(tip, { ...asked, run: `r${index}` }).tip;
        const { spec: edits, forced = [] } = last.asked;
        const options = { recorded: tip.recorded, forced: new Set(forced) };
        const then = plan(edits, options);
        const approved = fileOf(then, options);

        // The branch, the spec or the ledger goes on before the plan is applied.
        const other = history[chosen % history.length]?.asked.spec ?? [];
        const today = chosen === 0 ? edits : chosen === 1 ? [...other] : edits;
        const later = chosen === 2 ? runOnBranch(tip, { ...last.asked, run: 'z' }).tip : tip;
        const some = then.edits[chosen % then.edits.length];
        const found = {
          recorded: later.recorded,
          forced: options.forced,
          inFlight: flightOf(flightKind, some?.fingerprint),
        };
        const now = plan(today, found);
        if (findDeviations(approved, nowOf(now, found)).length > 0) return;
        applied += 1;
        const name = (id: string, print: string, output: string): string => `${id} ${print} ${output}`;
        const wanted = new Set(
          approved.edits.flatMap((each) =>
            each.action === 'submit' ? [name(each.id, each.fingerprint, each.output)] : [],
          ),
        );
        const sent = now.edits.filter(({ action }) => action.kind === 'submit');
        for (const each of sent) expect(wanted).toContain(name(each.id, each.fingerprint, each.output));
        // Nor are other pictures brought or moved than those that the plan has.
        const prints = new Map(approved.edits.map(({ id, fingerprint }) => [id, fingerprint]));
        const brought = now.edits.filter(
          (each) => !['skip', 'hold'].includes(each.action.kind) && !isUntouched(each),
        );
        for (const { id, fingerprint } of brought) expect(fingerprint).toBe(prints.get(id));
        // What was approved and is not sent is in someone's hands already.
        const rest = now.edits.filter(
          ({ id, action }) =>
            action.kind !== 'submit' && [...wanted].some((each) => each.startsWith(`${id} `)),
        );
        for (const { action } of rest)
          expect(['unchanged', 'collect', 'other-run', 'hold', 'share']).toContain(action.kind);
        expect(sent.length + rest.length).toBe(wanted.size);
      },
    ),
    { seed: 11, numRuns: 400 },
  );
  expect(applied).toBeGreaterThan(50);
});
