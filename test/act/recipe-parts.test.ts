import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';

import { actionFolder } from '../../demo/action-metadata.ts';
import { startCacheService } from '../../demo/cache-service/start-cache-service.ts';
import { readBranch } from '../support/bare-repository.ts';
import { listYamlBlocks } from '../support/yaml-blocks.ts';
import { createUsersStage } from './stage.ts';

// The parts that docs/recipes.md adds to the workflow of the quick start, each run as it is written.

const page = async (file: string): Promise<string> => await readFile(path.join(actionFolder, file), 'utf8');

/** The block of docs/recipes.md that holds a text. Throws if none does. */
async function recipeWith(part: string): Promise<string> {
  const found = listYamlBlocks(await page('docs/recipes.md')).find((block) => block.includes(part));
  if (found === undefined) throw new Error(`no recipe has ${part}`);
  return found;
}

interface Changes {
  /** In the place of the action's step. */
  readonly steps?: string;
  /** After the action's step, which gets the id `pictures`. */
  readonly after?: string;
  /** In the place of its concurrency. */
  readonly concurrency?: string;
}

/** The workflow of the quick start with a recipe in it. */
async function quickStart({ steps, after = '', concurrency }: Changes): Promise<string> {
  const [, workflow = ''] = listYamlBlocks(await page('README.md'));
  const step = workflow.slice(workflow.indexOf('      - uses: OWNER/'));
  const line = /^concurrency: .*\n/m.exec(workflow)?.[0] ?? '';
  expect(step).toMatch(/^ {6}- uses/);
  expect(line).not.toBe('');
  const indent = (text: string): string => text.replaceAll(/^(?=.)/gm, '      ');
  const own = step.replace('- uses', '- id: pictures\n        uses');
  return workflow
    .replace(step, steps === undefined ? own : indent(steps))
    .replace(line, concurrency ?? line)
    .concat(indent(after));
}

const spec = (prompt: string): string =>
  `version: 1\nedits:\n  hero: { prompt: ${prompt}, images: shots/mug.png, size: 1024x1024, force-single: true }\n`;

/** What `ls` prints of the branch. */
const LISTED = /^README\.md\s+edits\.lock\.json\s+hero\.jpg$/m;

const WORKFLOW = '.github/workflows/pictures.yml';

test('the recipe for what comes after: the pictures are there in the same job, only if some changed', async () => {
  await using users = await createUsersStage({
    'edits.yml': spec('On the beach.'),
    [WORKFLOW]: await quickStart({ after: await recipeWith('run: ls assets') }),
  });
  const first = await users.run('pictures.yml', 'push');
  expect(first.exitCode, first.log).toBe(0);
  expect(first.log).toMatch(LISTED);
  const again = await users.run('pictures.yml', 'push');
  expect(again.exitCode, again.log).toBe(0);
  expect(again.outputs).toMatchObject({ outcome: 'unchanged', changed: '' });
  expect(again.log).not.toMatch(LISTED);
});

test('the recipe for a site generator: the branch is in the folder of its files', async () => {
  const generator = `${await recipeWith('path: static/pictures')}- run: ls static/pictures\n`;
  await using users = await createUsersStage({
    'edits.yml': spec('On the beach.'),
    [WORKFLOW]: await quickStart({}),
    '.github/workflows/site.yml': await quickStart({ steps: generator }),
  });
  const made = await users.run('pictures.yml', 'push');
  expect(made.exitCode, made.log).toBe(0);
  const built = await users.run('site.yml', 'push');
  expect(built.exitCode, built.log).toBe(0);
  expect(built.log).toMatch(LISTED);
});

test('the recipe for a token that may only read: killed, and the next run collects by the cache', async () => {
  const step = await recipeWith('ledger: cache');
  await using users = await createUsersStage({
    'edits.yml': spec('On the beach.'),
    [WORKFLOW]: await quickStart({ steps: step }),
  });
  const { stage, run } = users;
  stage.git.readOnly = true;
  await using cache = await startCacheService(stage.artifacts);
  const env = { ...cache.env() };
  stage.emulator.faults.add({ on: 'job', kind: 'lasts', ms: 5000 });
  const running = run('pictures.yml', 'push', { env });
  await users.untilSent(1);
  await users.killMain();
  const killed = await running;
  expect(killed.exitCode, killed.log).toBe(1);
  const next = await run('pictures.yml', 'push', { env });
  expect(next.exitCode, next.log).toBe(0);
  expect(next.outputs).toMatchObject({ outcome: 'success', succeeded: '1' });
  expect(stage.emulator.ledger).toHaveLength(1);
});

test('the recipe that starts again with each push: what the cancelled run paid for is collected', async () => {
  const concurrency = await recipeWith('cancel-in-progress: true');
  await using users = await createUsersStage({
    'edits.yml': spec('On the beach.'),
    [WORKFLOW]: await quickStart({ concurrency }),
  });
  const { stage, run } = users;
  stage.emulator.faults.add({ on: 'job', kind: 'lasts', ms: 5000 });
  const running = run('pictures.yml', 'push');
  await users.untilSent(1);
  await users.cancelMain();
  const cancelled = await running;
  expect(cancelled.exitCode, cancelled.log).toBe(1);
  const newer = await run('pictures.yml', 'push');
  expect(newer.exitCode, newer.log).toBe(0);
  expect(newer.outputs).toMatchObject({ outcome: 'success', succeeded: '1' });
  expect(stage.emulator.ledger).toHaveLength(1);
});

test('the recipe for several specs: each has a folder of its own on one branch, and a bad one does not stop the other', async () => {
  const recipe = await recipeWith('shop/edits.yml');
  await using users = await createUsersStage({
    'shop/edits.yml': spec('In the shop.'),
    'docs/edits.yml': spec('In the docs.'),
    '.github/workflows/pictures.yml': await quickStart({ steps: recipe }),
  });
  const { stage, run, write } = users;
  const first = await run('pictures.yml', 'push');
  expect(first.exitCode, first.log).toBe(0);
  const files = [...(await readBranch(stage.repository)).keys()];
  expect(files).toEqual(expect.arrayContaining(['shop/hero.jpg', 'docs/hero.jpg']));

  await write('shop/edits.yml', 'edits: [');
  await write('docs/edits.yml', spec('In other docs.'));
  const second = await run('pictures.yml', 'push');
  expect(second.exitCode).toBe(1);
  expect(second.log).toMatch(/::error file=shop\/edits\.yml,line=1/);
  expect(second.outputs).toMatchObject({ outcome: 'success', succeeded: '1' });
  expect(stage.emulator.ledger).toHaveLength(3);
});
