import { createBranchStage, type BranchStage } from './branch-stage.ts';
import { makePicture } from './stage.ts';

/** A spec of five models. */
export const FIVE_MODELS = `version: 1
defaults: { size: 1024x1024, force-single: true }
edits:
  ours: { prompt: The default model., images: a.png }
  wide:
    model: google/nano-banana-2/edit
    prompt: Wide, twice.
    images: [a.png, b.png]
    options: { aspect_ratio: "16:9", resolution: 1K, number_of_images: 2, output_format: webp, seed: 7 }
  one:
    model: blackforestlabs/flux-1-kontext/pro/edit
    prompt: One picture in, one out.
    images: b.png
  masked:
    model: qwen/qwen-image-2.1/edit
    prompt: Only where the mask is white.
    images: a.png
    options: { mask_url: masks/mug.png, background: transparent, guidance: 2.5 }
  upon:
    model: openai/gpt-image-2/edit
    prompt: Upon the default model's.
    images: [{ edit: ours }, b.png]
    options: { quality: "\${{ matrix.quality }}", output_format: jpeg }
    matrix: { quality: [low, high] }
`;

/** A stage with a git server, and with the pictures of such a spec. */
export async function createModelsStage(
  spec = FIVE_MODELS,
  inputs: Readonly<Record<string, string>> = {},
): Promise<BranchStage> {
  const files = {
    'edits.yml': spec,
    'b.png': await makePicture(90, 60),
    'small.png': await makePicture(20, 300),
    'masks/mug.png': await makePicture(60, 40),
  };
  return await createBranchStage(files, { inputs });
}
