/** The shapes in which an output can come, besides the seed's own. */
export const OUTPUT_SHAPES = [
  'text',
  'array',
  'objects',
  'image-object',
  'images-objects',
  'url',
  'image-url',
  'nulls',
  'unknown-key',
  'unknown-scheme',
  'none',
  'error',
] as const;

export type OutputShape = (typeof OUTPUT_SHAPES)[number];

/** The `output` (or the `error` in its place) of an answer in this shape. */
export function shapeOutput(output: unknown, shape: OutputShape): Readonly<Record<string, unknown>> {
  const urls = addressesOf(output);
  const [first = ''] = urls;
  switch (shape) {
    case 'text':
      return { output: first };
    case 'array':
      return { output: urls };
    case 'objects':
      return { output: urls.map((url) => ({ url })) };
    case 'image-object':
      return { output: { image: { url: first } } };
    case 'images-objects':
      return { output: { images: urls.map((url) => ({ url })) } };
    case 'url':
      return { output: { url: first, width: 1024 } };
    case 'image-url':
      return { output: { image_url: first, seed: 7 } };
    case 'nulls':
      return { output: { images: [null, ...urls, null] } };
    case 'unknown-key':
      return { output: { pictures: urls } };
    case 'unknown-scheme':
      return { output: { image: first.replace(/^https?/, 's3') } };
    case 'none':
      return {};
    case 'error':
      return { error: { code: 'GenerationFailed', message: 'The model gave up.' } };
  }
}

function addressesOf(output: unknown): readonly string[] {
  if (typeof output === 'string') return [output];
  if (typeof output !== 'object' || output === null) return [];
  return Object.values(output).flatMap(addressesOf);
}
