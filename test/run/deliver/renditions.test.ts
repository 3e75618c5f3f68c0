import { expect, test } from 'vitest';

import sharp from 'sharp';
import { readCarried } from '../../../src/media/mark/read-carried.ts';
import { createRunStage } from '../run-stage.ts';
import { FOUR, make, pathsOf, SOURCE, spec, WEB } from './rendition-runs.ts';

test('renditions come with the pictures, follow their settings at no cost, and are made once', async () => {
  await using stage = await createRunStage();
  const first = await make(stage, spec(WEB));
  expect([first.verdict, first.annotations, first.submits]).toEqual([{}, [], 1]);
  expect(first.names).toEqual([...FOUR, 'banners/hero.jpg', 'pictures.json']);
  expect(pathsOf(first.pictures)).toEqual(FOUR);
  for (const name of FOUR) {
    const bytes = first.files.get(name) ?? Buffer.alloc(0);
    const { width, height, icc, exif } = await sharp(bytes).metadata();
    expect([name, width, height, icc !== undefined, exif]).toEqual([
      name,
      name.includes('64w') ? 64 : 32,
      name.includes('64w') ? 36 : 18,
      true,
      undefined,
    ]);
    expect(readCarried(bytes, name.endsWith('jpg') ? 'image/jpeg' : 'image/webp')).toEqual({ mark: SOURCE });
  }
  const [web] = first.pictures?.edits['hero']?.pictures[0]?.renditions ?? [];
  expect(web?.html).toContain('alt="A &quot;mug&quot;"');
  expect(web?.html).toContain(
    '<source type="image/webp" srcset="banners/hero-32w.webp 32w, banners/hero-64w.webp 64w"',
  );
  expect(web?.placeholder).toMatch(/^data:image\/webp;base64,/);
  expect(web?.color).toMatch(/^#[0-9a-f]{6}$/);

  const again = await make(stage, spec(WEB));
  expect([again.commits, again.submits, again.written]).toEqual([0, 1, []]);

  const wider = await make(stage, spec(WEB.replace('[64, 32]', '[64, 32, 9999]')));
  expect([wider.commits, wider.submits]).toEqual([1, 1]);
  expect(wider.written.filter((name) => name.startsWith('banners/'))).toEqual([
    'banners/hero-2560w.jpg',
    'banners/hero-2560w.webp',
  ]);

  // The files that no one asks for stay, and are not listed, until they are pruned.
  const other = await make(stage, spec('renditions: { web: { width: 32, format: jpeg, quality: 50 } }'));
  expect([other.commits, other.submits]).toEqual([1, 1]);
  expect(other.written.filter((name) => name.startsWith('banners/'))).toEqual(['banners/hero-32w.jpg']);
  expect(other.names).toContain('banners/hero-64w.webp');
  expect(pathsOf(other.pictures)).toEqual(['banners/hero-32w.jpg']);
  const pruned = await make(stage, spec('renditions: { web: { width: 32, format: jpeg, quality: 50 } }'), {
    prune: true,
  });
  expect([pruned.names, pruned.submits]).toEqual([
    ['banners/hero-32w.jpg', 'banners/hero.jpg', 'pictures.json'],
    1,
  ]);
  expect(
    (
      await make(stage, spec('renditions: { web: { width: 32, format: jpeg, quality: 50 } }'), {
        prune: true,
      })
    ).commits,
  ).toBe(0);

  const without = await make(stage, spec(''), { prune: true });
  expect([without.names, without.submits, without.lock.renditions]).toEqual([
    ['banners/hero.jpg'],
    1,
    undefined,
  ]);
});

test('a rendition that is missing is made again; one of an edit that moved is copied; a new alternative text is recorded', async () => {
  await using stage = await createRunStage();
  const edits = 'hero: { prompt: A, images: a.png, output: x/hero }';
  const first = await make(stage, spec(WEB, edits));
  const renamed = await make(stage, spec(WEB, edits.replace('x/hero', 'y/hero').replace('hero:', 'main:')));
  expect([renamed.submits, renamed.commits]).toEqual([1, 1]);
  expect(renamed.files.get('y/hero-32w.webp')).toEqual(first.files.get('x/hero-32w.webp'));
  expect(renamed.lines).not.toContain(', made in ');
  expect(pathsOf(renamed.pictures, 'main')).toContain('y/hero-32w.webp');
  const described = await make(
    stage,
    spec(WEB, edits.replace('x/hero', 'y/hero, alt: New').replace('hero:', 'main:')),
  );
  expect([described.submits, described.pictures?.edits['main']?.alt]).toEqual([1, 'New']);
  expect(described.written.toSorted()).toEqual(['README.md', 'edits.lock.json', 'pictures.json']);
});

test('two edits with the same picture have renditions each; a new picture replaces those of the old one', async () => {
  await using stage = await createRunStage();
  const edits = (prompt: string): string =>
    `one: { prompt: A, images: a.png, size: 2048x2048 }\n  two: { prompt: ${prompt}, images: a.png, size: ${prompt === 'B' ? '2048x2048' : '2560x1440'} }`;
  const first = await make(stage, spec(WEB, edits('B')));
  expect(first.names.filter((name) => name.includes('w.'))).toHaveLength(8);
  const second = await make(stage, spec(WEB, edits('C')));
  expect(second.submits).toBe(3);
  expect(second.written.filter((name) => name.includes('w.')).toSorted()).toEqual([
    'two-32w.jpg',
    'two-32w.webp',
    'two-64w.jpg',
    'two-64w.webp',
  ]);
  expect((await make(stage, spec(WEB, edits('C')), { prune: true })).commits).toBe(0);
});
