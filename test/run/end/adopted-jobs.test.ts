import { expect, it } from 'vitest';

import type { Delivered } from '../../../src/run/deliver/deliver-run.ts';
import { decideLedgerChanges } from '../../../src/run/end/decide-ledger-changes.ts';
import { makeEdit } from '../../jobs/run-plan.ts';
import { accepted, DESTINATION, ledgerOf, NOW, THEM, US } from '../../ledger/samples.ts';
import { outcomeOf } from '../../support/outcome-of.ts';

const place = { branch: 'assets', directory: '' };
const rest = { artifact: { kind: 'none' }, hasBegun: true, paidDebts: [] } as const;

it.each<[Delivered['branch'], boolean]>([
  [{ kind: 'committed', ...place, commit: 'c0', changed: [], warnings: [], left: [] }, true],
  [{ kind: 'failed', ...place, message: 'No.', left: [] }, false],
])(
  'a job whose pictures were to be adopted is closed only once they are on the branch: %j',
  (branch, isClosed) => {
    const found = ledgerOf(accepted(THEM, 'req-1'));
    const [entry] = [...found.values()].flat();
    const edit = makeEdit('hero', { fingerprint: entry?.fingerprint ?? '' });
    const adopted = outcomeOf(edit, 'adopted', { job: { kind: 'delivered', requestId: 'req-1' } });
    const changes = decideLedgerChanges([adopted], {
      deliver: ['branch'],
      destination: DESTINATION,
      delivered: { ...rest, branch },
      thisStep: US,
      found,
      recorded: undefined,
      nowMs: NOW,
    });
    expect(changes.map(({ kind }) => kind)).toEqual(isClosed ? ['delivered'] : []);
  },
);
