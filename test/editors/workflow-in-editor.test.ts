import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { validate } from '@actions/languageservice';
import { describe, expect, test } from 'vitest';

import { readActionMetadata } from '../../demo/action-metadata.ts';
import { repository } from '../contract/source-tree.ts';
import { findShownWorkflows } from '../support/shown-workflows.ts';

const { name, description, outputs, ...action } = await readActionMetadata();
const inputs = Object.fromEntries(
  Object.entries(action.inputs).map(([key, input]) => [
    key,
    { description: input.description, required: input.required },
  ]),
);
const ours = { name, description, inputs, outputs };
const workflows = await findShownWorkflows();
const called = await readFile(path.join(repository, '.github/workflows/edits.yml'), 'utf8');

/** It would ask GitHub for the actions of others. */
const OFFLINE = /Unable to resolve action `(?:actions|github)\//;
let checks = 0;

/** What GitHub's editor extension says of a file; it knows this action, and the reusable workflow. */
async function check(file: string, text: string): Promise<readonly string[]> {
  const place = (): never => {
    throw new Error('not asked for when a file is checked');
  };
  const diagnostics = await validate(
    {
      // The service remembers a file by its address.
      uri: `file:///${(checks += 1)}/${file}`,
      languageId: 'yaml',
      version: 1,
      lineCount: text.split('\n').length,
      getText: () => text,
      positionAt: place,
      offsetAt: place,
      getLineRange: place,
      getEOLCharacters: place,
    },
    {
      actionsMetadataProvider: {
        fetchActionMetadata: async (asked) =>
          await Promise.resolve(asked.name === 'dreamina-edit-action' ? ours : undefined),
      },
      fileProvider: {
        getFileContent: async () => await Promise.resolve({ name: 'edits.yml', content: called }),
      },
    },
  );
  return diagnostics
    .map(
      ({ message, range }) =>
        `${range.start.line + 1}: ${typeof message === 'string' ? message : message.value}`,
    )
    .filter((line) => !OFFLINE.test(line));
}

describe('GitHub says nothing of', () => {
  test.each([...workflows])('%s', async (place, text) => {
    expect(await check(`.github/workflows/${path.basename(place)}.yml`, text)).toEqual([]);
  });

  test('action.yml', async () => {
    expect(await check('action.yml', await readFile(path.join(repository, 'action.yml'), 'utf8'))).toEqual(
      [],
    );
  });
});

test('a wrong workflow and a wrong action.yml are found', async () => {
  const workflow = `on: push
jobs:
  pictures:
    runs-on: ubuntu-latest
    steps:
      - uses: OWNER/dreamina-edit-action@v1
        with: { api-tokn: x }
      - if: \${{ stpes.pictures.outputs.changed }}
        run: ls
`;
  const found = (await check('.github/workflows/a.yml', workflow)).join('\n');
  expect(found).toContain('api-tokn');
  expect(found).toContain('stpes');
  const wrong = await check('action.yml', 'name: A\ndescription: B\nruns: { using: node24, mian: a.js }\n');
  expect(wrong.join('\n')).toContain('mian');
});
