import type { ClaimsDeps } from './create-claims.ts';
import type { UpdateResult } from '../write/parcel.ts';
import type { LedgerResult } from '../life/types.ts';

/** What other runs delivered since the plan was made, as far as the claims of this step must know. */
export interface Deliveries {
  /** Fingerprints. */
  readonly found: ReadonlySet<string>;
  /** Gives the result of a write once `found` has all that was delivered before it; a failure where that cannot be told. */
  check(update: Promise<UpdateResult>): Promise<UpdateResult>;
}

export function createDeliveries({
  ledger,
  findDelivered,
}: Pick<ClaimsDeps, 'ledger' | 'findDelivered'>): Deliveries {
  let found: ReadonlySet<string> = new Set();
  /** Foreign writes that `found` knows of: what was delivered is on the branch before its entry is gone. */
  let known = -1;

  async function lookAgain(): Promise<LedgerResult<unknown>> {
    const { foreignWrites } = ledger;
    if (known >= foreignWrites || findDelivered === undefined) return { ok: true, value: undefined };
    const delivered = await findDelivered();
    if (!delivered.ok) return delivered;
    found = new Set([...found, ...delivered.value]);
    known = Math.max(known, foreignWrites);
    return delivered;
  }
  return {
    get found() {
      return found;
    },
    check: async (update) => {
      const [result] = await Promise.all([update, lookAgain()]);
      if (!result.ok) return result;
      // Where others wrote meanwhile, or the first look failed.
      const after = await lookAgain();
      return after.ok ? result : after;
    },
  };
}
