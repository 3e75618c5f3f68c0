import { expect, test } from 'vitest';

import { readActionMetadata } from '../../demo/action-metadata.ts';
import { readInputs } from '../../src/inputs/read-inputs.ts';

const metadata = await readActionMetadata();

test('every input of action.yml is read, and no other', () => {
  const read = new Set<string>();
  readInputs({
    getInput: (name) => {
      read.add(name);
      return '';
    },
    setSecret: () => undefined,
  });
  expect([...read].toSorted()).toEqual(Object.keys(metadata.inputs).toSorted());
});

test('the defaults of action.yml are valid', () => {
  const inputs = readInputs({
    getInput: (name) => {
      if (name === 'api-token') return 'token';
      return (metadata.inputs[name]?.default ?? '').replaceAll(/\$\{\{.*?\}\}/g, '');
    },
    setSecret: () => undefined,
  });
  expect(inputs).toMatchObject({ ok: true });
});

test('names are kebab-case and every description is a sentence', () => {
  for (const [name, { description }] of Object.entries({ ...metadata.inputs, ...metadata.outputs })) {
    expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(description.trim()).toMatch(/[.`)]$/);
  }
});

test('the entries run on the Node of the runner', () => {
  expect(metadata.runs).toEqual({ using: 'node24', main: 'dist/main/index.js', post: 'dist/post/index.js' });
});
