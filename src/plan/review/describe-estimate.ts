import { formatUsd, plural } from '../../shared/format.ts';
import type { Clause } from '../../shared/sentence.ts';
import type { CostEstimate } from './types.ts';

/** An estimate in a few words: `about 0.09 USD`, `at least 0.09 USD`, `unknown cost`, `no cost`. */
export function describeSum(estimate: CostEstimate): Clause {
  switch (estimate.kind) {
    case 'none':
      return 'no cost';
    case 'unknown':
      return 'unknown cost';
    case 'known':
      return `${estimate.isLeast ? 'at least' : 'about'} ${formatUsd(estimate.usd)}`;
  }
}

/** What an estimate is based on, as a clause that follows the sum. */
function describeBasis(estimate: CostEstimate): Clause {
  switch (estimate.kind) {
    case 'none':
      return 'nothing is sent';
    case 'unknown':
      return 'the price is not known, and no earlier edit of this model has a recorded cost';
    case 'known': {
      const { basis } = estimate;
      return basis.kind === 'price'
        ? "by the service's price"
        : `from what ${plural(basis.earlierEdits, 'earlier edit')} cost`;
    }
  }
}

/** An estimate and what it is based on, behind the word "cost": `about 0.09 USD, from what 12 earlier edits cost`. */
export function describeEstimatedCost(estimate: CostEstimate): Clause {
  const basis = describeBasis(estimate);
  if (estimate.kind === 'known') return `${describeSum(estimate)}, ${basis}`;
  return `${estimate.kind === 'none' ? 'none' : 'unknown'}: ${basis}`;
}
