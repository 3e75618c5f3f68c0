import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';

import { cutDescription } from '../../../scripts/cut-github-api.ts';
import { answerSchema, description, findCall } from './description.ts';

const file = new URL('description.json', import.meta.url);

it('is complete: every schema that is named is there', async () => {
  const text = await readFile(file, 'utf8');
  const named = [...text.matchAll(/"\$ref": "#\/\$defs\/([^"]+)"/g)].map(([, name = '']) => name);
  expect(named.length).toBeGreaterThan(100);
  expect(named.filter((name) => !Object.hasOwn(description.$defs, name))).toEqual([]);
  expect(text).not.toContain('"nullable"');
  expect(text.length).toBeLessThan(200_000);
});

it('finds a call by its path, and decodes what the path holds', () => {
  const call = findCall('GET', '/repos/acme/storefront/git/ref/heads%2Fpr%2F7');
  expect(call?.operation.id).toBe('git/get-ref');
  expect(call?.params).toEqual({ owner: 'acme', repo: 'storefront', ref: 'heads/pr/7' });
  expect(findCall('PUT', '/repos/acme/storefront')).toBeUndefined();
  expect(call && answerSchema(call.operation, 418)).toEqual({ $ref: '#/$defs/basic-error' });
  expect(call && answerSchema(call.operation, 201)).toBeUndefined();
});

it('is cut from the whole: only what is used, without words for people, and null as a type', () => {
  const user = {
    type: 'object',
    description: 'A user',
    properties: { title: { type: 'string', nullable: true } },
  };
  const whole = {
    info: { version: '9' },
    paths: {
      '/user': {
        get: {
          operationId: 'users/get-authenticated',
          parameters: [{ $ref: '#/components/parameters/page' }],
          responses: {
            200: { content: { 'application/json': { schema: { $ref: '#/components/schemas/user' } } } },
            304: { $ref: '#/components/responses/same' },
          },
        },
      },
      '/emojis': { get: { operationId: 'emojis/get', responses: {} } },
    },
    components: {
      schemas: { user, other: user },
      responses: { same: { description: 'The same' } },
      parameters: { page: { name: 'page', in: 'query', schema: { type: 'integer', default: 1 } } },
    },
  };
  expect(cutDescription(whole, new Set(['users/get-authenticated']))).toEqual({
    version: '9',
    operations: [
      {
        ...{ id: 'users/get-authenticated', method: 'GET', path: '/user' },
        parameters: [{ name: 'page', in: 'query', required: false, schema: { type: 'integer' } }],
        answers: { 200: { $ref: '#/$defs/user' }, 304: null },
      },
    ],
    $defs: {
      user: {
        type: 'object',
        properties: { title: { anyOf: [{ type: 'null' }, { type: 'string' }] } },
      },
    },
  });
  expect(() => cutDescription(whole, new Set(['gone']))).toThrow('The description has no gone.');
});
