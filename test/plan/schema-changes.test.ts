import { expect, test } from 'vitest';

import type { ModelAnswer } from '../../src/models/types.ts';
import { fingerprint, lockInput } from '../../src/plan/fingerprint.ts';
import { createReferencesStage, inspect } from '../references/references-stage.ts';
import { modelOf, readWithModels } from '../spec/read-with-models.ts';

const image = { type: 'string', format: 'image_uri' };
const text = { type: 'string' };
const number = { type: 'number' };

const SPEC = `version: 1
model: m/n
defaults: { options: { tone: "\${{ vars.tone }}" } }
vars: { tone: 2 }
edits:
  a:
    prompt: x
    images: https://a.example/1.png
    options: { weight: "\${{ matrix.w }}", mask_url: https://a.example/m.png, fast: "\${{ matrix.f }}" }
    matrix: { w: [0.50, 7], f: [true] }
`;

async function fingerprintsWith(answer: ModelAnswer): Promise<readonly string[]> {
  await using stage = await createReferencesStage();
  const { edits, problems } = await readWithModels(SPEC, { 'm/n': answer });
  expect(problems.filter((each) => !each.includes('were not checked'))).toEqual([]);
  const inspected = await inspect(stage, edits);
  expect(inspected.problems).toEqual([]);
  return inspected.edits.map((edit) =>
    fingerprint(
      edit.model,
      lockInput(edit, () => ''),
    ),
  );
}

const BEFORE = modelOf('m/n', { weight: number, tone: number, mask_url: image, fast: { type: 'boolean' } });

test.each<[string, ModelAnswer]>([
  ['texts', modelOf('m/n', { weight: text, tone: text, mask_url: image, fast: text })],
  [
    'choices',
    modelOf('m/n', {
      weight: { ...number, enum: [0.5, 7] },
      tone: { ...text, enum: ['2'] },
      mask_url: image,
      fast: {},
    }),
  ],
  [
    'lists of pictures',
    modelOf('m/n', { weight: {}, tone: {}, mask_url: { type: 'array', items: image }, fast: {} }),
  ],
  [
    'stricter limits',
    modelOf('m/n', { weight: { ...number, minimum: 0.1 }, tone: number, mask_url: image, fast: text }),
  ],
  [
    'more keys',
    modelOf('m/n', {
      weight: number,
      tone: number,
      mask_url: image,
      fast: text,
      size: text,
      other_image: image,
    }),
  ],
  ['a schema that no one knows', { kind: 'unknown', why: 'there is no API token' }],
])('a schema that changed makes no picture again: it has %s now', async (_what, later) => {
  const before = await fingerprintsWith(BEFORE);
  expect(new Set(before).size).toBe(2);
  expect(await fingerprintsWith(later)).toEqual(before);
});
