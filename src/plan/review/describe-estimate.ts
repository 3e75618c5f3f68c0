import { formatUsd, plural } from '../../shared/format.ts';
import { listStatements } from '../../shared/list-some.ts';
import { MODEL } from '../../shared/model.ts';
import type { Clause } from '../../shared/sentence.ts';
import type { CostEstimate, CostPart } from './cost-types.ts';

/** More models than this are not named. */
const MAX_PARTS = 10;

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
      const { edits, parts } = estimate;
      const known = parts.reduce((sum, part) => sum + part.edits, 0);
      const rest = edits - known;
      const [only, ...others] = parts;
      const of =
        only !== undefined && others.length === 0
          ? describePart(only)
          : listStatements(parts.map(namePart), MAX_PARTS);
      return rest === 0 ? of : `${of}; the cost of ${plural(rest, 'edit')} is not known`;
    }
  }
}

function namePart(part: CostPart): Clause {
  return `${plural(part.edits, 'edit')} by ${part.model}: ${describePart(part)}`;
}

/** `0.12 USD for each, from 9 earlier edits`. */
function describePart({ model, eachUsd, basis }: CostPart): Clause {
  const each = `${formatUsd(eachUsd)} for each`;
  if (basis.kind === 'recorded') return `${each}, from ${plural(basis.earlierEdits, 'earlier edit')}`;
  return model === MODEL
    ? "by the service's price"
    : `${each} by the service's base price, which options may multiply`;
}

/** An estimate and what it is based on, behind the word "cost": `about 0.09 USD, 0.03 USD for each, from 12 earlier edits`. */
export function describeEstimatedCost(estimate: CostEstimate): Clause {
  const basis = describeBasis(estimate);
  if (estimate.kind === 'known') return `${describeSum(estimate)}, ${basis}`;
  return `${estimate.kind === 'none' ? 'none' : 'unknown'}: ${basis}`;
}
