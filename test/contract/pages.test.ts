import { access, glob, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

import { readActionMetadata } from '../../demo/action-metadata.ts';
import { read } from '../spec/spec-stage.ts';
import { listYamlBlocks } from '../support/yaml-blocks.ts';
import { repository } from './source-tree.ts';

const PAGES = ['*.md', 'docs/**/*.md', 'emulator/*.md', 'test/*.md'];
const files: string[] = [];
for await (const file of glob(PAGES, { cwd: repository })) files.push(file);
const pages = new Map(
  await Promise.all(
    files.map(async (file) => [file, await readFile(path.join(repository, file), 'utf8')] as const),
  ),
);
const { inputs } = await readActionMetadata();

/** The anchors of a page's headings, as GitHub makes them. */
function anchorsOf(page: string): readonly string[] {
  return [...page.matchAll(/^#{1,6} (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

test('every page is found', () => {
  expect(pages.size).toBeGreaterThan(30);
});

describe.each([...pages])('%s', (file, page) => {
  const links = [...page.matchAll(/\]\(<?([^)\s>]+)>?\)/g)].map(([, link = '']) => link);
  const local = [...new Set(links)].filter((link) => !/^[a-z]+:/.test(link));

  test('links to files and headings that are there', async () => {
    for (const link of local) {
      const [to = '', anchor] = link.split('#');
      const target = to === '' ? file : path.join(path.dirname(file), to);
      await access(path.join(repository, target));
      if (anchor === undefined) continue;
      expect(anchorsOf(pages.get(target) ?? ''), link).toContain(anchor);
    }
  });

  test('has YAML that can be read, inputs that the action has, and specs that are right', async () => {
    for (const block of listYamlBlocks(page)) {
      const value: unknown = parse(block);
      for (const name of findInputs(value)) expect(Object.keys(inputs), block).toContain(name);
      if (!isSpec(value)) continue;
      // No service is asked here about models that are not built in.
      const { problems } = await read(block);
      expect(
        problems.filter((problem) => !problem.includes('its schema is not known here')),
        block,
      ).toEqual([]);
    }
  });
});

/** The keys of `with` in each step that uses this action, and in one that stands by itself. */
function findInputs(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const { uses, with: given } = value as { readonly uses?: unknown; readonly with?: unknown };
  const isOurs = uses === undefined || (typeof uses === 'string' && uses.includes('dreamina-edit-action'));
  const own = isOurs && typeof given === 'object' && given !== null ? Object.keys(given) : [];
  return [...own, ...Object.values(value).flatMap(findInputs)];
}

function isSpec(value: unknown): value is object {
  return typeof value === 'object' && value !== null && 'version' in value && 'edits' in value;
}
