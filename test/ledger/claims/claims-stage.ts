import type { ClaimableEdit, DeliveredAnswer } from '../../../src/ledger/claims/types.ts';
import { createClaims, type Claims } from '../../../src/ledger/claims/create-claims.ts';
import { createLedgerStage, type LedgerStage } from '../ledger-stage.ts';
import { entriesOf, HOUR_MS, NOW, print, DESTINATION, US } from '../samples.ts';

/** An opened ledger, for claims of this step. */
export interface ClaimsStage extends LedgerStage {
  start(edits: readonly ClaimableEdit[], aheadOf?: number, overAtMs?: number): Claims<DeliveredAnswer>;
  /** How often the store was written. */
  writes(): number;
  /** Names that are claimed in the store. */
  there(): readonly string[];
}

export async function createClaimsStage(): Promise<ClaimsStage> {
  const stage = await createLedgerStage();
  await stage.ledger.open();
  const { ledger, clock, store } = stage;
  return {
    ...stage,
    start: (edits, aheadOf = 2, overAtMs = NOW + HOUR_MS) =>
      createClaims(edits, { ledger, step: US, clock, destination: DESTINATION, aheadOf, overAtMs }),
    writes: () => store.asked.filter((what) => what === 'write').length,
    there: () => entriesOf(store.ledger).map(({ edit }) => edit),
  };
}

export function editsOf(...names: readonly string[]): readonly ClaimableEdit[] {
  return names.map((name) => ({ id: name, kind: 'submit', fingerprint: print(name), over: [] }));
}

/** `e0`, `e1` and so on. */
export function numbered(count: number): readonly ClaimableEdit[] {
  return editsOf(...Array.from({ length: count }, (_, index) => `e${index}`));
}
