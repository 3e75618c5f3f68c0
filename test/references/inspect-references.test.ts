import { symlink } from 'node:fs/promises';
import path from 'node:path';

import { afterAll, describe, expect, test } from 'vitest';

import { jpeg, plainPng } from '../media/samples.ts';
import { createReferencesStage, edit, inspect, place } from './references-stage.ts';

const workspace = await createReferencesStage();
afterAll(async () => {
  await workspace[Symbol.asyncDispose]();
});
const mug = await jpeg(40, 24);
await workspace.write('shots/mug.jpg', mug);
for (let index = 0; index < 12; index += 1) {
  await workspace.write(`many/${String(index).padStart(2, '0')}.png`, await plainPng(10 + index, 10));
}
await symlink('shots/mug.jpg', path.join(workspace.folder, 'alias.jpg'));
await symlink('/etc', path.join(workspace.folder, 'outside'));

async function messages(...edits: Parameters<typeof inspect>[1]) {
  const { problems } = await inspect(workspace, edits);
  return problems.map(({ severity, at, message }) => `${severity} ${at?.line}:${at?.column} ${message}`);
}

describe('images that are taken', () => {
  test('files, globs, URLs and outputs, in the order of the spec', async () => {
    const request = edit(
      'hero',
      ['shots/mug.jpg', 'many/0[0-2].png', 'https://cdn.example.com/a.jpg?sig=1', 'edit:cut'],
      3,
    );
    const { edits, problems } = await inspect(workspace, [request]);
    expect(problems).toEqual([]);
    expect(edits[0]).toMatchObject({ id: 'hero', prompt: 'p' });
    expect(edits[0]?.images.map((image) => (image.kind === 'file' ? image.path : image))).toEqual([
      'shots/mug.jpg',
      'many/00.png',
      'many/01.png',
      'many/02.png',
      { kind: 'url', url: 'https://cdn.example.com/a.jpg?sig=1', at: place(6) },
      { kind: 'edit', id: 'cut', at: place(7) },
    ]);
    expect(edits[0]?.images[1]).toMatchObject({ width: 10, height: 10, at: place(5), type: 'image/png' });
  });

  test('a symbolic link within the repository is the file that it leads to', async () => {
    const { edits } = await inspect(workspace, [edit('a', ['alias.jpg', 'shots/mug.jpg'])]);
    const [alias, target] = edits[0]?.images ?? [];
    expect(alias).toMatchObject({
      path: 'alias.jpg',
      absolutePath: path.join(workspace.folder, 'shots/mug.jpg'),
    });
    expect(target).toMatchObject({
      path: 'shots/mug.jpg',
      absolutePath: path.join(workspace.folder, 'shots/mug.jpg'),
    });
  });

  test('the same path in many edits, each with its own place', async () => {
    const { edits } = await inspect(
      workspace,
      Array.from({ length: 200 }, (_, index) => edit(`e${index}`, ['./shots/mug.jpg'], index * 10)),
    );
    expect(edits).toHaveLength(200);
    expect(edits[7]?.images[0]).toMatchObject({ path: 'shots/mug.jpg', at: place(71), bytes: mug.length });
  });

  test('each host is resolved once', async () => {
    const asked: string[] = [];
    const resolveHost = (host: string) => {
      asked.push(host);
      return Promise.resolve(['1.1.1.1']);
    };
    const urls = [
      'https://a.example.com/1.jpg',
      'https://A.example.com/2.jpg',
      'https://b.example.com/3.jpg',
    ];
    await inspect(workspace, [edit('a', urls), edit('b', urls)], { resolveHost });
    expect(asked.toSorted()).toEqual(['a.example.com', 'b.example.com']);
  });
});

describe('images that are refused', () => {
  test('all problems at once, each at its own place, and the edit is left out', async () => {
    await workspace.write(
      'shots/pointer.png',
      'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n',
    );
    const broken = edit(
      'hero',
      ['shots/mugg.jpg', 'shots/*.gif', 'shots/pointer.png', 'shots', '../up.png', 'outside/hosts'],
      10,
    );
    const { edits, problems } = await inspect(workspace, [broken, edit('fine', ['shots/mug.jpg'], 30)]);
    expect(edits.map(({ id }) => id)).toEqual(['fine']);
    expect(problems.map(({ at, message }) => `${at?.line} ${message}`)).toEqual([
      '11 `shots/mugg.jpg` does not exist. Did you mean `shots/mug.jpg`? (edit `hero`)',
      '12 `shots/*.gif` matches no file. `shots` contains `mug.jpg`, `pointer.png`. (edit `hero`)',
      '13 `shots/pointer.png` is a Git LFS pointer, not the picture itself. Set `lfs: true` in the actions/checkout step. (edit `hero`)',
      '14 `shots` is a folder. Name a picture in it, or use a glob such as `folder/*.png`. (edit `hero`)',
      '15 `../up.png` leads out of the repository. (edit `hero`)',
      '16 `outside/hosts` is a symbolic link that leads out of the repository. (edit `hero`)',
    ]);
  });

  test.each([
    ['shots/mug.png', ' Did you mean `shots/mug.jpg`?'],
    ['Shots/Mug.jpg', ' Did you mean `shots/mug.jpg`?'],
    ['Shots/somewhere else.jpg', ' Did you mean the folder `shots`?'],
    ['shots/MUG.JPG', ' Did you mean `shots/mug.jpg`?'],
    ['shots/bottle.jpg', ''],
  ])('%s does not exist, and what may have been meant', async (name, hint) => {
    expect(await messages(edit('a', [name]))).toEqual([
      `error 2:7 \`${name}\` does not exist.${hint} (edit \`a\`)`,
    ]);
  });

  test('one problem for a place that a matrix used fifty times', async () => {
    const edits = Array.from({ length: 50 }, (_, index) => edit(`hero@${index}`, ['none.png'], 1));
    const found = await messages(...edits);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain('and 45 more)');
  });

  test('more than ten images after globs, reported at the glob, and nothing of it is read', async () => {
    await workspace.write('many/99.png', 'not a picture');
    expect(await messages(edit('a', ['shots/mug.jpg', 'many/*.png']))).toEqual([
      'error 3:7 This edit has 14 reference images; the model accepts 1 to 10. Remove some or narrow the glob. (edit `a`)',
    ]);
  });

  test('more than six are a warning, and taken', async () => {
    const { edits, problems } = await inspect(workspace, [edit('a', ['many/0[0-6].png'])]);
    expect(edits).toHaveLength(1);
    expect(problems).toMatchObject([
      { severity: 'warning', message: expect.stringContaining('This edit has 7') as string },
    ]);
  });
});

describe('hosts', () => {
  test.each([
    ['https://10.1.2.3/a.jpg', '`https://10.1.2.3/a.jpg` is not on the public internet, so'],
    ['https://[::1]:8443/a.jpg', '`https://[::1]:8443/a.jpg` is not on the public internet (::1), so'],
    [
      'https://intra.example.com/a.jpg?key=s3cret',
      '`https://intra.example.com/a.jpg?...` is not on the public internet (192.168.0.9), so',
    ],
  ])('%s is refused', async (url, message) => {
    const { edits, problems } = await inspect(workspace, [edit('a', [url])], {
      resolveHost: () => Promise.resolve(['192.168.0.9']),
    });
    expect(edits).toEqual([]);
    expect(problems).toMatchObject([
      { severity: 'error', message: expect.stringContaining(message) as string },
    ]);
  });

  test('one that does not resolve is a warning: the service resolves for itself', async () => {
    const { edits, problems } = await inspect(workspace, [edit('a', ['https://cdn.example.com/a.jpg'])], {
      resolveHost: () => Promise.reject(new Error('getaddrinfo ENOTFOUND cdn.example.com')),
    });
    expect(edits).toHaveLength(1);
    expect(problems).toMatchObject([
      { severity: 'warning', message: expect.stringContaining('(getaddrinfo ENOTFOUND') as string },
    ]);
  });
});

test('an ended run ends the inspection', async () => {
  const signal = AbortSignal.abort(new Error('cancelled'));
  await expect(inspect(workspace, [edit('a', ['shots/mug.jpg'])], { signal })).rejects.toThrow('cancelled');
});
