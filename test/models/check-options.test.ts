import { describe, expect, it } from 'vitest';

import type { Json } from '../../src/lock/types.ts';
import { checkOptions } from '../../src/models/check-options.ts';
import { readModel } from '../../src/models/read-model.ts';
import type { OptionFault } from '../../src/models/types.ts';

const SCHEMA = {
  type: 'object',
  required: ['prompt', 'image', 'ratio'],
  properties: {
    prompt: { type: 'string' },
    image: { type: 'string', format: 'image_uri' },
    mask: { type: 'string', format: 'image_uri' },
    ratio: { type: 'string', enum: ['1:1', '16:9'] },
    count: { type: 'integer', enum: [1, 2, 4] },
    seed: { type: 'integer', minimum: 0, maximum: 9 },
    weight: { type: 'float', exclusiveMinimum: 0, maximum: 1 },
    negative: { type: 'string', minLength: 2, maxLength: 3 },
    fast: { type: 'boolean' },
    tags: { type: 'array', items: { type: 'string', enum: ['a', 'b'] }, minItems: 1, maxItems: 2 },
    camera: { type: 'object', required: ['angle'], properties: { angle: { type: 'number' } } },
    free: { oneOf: [{ type: 'string' }, { type: 'number' }] },
  },
};

function faultsOf(
  options: Readonly<Record<string, Json>>,
  pictures: readonly string[] = [],
): readonly OptionFault[] {
  const model = readModel('a/b', SCHEMA);
  if (!model.ok) throw new Error(model.error);
  return checkOptions(model.value, options, new Set(pictures));
}

const RATIO = { ratio: '1:1' };

describe('options of a model', () => {
  it.each<Readonly<Record<string, Json>>>([
    {},
    { count: 4, seed: 0, weight: 1, negative: '🏖🏖🏖', fast: false },
    { tags: ['a', 'b'], camera: { angle: -1.5 }, free: { any: ['thing'] } },
  ])('are fine: %j', (options) => {
    expect(faultsOf({ ...RATIO, ...options }, ['mask'])).toEqual([]);
  });

  it.each<[Readonly<Record<string, Json>>, OptionFault['kind'], string]>([
    [{ cuont: 1 }, 'unknown-key', 'cuont'],
    [{ count: 3 }, 'choice', 'count'],
    [{ count: '4' }, 'type', 'count'],
    [{ count: 1.5 }, 'type', 'count'],
    [{ seed: 10 }, 'range', 'seed'],
    [{ seed: true }, 'type', 'seed'],
    [{ weight: 0 }, 'range', 'weight'],
    [{ negative: 'x' }, 'length', 'negative'],
    [{ negative: '🏖🏖🏖🏖' }, 'length', 'negative'],
    [{ negative: 12 }, 'type', 'negative'],
    [{ fast: 'true' }, 'type', 'fast'],
    [{ tags: [] }, 'length', 'tags'],
    [{ tags: ['a', 'c'] }, 'choice', 'tags.1'],
    [{ tags: 'a' }, 'type', 'tags'],
    [{ camera: {} }, 'missing', 'camera.angle'],
    [{ camera: { angle: 1, tilt: 2 } }, 'unknown-key', 'camera.tilt'],
    [{ free: null }, 'type', 'free'],
    // Directly under `options`, it is read before; inside of another value, it must be a URL.
    [{ mask: 'text' }, 'type', 'mask'],
  ])('are not: %j', (options, kind, path) => {
    const faults = faultsOf({ ...RATIO, ...options });
    expect(faults.map((fault) => [fault.kind, fault.path.join('.')])).toEqual([[kind, path]]);
  });

  it('miss what every request must have', () => {
    expect(faultsOf({})).toMatchObject([{ kind: 'missing', path: ['ratio'] }]);
  });
});
