import type { LedgerHandle } from '../write/create-ledger.ts';
import type { UpdateResult } from '../write/create-change-sender.ts';
import type { LedgerResult } from '../life/types.ts';

/** By fingerprint: what other runs delivered since the plan was made, as its reader names it. */
export type FindDelivered<Delivered> = () => Promise<LedgerResult<ReadonlyMap<string, Delivered>>>;

/** What other runs delivered since the plan was made, as far as the claims of this step must know. */
export interface Deliveries<Delivered> {
  readonly found: ReadonlyMap<string, Delivered>;
  /** Gives the result of a write once `found` has all that was delivered before it; a failure if that cannot be found out. */
  check(update: Promise<UpdateResult>): Promise<UpdateResult>;
}

/** Without `find`, nothing is ever found. */
export function createDeliveries<Delivered>(
  ledger: Pick<LedgerHandle, 'foreignWrites'>,
  find: FindDelivered<Delivered> | undefined,
): Deliveries<Delivered> {
  let found: ReadonlyMap<string, Delivered> = new Map();
  /** Foreign writes that `found` knows of: what was delivered is on the branch before its entry is gone. */
  let known = -1;

  async function lookAgain(): Promise<LedgerResult<unknown>> {
    const { foreignWrites } = ledger;
    if (known >= foreignWrites || find === undefined) return { ok: true, value: undefined };
    const delivered = await find();
    if (!delivered.ok) return delivered;
    found = new Map([...found, ...delivered.value]);
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
      // Others may have written meanwhile, or the first look may have failed.
      const after = await lookAgain();
      return after.ok ? result : after;
    },
  };
}
