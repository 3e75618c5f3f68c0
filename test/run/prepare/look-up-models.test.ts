import { expect, it } from 'vitest';

import nanoBanana from '../../../emulator/models/nano-banana-2-edit.json' with { type: 'json' };
import type { LockFile } from '../../../src/lock/types.ts';
import { readModel } from '../../../src/models/read-model.ts';
import type { PublishedModel, ReadAnswer } from '../../../src/queue/types.ts';
import { createModelBook } from '../../../src/run/prepare/look-up-models.ts';

const ID = 'google/nano-banana-2/edit';
const PRICE = { baseUsd: 0.045, unit: 'output' };
const PUBLISHED: ReadAnswer<PublishedModel> = {
  ok: true,
  value: { inputSchema: nanoBanana.input_schema, price: PRICE },
};

function failure(code: 'wrong-model' | 'connection'): ReadAnswer<PublishedModel> {
  return { ok: false, error: { code, message: 'It did not answer.', stopsRun: false } };
}

/** The lock file of a branch that has an edit of the model. */
function lockOfModel(): Pick<LockFile, 'models'> {
  const model = readModel(ID, nanoBanana.input_schema);
  if (!model.ok) throw new Error(model.error);
  const { digest, schema } = model.value;
  return { models: { [ID]: { digest, schema } } };
}

async function lookUp(
  answer: ReadAnswer<PublishedModel> | undefined,
  locks: readonly Pick<LockFile, 'models'>[],
) {
  let asked = 0;
  const model = async () => {
    asked += 1;
    if (answer === undefined) throw new Error('there is no token');
    return await Promise.resolve(answer);
  };
  const book = createModelBook({
    connect: answer === undefined ? undefined : () => ({ model }),
    locks: async () => await Promise.resolve(locks),
    signal: new AbortController().signal,
  });
  const [first, second] = [await book.lookUp([ID]), await book.lookUp([ID])];
  expect(second.get(ID)).toBe(first.get(ID));
  return { answer: first.get(ID), asked, prices: book.prices };
}

it('asks the service once, and keeps its price', async () => {
  const { answer, asked, prices } = await lookUp(PUBLISHED, []);
  expect(answer).toMatchObject({ kind: 'known', model: { id: ID, references: { key: 'image_urls' } } });
  expect([asked, prices.get(ID)]).toEqual([1, PRICE]);
});

it('takes what the lock file last saw if the service is not asked, and says so if it fails', async () => {
  const offline = await lookUp(undefined, [{}, lockOfModel()]);
  expect(offline.answer).toMatchObject({ kind: 'known', model: { id: ID } });
  expect(offline.answer).not.toHaveProperty('note');
  const failed = await lookUp(failure('connection'), [lockOfModel()]);
  expect(failed.answer).toMatchObject({
    kind: 'known',
    note: expect.stringContaining('It did not answer.') as string,
  });
});

it('remembers a model that the service no longer has, for edits that are never sent', async () => {
  const { answer } = await lookUp(failure('wrong-model'), [lockOfModel()]);
  expect(answer).toMatchObject({ kind: 'refused', last: { id: ID } });
});

it.each([
  [
    undefined,
    'unknown',
    'there is no API token to ask the service with, and no edit on the branch was made with this model',
  ],
  [
    failure('connection'),
    'unknown',
    'the service did not give it (It did not answer), and no edit on the branch was made with this model',
  ],
  [failure('wrong-model'), 'refused', 'the service has no such model'],
  [
    { ok: true, value: { inputSchema: {} } } as const,
    'refused',
    'it is not a model that edits pictures: its published schema has no keys',
  ],
])('says why nothing is known: %j', async (given, kind, why) => {
  expect((await lookUp(given, [])).answer).toEqual({ kind, why });
});
