import { outputUsd, type CostFacts, type Prices } from '../../plan/review/estimate-cost.ts';
import { createSeenCosts, type AskedEdit, type SeenCosts } from '../../plan/review/seen-costs.ts';
import { formatUsd } from '../../shared/format.ts';
import { MODEL } from '../../shared/model.ts';
import type { Result } from '../../shared/result.ts';
import type { Clause } from '../../shared/sentence.ts';

/** Why the cost of an edit cannot be counted with. */
export interface PriceFault {
  readonly why: Clause;
  /** The price is not known; otherwise it is not for an output. */
  readonly isAbsent: boolean;
}

/** What an edit costs, as far as it is known before it is sent. */
export interface ForeseenCost {
  readonly usd: number;
  /** It is what an earlier edit with the same options cost; otherwise it is the price, and the edit may cost more. */
  readonly isRecorded: boolean;
}

/** Says what an edit costs, by what is known before a run; the error says why it cannot be counted with. */
export type ForeseeCost = (edit: AskedEdit) => Result<ForeseenCost, PriceFault>;

/**
 * Foresees costs: the default model's by its price, for each edit that of one output, the least. Options of other models may
 * multiply their price, so the highest cost of an earlier edit with the same options counts if it is higher, or if there is
 * no price that could count.
 */
export function createForesight(
  { prices = new Map(), earlier }: CostFacts,
  seenCosts: Pick<SeenCosts, 'find'> = createSeenCosts(earlier),
): ForeseeCost {
  return (edit) => {
    const { model } = edit;
    const price = prices.get(model);
    const seenUsd = model === MODEL ? undefined : seenCosts.find(edit)?.highestUsd;
    const baseUsd = outputUsd(price);
    if (seenUsd !== undefined && seenUsd > (baseUsd ?? 0))
      return { ok: true, value: { usd: seenUsd, isRecorded: true } };
    if (baseUsd !== undefined) return { ok: true, value: { usd: baseUsd, isRecorded: false } };
    const of = model === MODEL ? 'the price' : `the price of ${model}`;
    const why = price === undefined ? `${of} is not known` : `${of} is for each ${price.unit}`;
    return { ok: false, error: { why, isAbsent: price === undefined } };
  };
}

/** The costs of several edits together. */
export interface ForeseenSum {
  /** Of those whose cost can be counted with. */
  readonly usd: number;
  /** Whether what earlier edits cost is in it. */
  readonly isRecorded: boolean;
  /** Why the cost of another one cannot be counted with. */
  readonly fault?: PriceFault;
}

/** What these edits cost together. */
export function sumForeseen(edits: readonly AskedEdit[], foresee: ForeseeCost): ForeseenSum {
  let sum: ForeseenSum = { usd: 0, isRecorded: false };
  for (const edit of edits) {
    const cost = foresee(edit);
    if (!cost.ok) sum = { fault: cost.error, ...sum };
    else sum = { ...sum, usd: sum.usd + cost.value.usd, isRecorded: sum.isRecorded || cost.value.isRecorded };
  }
  return sum;
}

/** A sum in a few words: `at least 0.09 USD`. */
export function describeForeseenSum({ usd, isRecorded, fault }: ForeseenSum): Clause {
  if (!isRecorded || fault !== undefined) return `at least ${formatUsd(usd)}`;
  return `about ${formatUsd(usd)}, by what earlier edits with the same options cost,`;
}

/** The highest price of an output, in USD; undefined if none is known. */
export function highestPrice(prices: Prices = new Map()): number | undefined {
  const known = [...prices.values()].flatMap((price) => outputUsd(price) ?? []);
  return known.length === 0 ? undefined : known.reduce((most, each) => Math.max(most, each));
}
