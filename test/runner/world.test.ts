import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { createWorld } from '../../src/runner/world.ts';

let folder = '';
let printed = '';
const write = process.stdout.write.bind(process.stdout);

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'world-'));
  printed = '';
  process.stdout.write = (text: string | Uint8Array) => {
    printed += String(text);
    return true;
  };
});
afterEach(async () => {
  process.stdout.write = write;
  Reflect.deleteProperty(process.env, 'GITHUB_STEP_SUMMARY');
  await rm(folder, { recursive: true, maxRetries: 5 });
});

describe('the log', () => {
  it.each([
    ['a plain line', 'a plain line\n'],
    ['::set-output name=a::b', ': :set-output name=a::b\n'],
    ['  ::error::no', '  : :error::no\n'],
    ['fine\n::add-mask::x', 'fine\n: :add-mask::x\n'],
    ['fine\r::add-mask::x', 'fine\uFFFD::add-mask::x\n'],
    ['see ##[error]no', 'see ## [error]no\n'],
    ['\u001B[31mred', '\uFFFD[31mred\n'],
  ])('prints %j as no command', (text, expected) => {
    createWorld({}).log.info(text);
    expect(printed.replaceAll('\r\n', '\n')).toBe(expected);
  });

  it('folds a group and gives its result', async () => {
    const result = await createWorld({}).log.group('::Title', async () => await Promise.resolve(7));
    expect(result).toBe(7);
    expect(printed).toBe('::group::: :Title\n::endgroup::\n');
  });

  it("hides debug lines behind the runner's own command", () => {
    createWorld({}).log.debug('one\ntwo');
    expect(printed).toBe('::debug::one%0Atwo\n');
  });
});

describe('what the runner gets', () => {
  it('puts the position into the annotation and into its text', () => {
    const { actions } = createWorld({});
    const at = { file: 'edits.yml', line: 3, column: 5 };
    actions.annotate({ severity: 'error', message: 'No.', at });
    actions.annotate({ severity: 'warning', message: 'Hm.' });
    expect(printed).toBe('::error file=edits.yml,line=3,col=5::edits.yml:3:5: No.\n::warning::Hm.\n');
  });

  it('replaces the summary, and does without where there is none', async () => {
    const file = path.join(folder, 'summary.md');
    await writeFile(file, 'old');
    process.env['GITHUB_STEP_SUMMARY'] = file;
    await createWorld({}).actions.writeSummary('nowhere');
    expect(await readFile(file, 'utf8')).toBe('old');
    await createWorld(process.env).actions.writeSummary('# new');
    expect(await readFile(file, 'utf8')).toBe('# new');
  });
});

it('resolves names to all their addresses', async () => {
  expect(await createWorld({}).resolveHost('127.0.0.1')).toEqual(['127.0.0.1']);
});
