import { describe, expect, test } from 'vitest';

import { commitByOther, readBranch } from '../../support/bare-repository.ts';
import { committed, createDeliveryStage, pictures } from './delivery-stage.ts';

describe('what others wrote', () => {
  test('stays, below the branch directory too, with its modes', async () => {
    await using stage = await createDeliveryStage();
    const theirs = { 'README.md': 'theirs', 'docs/pictures/theirs.png': 'theirs', 'src/a.js': 'a' };
    await commitByOther(stage.bare, theirs);
    const place = { branch: 'assets', directory: 'docs/pictures' };
    const hero = await stage.make('hero', { 'hero.png': 'hero' });

    const delivery = committed(await stage.deliver(await stage.open({ place }), { set: [hero] }));

    expect(delivery.changed).toEqual(
      ['README.md', 'edits.lock.json', 'hero.png'].map((name) => `docs/pictures/${name}`),
    );
    const files = Object.fromEntries(
      [...(await readBranch(stage.bare))].map(([path, bytes]) => [path, String(bytes)]),
    );
    expect(files).toMatchObject({
      ...theirs,
      'docs/pictures/hero.png': 'hero',
      'docs/pictures/README.md': '# hero\n',
    });
    expect((await stage.lock('docs/pictures/edits.lock.json')).pages).toEqual(['README.md']);
    const opened = await stage.open({ place });
    expect(opened.recorded.paths).toEqual(
      new Set(['README.md', 'edits.lock.json', 'hero.png', 'theirs.png']),
    );
  });

  test('is not overwritten when it came after the run began; the other edits land', async () => {
    await using stage = await createDeliveryStage();
    const opened = await stage.open();
    await commitByOther(stage.bare, { 'Hero.png': 'theirs', 'README.md': 'theirs' });
    const set = [
      await stage.make('hero', { 'hero.png': 'ours' }),
      await stage.make('mug', { 'mug.png': 'mug' }),
    ];

    const delivery = committed(await stage.deliver(opened, { set }));

    expect(delivery.left).toEqual([
      {
        id: 'hero',
        reason: '`Hero.png` is on the branch by now and was not made by this action',
        remedy: 'clear-path',
      },
    ]);
    expect(delivery.warnings).toEqual([
      "`README.md` was not made by this action, so the action's own file of that name was not written.",
    ]);
    expect(await pictures(stage)).toEqual({ 'Hero.png': 'theirs', 'mug.png': 'mug' });
    expect((await readBranch(stage.bare)).get('README.md')?.toString()).toBe('theirs');
    expect(await stage.lock()).toMatchObject({ pages: [] });

    const alone = await stage.deliver(opened, { set: set.slice(0, 1) });
    expect(alone).toMatchObject({
      kind: 'failed',
      message:
        'Nothing could be committed to branch `assets`: `hero`: `Hero.png` is on the branch by now and was not made by this action.',
    });
  });
});

test('paths with blanks, quotes, Unicode, leading dashes and what a shell or git would take for a pattern', async () => {
  await using stage = await createDeliveryStage();
  const paths = [
    "it's a hero.png",
    'über/größe 日本.png',
    '-rf.png',
    '--option/-x.png',
    'a  b/#1 100%.png',
    '[x]!.png',
  ];
  const made = paths.map(async (path, index) => await stage.make(`edit-${index}`, { [path]: path }));
  committed(await stage.deliver(await stage.open(), { set: await Promise.all(made) }));
  expect(await pictures(stage)).toEqual(Object.fromEntries(paths.map((path) => [path, path])));

  const remove = paths.map((_, index) => `edit-${index}`);
  committed(await stage.deliver(await stage.open(), { remove }));
  expect(await pictures(stage)).toEqual({});
});
