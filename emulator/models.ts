import dreaminaSchema from './dreamina-4-0-edit.schema.json' with { type: 'json' };
import { MODEL_ID, parseModel, type Model } from './model.ts';
import flux from './models/flux-1-kontext-pro-edit.json' with { type: 'json' };
import gptImage from './models/gpt-image-2-edit.json' with { type: 'json' };
import nanoBanana from './models/nano-banana-2-edit.json' with { type: 'json' };
import qwenImage from './models/qwen-image-2.1-edit.json' with { type: 'json' };
import seedream from './models/seedream-5.0-pro-image-to-image.json' with { type: 'json' };
import wan from './models/wan-2.7-edit.json' with { type: 'json' };

/** The other models that come with the emulator, each of another shape. */
export const SHIPPED_DOCUMENTS = [flux, seedream, nanoBanana, gptImage, qwenImage, wan] as const;

/** The models by id. A document of `added` takes the place of one with the same id. */
export function createModels(priceUsd: number, added: readonly unknown[]): ReadonlyMap<string, Model> {
  shipped ??= SHIPPED_DOCUMENTS.map(parseModel);
  const models = [parseModel(dreaminaDocument(priceUsd)), ...shipped, ...added.map(parseModel)];
  return new Map(models.map((model) => [model.id, model]));
}

/** Read once: tests start hundreds of emulators. */
let shipped: readonly Model[] | undefined;

function dreaminaDocument(priceUsd: number): unknown {
  return {
    model_id: MODEL_ID,
    display_name: 'Dreamina 4.0 Edit',
    categories: ['image-to-image'],
    description: 'Edits pictures by a prompt.',
    base_price_usd: priceUsd,
    price_unit: 'output',
    pricing_note: `USD ${priceUsd} for each output image.`,
    model_url: `https://www.runcomfy.com/models/${MODEL_ID}`,
    input_schema: dreaminaSchema,
  };
}
