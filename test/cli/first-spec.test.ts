import { expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';

import { renderFirstSpec } from '../../src/cli/first-spec.ts';
import { readSpec } from '../../src/spec/read-spec.ts';
import { textPorts } from '../spec/spec-stage.ts';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const shape = z.object({ edits: z.record(z.string(), z.object({ images: z.string() })) });

/** The picture of each edit. */
function editsOf(pictures: readonly string[]): Record<string, string> {
  const { edits } = shape.parse(parse(renderFirstSpec(pictures).text));
  return Object.fromEntries(Object.entries(edits).map(([id, { images }]) => [id, images]));
}

it('has an edit for each picture, named like it', () => {
  expect(
    editsOf(['shots/Mug 1.png', 'shots/mug-1.jpg', 'a.jpeg', 'größe.png', '日本.png', '-_x.png']),
  ).toEqual({
    'mug-1': 'shots/Mug 1.png',
    'mug-1-2': 'shots/mug-1.jpg',
    a: 'a.jpeg',
    'gro-e': 'größe.png',
    picture: '日本.png',
    x: '-_x.png',
  });
});

it.each(["it's.png", 'a: b.png', '# a.png', 'a #b.png', 'yes.png', '"q".png', '&a.png', '%a.png', ' a.png'])(
  'writes %j so that YAML reads the same name',
  (name) => {
    expect(Object.values(editsOf([name]))).toEqual([name]);
  },
);

it('leaves out names that would be read as globs or templates, and more than 20', () => {
  const odd = ['a*.png', 'b[1].png', 'c{x}.png', 'd?.png', 'e${{ x }}.png', '!f.png'];
  expect(renderFirstSpec([...odd, 'mug.png'])).toMatchObject({ edits: 1, left: odd });
  const many = Array.from({ length: 25 }, (_, index) => `p${index}.png`);
  expect(renderFirstSpec(many)).toMatchObject({ edits: 20, left: many.slice(20) });
});

it('is a valid spec', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'first-'));
  await writeFile(path.join(folder, 'edits.yml'), renderFirstSpec(['mug.png', 'my cup.png']).text);
  const spec = await readSpec('edits.yml', textPorts(folder));
  await rm(folder, { recursive: true, maxRetries: 5 });
  if (!spec.ok) throw new Error(JSON.stringify(spec.error));
  expect(spec.value.warnings).toEqual([]);
  expect(spec.value.spec.budget).toMatchObject({ maxEdits: 2 });
});
