import type { ModelPrice } from '../../queue/types.ts';
import { MODEL } from '../../shared/model.ts';
import type { PlannedEdit } from '../types.ts';
import { createSeenCosts, type PricedEntry, type SeenCosts } from './seen-costs.ts';
import type { CostEstimate, CostPart } from './cost-types.ts';

/** The service's prices by model, as far as they are known. */
export type Prices = ReadonlyMap<string, ModelPrice>;

/** What is known about the cost of edits. */
export interface CostFacts {
  readonly prices?: Prices | undefined;
  /** Finished edits, whatever their model. */
  readonly earlier?: readonly PricedEntry[];
}

/** What is asked of an edit, as far as its cost is concerned. */
export type EstimatedEdit = Pick<
  PlannedEdit,
  'action' | 'forceSingle' | 'model' | 'lockedInput' | 'published'
>;

/** What an output costs at least by a price, in USD; undefined if it is not known, or is for another unit. */
export function outputUsd(price: ModelPrice | undefined): number | undefined {
  return price?.unit === 'output' ? price.baseUsd : undefined;
}

/**
 * What the submits among these edits cost. The default model is charged by output: by the service's price, without it by
 * what earlier edits cost for each output, and each edit counts as one output, the least that it can cost. Other models
 * have options that multiply their price: what earlier edits with the same options cost counts, and without any, the price
 * is the least. What is not known is never 0.
 */
export function estimateCost(
  edits: readonly EstimatedEdit[],
  { prices, earlier = [] }: CostFacts,
): CostEstimate {
  const submits = edits.filter(({ action }) => action.kind === 'submit');
  const count = submits.length;
  if (count === 0) return { kind: 'none' };
  const seenCosts = createSeenCosts(earlier);
  const parts: CostPart[] = [];
  for (const [model, own] of Map.groupBy(submits, (each) => each.model)) {
    const price = prices?.get(model);
    parts.push(
      ...(model === MODEL
        ? estimateDefault(
            own,
            price,
            earlier.filter((each) => each.model === MODEL),
          )
        : estimateOther(model, own, price, seenCosts)),
    );
  }
  const known = parts.reduce((sum, part) => sum + part.edits, 0);
  if (known === 0) return { kind: 'unknown', edits: count };
  return {
    kind: 'known',
    edits: count,
    usd: roundUsd(parts.reduce((sum, part) => sum + part.edits * part.eachUsd, 0)),
    isLeast: known < count || parts.some(({ isLeast }) => isLeast),
    parts,
  };
}

function estimateDefault(
  edits: readonly EstimatedEdit[],
  price: ModelPrice | undefined,
  earlier: readonly PricedEntry[],
): readonly CostPart[] {
  const mayReturnMore = edits.some(({ forceSingle }) => !forceSingle);
  const part = { model: MODEL, edits: edits.length };
  const priceUsd = outputUsd(price);
  if (priceUsd !== undefined)
    return [{ ...part, eachUsd: priceUsd, isLeast: mayReturnMore, basis: { kind: 'price' } }];
  const seen = earlier.flatMap(({ costUsd, files }) =>
    costUsd === undefined || costUsd <= 0 || files.length === 0 ? [] : [roundUsd(costUsd / files.length)],
  );
  if (seen.length === 0) return [];
  const least = seen.reduce((one, other) => Math.min(one, other));
  const isVaried = seen.some((each) => each !== least);
  const basis = { kind: 'recorded', earlierEdits: seen.length } as const;
  return [{ ...part, eachUsd: least, isLeast: mayReturnMore || isVaried, basis }];
}

function estimateOther(
  model: string,
  edits: readonly EstimatedEdit[],
  price: ModelPrice | undefined,
  seenCosts: SeenCosts,
): readonly CostPart[] {
  const baseUsd = outputUsd(price);
  const byCost = Map.groupBy(edits, (edit) => JSON.stringify(seenCosts.find(edit)));
  return [...byCost.values()].flatMap((own): readonly CostPart[] => {
    const [first] = own;
    const seen = first && seenCosts.find(first);
    const part = { model, edits: own.length };
    // The price is a lower bound, also if it rose since.
    if (seen !== undefined && seen.highestUsd >= (baseUsd ?? 0)) {
      const basis = { kind: 'recorded', earlierEdits: seen.edits } as const;
      return [{ ...part, eachUsd: seen.highestUsd, isLeast: false, basis }];
    }
    if (baseUsd === undefined) return [];
    return [{ ...part, eachUsd: baseUsd, isLeast: true, basis: { kind: 'price' } }];
  });
}

/** Prices have few decimals; any more come from binary fractions. */
function roundUsd(usd: number): number {
  return Math.round(usd * 1e6) / 1e6;
}
