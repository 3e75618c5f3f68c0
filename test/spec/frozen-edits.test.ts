import { expect, test } from 'vitest';

import type { ModelAnswer } from '../../src/models/types.ts';
import { createReferencesStage, inspect } from '../references/references-stage.ts';
import { plainPng } from '../media/samples.ts';
import { modelOf, readWithModels } from './read-with-models.ts';

const image = { type: 'string', format: 'image_uri' };
const text = { type: 'string' };
const gone = { kind: 'refused', why: 'the service has no such model' } as const;
const edit = (frozen: boolean): string =>
  `version: 1\nedits:\n  a:\n    prompt: A long prompt.\n    images: a.png\n    model: m/n\n    options: { tone: red, mask_url: mask.png, n: "4" }\n${frozen ? '    frozen: true\n' : ''}`;

const BEFORE = modelOf('m/n', { tone: text, mask_url: image, n: text });

/** What may become of a model. */
const LATER: Readonly<Record<string, ModelAnswer>> = {
  withdrawn: gone,
  'withdrawn, and known by the lock file': { ...gone, last: BEFORE.model },
  'of unknown schema': { kind: 'unknown', why: 'the service did not give it' },
  'without the keys': modelOf('m/n', {}),
  'with other choices': modelOf('m/n', { tone: { ...text, enum: ['blue'] }, mask_url: image, n: text }),
  'with other types': modelOf('m/n', {
    tone: { type: 'integer' },
    mask_url: { type: 'array', items: image },
    n: image,
  }),
  'with more required keys': modelOf('m/n', { tone: text, mask_url: image, n: text, size: text }, 'size'),
  'with stricter limits': modelOf('m/n', {
    ...{ prompt: { ...text, maxLength: 3 }, tone: { ...text, minLength: 9 }, n: text },
    mask_url: { ...image, validations: [{ validation_rule: 'width_pixels<=', validation_value: 1 }] },
    image_url: { type: 'array', items: image, minItems: 2 },
  }),
  'with an unknown rule': modelOf('m/n', {
    ...{ tone: text, n: text },
    mask_url: { ...image, validations: [{ validation_rule: 'moons<=', validation_value: 1 }] },
  }),
};

test.each(Object.keys(LATER))(
  'a frozen edit is no problem, as it is not sent: its model is %s',
  async (name) => {
    const answer = LATER[name] ?? gone;
    await using stage = await createReferencesStage();
    await stage.write('a.png', await plainPng(64, 64));
    await stage.write('mask.png', await plainPng(64, 64));
    const before = await readWithModels(edit(true), { 'm/n': BEFORE });
    const later = await readWithModels(edit(true), { 'm/n': answer });
    expect(later.problems).toEqual([]);
    // Its pictures are found as before, so that what uses its output stays the same.
    expect(later.edits[0]).toMatchObject({
      images: before.edits[0]?.images,
      options: before.edits[0]?.options,
    });
    const inspected = await inspect(stage, later.edits);
    expect(inspected.problems).toEqual([]);
    expect(inspected.edits).toHaveLength(1);

    const thawed = await readWithModels(edit(false), { 'm/n': answer });
    const { problems } = await inspect(stage, thawed.edits);
    expect([...thawed.problems, ...problems].length).toBeGreaterThan(0);
  },
);
