import type { Prices } from '../../plan/review/estimate-cost.ts';
import { MODEL } from '../../shared/model.ts';
import type { Result } from '../../shared/result.ts';
import type { Clause } from '../../shared/sentence.ts';

/** Why a price cannot be counted with. */
export interface PriceFault {
  readonly why: Clause;
  /** It is not known; otherwise it is not for an output. */
  readonly isAbsent: boolean;
}

/** What one output of each of these edits costs at least, in USD together; an error if the price of one cannot be counted with. */
export function sumPrices(
  edits: readonly { readonly model: string }[],
  prices: Prices,
): Result<number, PriceFault> {
  let sum = 0;
  for (const { model } of edits) {
    const price = prices.get(model);
    const of = model === MODEL ? 'the price' : `the price of ${model}`;
    if (price?.unit !== 'output') {
      const isAbsent = price === undefined;
      const why = isAbsent ? `${of} is not known` : `${of} is for each ${price.unit}`;
      return { ok: false, error: { why, isAbsent } };
    }
    sum += price.baseUsd;
  }
  return { ok: true, value: sum };
}

/** The highest price of an output, in USD; undefined if none is known. */
export function highestPrice(prices: Prices): number | undefined {
  const known = [...prices.values()].flatMap(({ unit, baseUsd }) => (unit === 'output' ? [baseUsd] : []));
  return known.length === 0 ? undefined : known.reduce((most, each) => Math.max(most, each));
}
