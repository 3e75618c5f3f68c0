import { Ajv } from 'ajv';
import { readFile, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';

import { readActionMetadata } from '../../demo/action-metadata.ts';
import { readSpec } from '../../src/spec/read-spec.ts';
import { repository } from './source-tree.ts';
import { textPorts } from '../spec/spec-stage.ts';

const examples = path.join(repository, 'examples');
const workflows = path.join(examples, 'workflows');

const workflow = z.object({
  permissions: z.strictObject({}),
  jobs: z.record(
    z.string(),
    z.object({
      permissions: z.record(z.string(), z.string()),
      'timeout-minutes': z.number(),
      steps: z.array(
        z.object({ uses: z.string().optional(), with: z.record(z.string(), z.unknown()).default({}) }),
      ),
    }),
  ),
});

test('the example spec is right, has nothing to warn of, and shows what a spec can do', async () => {
  const spec = await readSpec('edits.yml', textPorts(examples));
  if (!spec.ok) throw new Error(JSON.stringify(spec.error));
  const { edits } = spec.value.spec;

  expect(spec.value.warnings).toEqual([]);
  expect(edits.length).toBeGreaterThanOrEqual(6);
  expect(edits.some(({ images }) => images.some(({ kind }) => kind === 'edit'))).toBe(true);
  expect(edits.some(({ matrix }) => Object.keys(matrix).length === 2)).toBe(true);
});

test('the example spec follows the schema for editors, and names it', async () => {
  const text = await readFile(path.join(examples, 'edits.yml'), 'utf8');
  const schema: unknown = JSON.parse(
    await readFile(path.join(repository, 'schema/edits.schema.json'), 'utf8'),
  );
  const ajv = new Ajv({ strict: false });
  ajv.validate(schema as object, parse(text));

  expect(ajv.errors ?? []).toEqual([]);
  expect(text.split('\n')[0]).toBe('# yaml-language-server: $schema=../schema/edits.schema.json');
});

test('the reference pictures are small', async () => {
  const pictures = (await readdir(examples, { recursive: true })).filter((file) => /\.(jpg|png)$/.test(file));
  expect(pictures.length).toBeGreaterThanOrEqual(4);
  for (const picture of pictures)
    expect((await stat(path.join(examples, picture))).size).toBeLessThan(150_000);
});

// One calls the reusable workflow, which test/contract/called-workflow.test.ts looks at.
test.each((await readdir(workflows)).filter((file) => file !== 'many-jobs.yml'))(
  '%s uses only what the action has, and grants nothing unexplained',
  async (file) => {
    const text = await readFile(path.join(workflows, file), 'utf8');
    const { jobs } = workflow.parse(parse(text));
    const { inputs, outputs } = await readActionMetadata();
    const uses = Object.values(jobs)
      .flatMap(({ steps }) => steps)
      .filter((step) => step.uses?.includes('dreamina-edit-action@'));

    expect(uses.length).toBeGreaterThan(0);
    for (const step of uses) {
      expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(step.with)));
      // A comment or a clean-up needs no secret, so it gets none.
      const isFree = ['comment', 'clean'].includes(String(step.with['mode']));
      expect(step.with['api-token']).toBe(isFree ? undefined : '${{ secrets.RUNCOMFY_TOKEN }}');
    }
    for (const [, name] of text.matchAll(/steps\.pictures\.outputs\.([\w-]+)/g))
      expect(outputs).toHaveProperty([name ?? '']);
    for (const grant of text.split('\n').filter((line) => /^\s+[\w-]+: (read|write)\b/.test(line)))
      expect(grant).toMatch(/ # \S/);
  },
);
