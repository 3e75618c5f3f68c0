import { expect, test } from 'vitest';

import { readActionMetadata } from '../../demo/action-metadata.ts';
import { readInputs, type InputSource } from '../../src/inputs/read-inputs.ts';

const metadata = await readActionMetadata();

function read(source: InputSource): ReturnType<typeof readInputs> {
  return readInputs(source, { name: 'push', origin: { kind: 'own' } });
}

test('every input of action.yml is read, and no other', () => {
  const names = new Set<string>();
  read({
    getInput: (name) => {
      names.add(name);
      return '';
    },
    setSecret: () => undefined,
  });
  expect([...names].toSorted()).toEqual(Object.keys(metadata.inputs).toSorted());
});

test('the defaults of action.yml are valid', () => {
  const inputs = read({
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
