import { afterAll, describe, expect, test } from 'vitest';

import { resolveReferenceForms } from '../../src/references/reference-forms.ts';
import type { InspectedFile, ReferenceMode, RepositoryFacts } from '../../src/references/types.ts';
import { plainPng } from '../media/samples.ts';
import {
  committedIn,
  createReferencesStage,
  edit,
  inspect,
  inspectedEdit,
  NEVER,
  place,
} from './references-stage.ts';

const MIB = 1024 * 1024;
const workspace = await createReferencesStage();
afterAll(async () => {
  await workspace[Symbol.asyncDispose]();
});
await workspace.write('pushed.png', await plainPng(10, 10));
const sha = workspace.commit();
await workspace.write('new.png', await plainPng(12, 10));

function facts(visibility: 'public' | 'private' = 'public'): RepositoryFacts {
  return {
    committed: committedIn(workspace.folder, sha),
    owner: 'acme',
    name: 'shop',
    sha,
    serverUrl: 'https://github.com/',
    visibility: () => Promise.resolve(visibility),
  };
}

async function decide(mode: ReferenceMode, repository = facts()) {
  const { edits } = await inspect(workspace, [
    edit('a', ['pushed.png', 'new.png', 'edit:b', 'https://x.example/y.png']),
  ]);
  const { forms, problems } = await resolveReferenceForms(edits, { mode, repository, signal: NEVER });
  return { forms: Object.fromEntries(forms), problems };
}

const url = { kind: 'url', url: `https://raw.githubusercontent.com/acme/shop/${sha}/pushed.png` };
const data = { kind: 'data' };

/** A file that no one reads: forms are decided by facts alone. */
function file(path: string, bytes: number, line: number): InspectedFile {
  const facts = { sha256: '', gitBlob: '', width: 1, height: 1, type: 'image/png' } as const;
  return { kind: 'file', path, absolutePath: `/nowhere/${path}`, bytes, at: place(line), ...facts };
}

describe('resolveReferenceForms', () => {
  test('auto: by URL where anyone can fetch it, else as data', async () => {
    expect(await decide('auto')).toEqual({ forms: { 'pushed.png': url, 'new.png': data }, problems: [] });
  });

  test('auto in a private repository: all as data', async () => {
    expect(await decide('auto', facts('private'))).toEqual({
      forms: { 'pushed.png': data, 'new.png': data },
      problems: [],
    });
  });

  test('data-uri: always as data, and no one is asked for anything', async () => {
    const visibility = () => Promise.reject(new Error('asked'));
    expect(await decide('data-uri', { ...facts(), visibility })).toEqual({
      forms: { 'pushed.png': data, 'new.png': data },
      problems: [],
    });
  });

  test('url: what cannot be published is an error that says why', async () => {
    const { problems } = await decide('url');
    expect(problems).toEqual([
      {
        severity: 'error',
        at: place(3),
        message: `\`new.png\` cannot be sent as a URL: it is not in commit ${sha.slice(0, 7)}. Push it to a public repository on github.com, use a public https URL, or set \`references: auto\`. (edit \`a\`)`,
      },
    ]);
  });

  test('no files, nothing to decide', async () => {
    const visibility = () => Promise.reject(new Error('asked'));
    const deps = { mode: 'url', repository: { ...facts(), visibility }, signal: NEVER } as const;
    const edits = [inspectedEdit('a', [{ kind: 'edit', id: 'b', at: place(2) }])];
    expect(await resolveReferenceForms(edits, deps)).toEqual({ forms: new Map(), problems: [] });
  });
});

describe('the limits of data', () => {
  async function check(files: readonly InspectedFile[], mode: ReferenceMode = 'data-uri') {
    const edits = ['hero@a', 'hero@b'].map((id) => inspectedEdit(id, files, 1));
    const { problems } = await resolveReferenceForms(edits, { mode, repository: facts(), signal: NEVER });
    return problems.map(({ at, message }) => `${at?.line} ${message}`);
  }

  test('6 MiB a picture', async () => {
    expect(await check([file('a.png', 6 * MIB, 2)])).toEqual([]);
    expect(await check([file('a.png', 6 * MIB + 1, 2)])).toEqual([
      '2 `a.png` has 6291457 bytes; a picture that is sent with the request may have at most 6291456 (6.0 MiB). Make it smaller, preferably as a JPEG, or use a public https URL. (edits `hero@a` and `hero@b`)',
    ]);
  });

  test('with the reason that it is not given by URL', async () => {
    const [message] = await check([file('a.png', 7 * MIB, 2)], 'auto');
    expect(message).toContain('has 7340032 bytes; ');
    expect(message).toContain(' It cannot be sent as a URL instead: it is not in a git checkout. Make');
  });

  test('64 MiB a request, as base64, reported at the edit', async () => {
    const files = (count: number) =>
      Array.from({ length: count }, (_, index) => file(`${index}.png`, 6 * MIB, index + 2));
    expect(await check(files(7))).toEqual([]);
    expect(await check(files(8))).toEqual([
      '1 With its pictures, the request would have 64.1 MiB; the limit is 64.0 MiB. Use fewer or smaller pictures, preferably as JPEG, or public https URLs. (edits `hero@a` and `hero@b`)',
    ]);
  });
});
