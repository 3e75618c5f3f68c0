import type { Prices } from '../../src/plan/review/estimate-cost.ts';
import type { ModelPrice } from '../../src/queue/types.ts';
import { MODEL } from '../../src/shared/model.ts';

/** What a run knows of prices if the service named this one for a model, or none. */
export function priced(price?: ModelPrice, model = MODEL): Prices {
  return new Map(price === undefined ? [] : [[model, price]]);
}
