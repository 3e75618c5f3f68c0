import type { Plan } from '../../plan/types.ts';
import type { ModelPrice } from '../../queue/types.ts';
import { plural } from '../../shared/format.ts';

/**
 * What a plan will cost at least, as a sentence for the log. The service charges for each output, and an edit
 * that does not force a single one may return several, so for those the sum is a lower bound. What was paid for before, and
 * what another run is at, is not in the sum.
 */
export function describeEstimate({ edits }: Plan, price: ModelPrice): string {
  const submits = edits.filter(({ action }) => action.kind === 'submit');
  const open = submits.some(({ forceSingle }) => !forceSingle);
  const each = `$${String(price.baseUsd)} for each ${price.unit}`;
  if (price.unit !== 'output' || submits.length === 0) return `The service's price: ${each}.`;
  const sum = `$${(submits.length * price.baseUsd).toFixed(2)}`;
  const bound = open ? `at least ${sum}, more where an edit returns several pictures` : `about ${sum}`;
  return `The service's price: ${each}. ${plural(submits.length, 'edit')}: ${bound}.`;
}
