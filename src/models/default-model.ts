import { MODEL } from '../shared/model.ts';
import { readModel } from './read-model.ts';
import type { ImageLimits, Model } from './types.ts';

const SCHEMA = {
  type: 'object',
  required: ['image_urls', 'prompt'],
  properties: {
    image_urls: {
      type: 'array',
      items: { type: 'string', format: 'image_uri' },
      validations: [
        { validation_rule: 'file_size_mb<=', validation_value: 15 },
        { validation_rule: 'width_pixels<=', validation_value: 4096 },
        { validation_rule: 'height_pixels<=', validation_value: 4096 },
        { validation_rule: 'width/height≥', validation_value: '0.33' },
        { validation_rule: 'width/height≤', validation_value: '3' },
      ],
      minItems: 1,
      maxItems: 10,
    },
    prompt: { type: 'string', maxLength: 800 },
    'width×height': {
      type: 'string',
      enum: [
        '1024x1024(1:1)',
        '2048x2048(1:1)',
        '2304x1728(4:3)',
        '2496x1664(3:2)',
        '2560x1440(16:9)',
        '3024x1296(21:9)',
        '4096x4096(1:1)',
        '4694x3520(4:3)',
        '4992x3328(3:2)',
        '5404x3040(16:9)',
        '6198x2656(21:9)',
      ],
    },
    scale: { type: 'float', minimum: 0, maximum: 1 },
    force_single: { type: 'boolean' },
  },
};

function createDefaultModel(): Model {
  const read = readModel(MODEL, SCHEMA);
  if (!read.ok) throw new Error(`The schema of ${MODEL} cannot be read: ${read.error}`);
  const { references } = read.value;
  // The page says "within [1/3, 3]"; its rule rounds the first number.
  const limits: ImageLimits = {
    ...references.limits,
    ratio: { ...references.limits.ratio, least: { value: 1 / 3, isOpen: false } },
  };
  return { ...read.value, references: { ...references, limits } };
}

/** The model that makes the edits if the spec names none. It is built in, so that it works without asking anyone. */
export const DEFAULT_MODEL: Model = createDefaultModel();
