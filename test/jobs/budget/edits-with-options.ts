import nanoBanana from '../../../emulator/models/nano-banana-2-edit.json' with { type: 'json' };
import { readModel } from '../../../src/models/read-model.ts';
import type { PlannedEdit } from '../../../src/plan/types.ts';
import type { PricedEntry } from '../../../src/plan/review/seen-costs.ts';
import { priced } from '../../support/prices.ts';
import { makeEdit } from '../run-plan.ts';

const MODEL = 'google/nano-banana-2/edit';
/** Its base price: 0.04 USD. */
export const PRICES = priced({ baseUsd: 0.04, unit: 'output' }, MODEL);

const read = readModel(MODEL, nanoBanana.input_schema);
if (!read.ok) throw new Error(read.error);
const PUBLISHED = read.value;

/** An edit of a model whose options multiply its price. */
export function edit(id: string, resolution = '4K', seed = 1): PlannedEdit {
  const options = { resolution, seed };
  const rest: { -readonly [Key in keyof PlannedEdit]: PlannedEdit[Key] } = makeEdit(id);
  delete rest.size;
  delete rest.scale;
  return {
    ...rest,
    model: MODEL,
    published: PUBLISHED,
    options,
    lockedInput: { images: ['a'], prompt: id, options },
  };
}

/** An earlier edit of that model, with a known cost or without. */
export function earlier(requestId: string, costUsd: number | undefined, resolution = '4K'): PricedEntry {
  const input = { images: ['b'], prompt: 'Earlier.', options: { resolution, seed: 9 } };
  return { model: MODEL, input, requestId, files: [], ...(costUsd !== undefined && { costUsd }) };
}
