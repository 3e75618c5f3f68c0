import { describe, expect, it, test } from 'vitest';

import type { Recorded } from '../../src/lock/types.ts';
import type { ModelAnswer } from '../../src/models/types.ts';
import { fingerprint, lockInput } from '../../src/plan/fingerprint.ts';
import type { InspectedEdit } from '../../src/references/types.ts';
import { lockEntry } from '../lock/sample-lock.ts';
import { createReferencesStage, inspect } from '../references/references-stage.ts';
import { modelOf, readWithModels } from '../spec/read-with-models.ts';
import { actionsOf, plan, recorded } from './recorded-work.ts';

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

describe('a key of `defaults` that a schema gains or loses makes no picture again', () => {
  const spec = (more = '') =>
    `version: 1\nmodel: m/n\ndefaults: { options: { tone: red, size: 2${more} } }\nedits:\n  a: { prompt: x, images: https://a.example/1.png }\n  b: { prompt: x, images: https://a.example/1.png, model: m/o, frozen: true }\n`;
  const both = modelOf('m/n', { tone: text, size: number, seed: number });
  const less = modelOf('m/n', { size: number, seed: number });
  const readAll = async (answer: typeof both, text = spec()): Promise<readonly InspectedEdit[]> => {
    await using stage = await createReferencesStage();
    const { edits } = await readWithModels(text, { 'm/n': answer, 'm/o': both });
    return (await inspect(stage, edits)).edits.filter(({ id }) => id === 'a');
  };
  /** A branch with the edit made by this schema; `seen`: the one that its lock file has. */
  async function madeWith(answer: typeof both, seen = answer): Promise<Recorded> {
    const [made] = plan(await readAll(answer)).edits;
    if (made === undefined) throw new Error('there is an edit');
    const { fingerprint: print, lockedInput: input } = made;
    const entry = {
      ...lockEntry(['a']),
      model: 'm/n',
      fingerprint: print,
      input,
      modelSchema: answer.model.digest,
    };
    const { lock, paths } = recorded([['a', entry]]);
    const { digest, schema } = seen.model;
    return { lock: { ...lock, models: { 'm/n': { digest, schema } } }, paths };
  }

  it.each([
    ['gains', less, both, undefined],
    ['loses', both, less, undefined],
    ['gains, and the lock file has seen it', less, both, both],
    ['loses, and the lock file has seen it', both, less, less],
  ])('%s', async (_what, before, later, seen) => {
    const there = await madeWith(before, seen);
    expect(actionsOf(plan(await readAll(later), { recorded: there }))).toEqual({ a: 'keep a at a.jpg' });
    // It stays so in the next run.
    expect(actionsOf(plan(await readAll(before), { recorded: there }))).toEqual({ a: 'keep a at a.jpg' });
    expect(actionsOf(plan(await readAll(later), { recorded: there, forced: new Set(['a']) }))).toEqual({
      a: 'submit',
    });
  });

  it('but what the spec adds does', async () => {
    const there = await madeWith(less);
    expect(actionsOf(plan(await readAll(both, spec(', seed: 7')), { recorded: there }))).toEqual({
      a: 'submit',
    });
    expect(actionsOf(plan(await readAll(less, spec(', seed: 7')), { recorded: there }))).toEqual({
      a: 'submit',
    });
  });
});
