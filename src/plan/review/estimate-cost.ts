import type { LockEntry } from '../../lock/types.ts';
import type { ModelPrice } from '../../queue/types.ts';
import type { PlannedEdit } from '../types.ts';
import type { CostEstimate } from './types.ts';

/** What is known about the cost of an edit. */
export interface CostFacts {
  /** The service's own; absent if it is not known. */
  readonly price?: ModelPrice | undefined;
  /** Finished edits of the same model. */
  readonly earlier?: Iterable<Pick<LockEntry, 'costUsd' | 'files'>>;
}

/**
 * What the submits among these edits cost, by the service's price for each output; without it, by what earlier edits
 * cost for each output. Each edit counts as one output, the least that it can cost. What is not known is never 0.
 */
export function estimateCost(
  edits: readonly Pick<PlannedEdit, 'action' | 'forceSingle'>[],
  { price, earlier = [] }: CostFacts,
): CostEstimate {
  const submits = edits.filter(({ action }) => action.kind === 'submit');
  const count = submits.length;
  if (count === 0) return { kind: 'none' };
  const mayReturnMore = submits.some(({ forceSingle }) => !forceSingle);
  if (price?.unit === 'output') return known(count, price.baseUsd, mayReturnMore, { kind: 'price' });
  const seen = [...earlier].flatMap(({ costUsd, files }) =>
    costUsd === undefined || files.length === 0 ? [] : [roundUsd(costUsd / files.length)],
  );
  if (seen.length === 0) return { kind: 'unknown', edits: count };
  const least = seen.reduce((one, other) => Math.min(one, other));
  const isVaried = seen.some((each) => each !== least);
  return known(count, least, mayReturnMore || isVaried, { kind: 'recorded', earlierEdits: seen.length });
}

type Known = Extract<CostEstimate, { readonly kind: 'known' }>;

function known(edits: number, eachUsd: number, isLeast: boolean, basis: Known['basis']): CostEstimate {
  return { kind: 'known', edits, usd: roundUsd(edits * eachUsd), isLeast, basis };
}

/** Prices have few decimals; any more come from binary fractions. */
function roundUsd(usd: number): number {
  return Math.round(usd * 1e6) / 1e6;
}
