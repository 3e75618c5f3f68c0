import { appendFile } from 'node:fs/promises';

/** One edit made by two models. It is the demo's own: the example stays what a shop would begin with. */
const COMPARISON = `
  # The same edit by two models: in the gallery, group by model, or compare the two.
  picnic:
    description: The candle at a picnic, made by two models
    prompt: Put the candle on a picnic blanket at the beach, in warm evening light.
    images: [shots/candle.jpg, scenes/beach.jpg]
    model: \${{ matrix.model }}
    matrix:
      model: [bytedance/dreamina-4-0/edit, google/nano-banana-2/edit]
`;

/** Adds the comparison to a spec whose last key is `edits`. */
export async function addModelComparison(spec: string): Promise<void> {
  await appendFile(spec, COMPARISON);
}
