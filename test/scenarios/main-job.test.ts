import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';

import type { StepResult } from '../../demo/run-action.ts';
import { stableText } from '../support/stable-text.ts';
import { createStage, submitsOf, type Stage } from '../support/stage.ts';

const SPEC = `version: 1
vars: { brand: Acme }
defaults: { size: 1024x1024, force-single: true }
edits:
  cutout: { prompt: Cut the mug out., images: a.png, output: products/mug }
  hero:
    prompt: 'Put the mug on the \${{ matrix.scene }}; the sign reads “\${{ vars.brand }}”.'
    images: [{ edit: cutout }, a.png]
    matrix:
      scene: [beach, studio]
      include: [{ scene: lake }]
  banner: { prompt: Many of them., images: ['a.*'], size: 2560x1440, force-single: false }
  kept: { prompt: Never sent., images: a.png, frozen: true }
`;

/** What the artifact client prints about its work is its own business, and changes with its versions. */
const CLIENT =
  /^(Artifact (name is valid|.* successfully finalized)|Root directory input|Uploading artifact|Set concurrency|Beginning upload|Uploaded bytes|Finished uploading|SHA256 digest|Finalizing artifact)/;

/** The id that a line about an edit begins with. */
function idOf(line: string): string {
  return /^([\w@]+) {2}(?=submitted|succeeded|skipped)/.exec(line)?.[1] ?? '';
}

interface Results {
  readonly edits: readonly {
    readonly id: string;
    readonly state: string;
    readonly requestId: string | null;
    readonly files: readonly { readonly path: string; readonly sha256: string; readonly bytes: number }[];
  }[];
}

describe('the main job, from the spec to the artifact', () => {
  let stage: Stage;
  let main: StepResult;
  let results: Results;

  beforeAll(async () => {
    stage = await createStage(
      { 'edits.yml': SPEC },
      { service: { imagesPerJob: 3 }, inputs: { 'max-parallel': '1' } },
    );
    main = await stage.job.main();
    results = JSON.parse(await readFile(main.outputs['results-file'] ?? '', 'utf8')) as Results;
    return async () => {
      await stage[Symbol.asyncDispose]();
    };
  });

  /** Everything that differs from run to run gets a name of its own. */
  function stable(text: string): string {
    const ids = results.edits.flatMap(({ id, requestId }) =>
      requestId === null ? [] : [[requestId, `REQUEST-${id}`]],
    );
    return stableText(text, {
      ...(Object.fromEntries(ids) as Record<string, string>),
      [stage.job.temp]: 'TEMP',
    })
      .replaceAll(/\b[0-9a-f]{64}\b/g, 'SHA256')
      .replaceAll(/\d+(\.\d+)? [KM]iB/g, 'SIZE');
  }

  it('ends well, and the runner learns it', () => {
    expect(main.exitCode).toBe(0);
    expect(stable(JSON.stringify(main.outputs, null, 2))).toMatchSnapshot();
  });

  it('shows each change of each edit in the log', () => {
    const shown = main.log.lines.filter(
      ({ kind, text }) => kind !== 'debug' && !/ (queued|running)\b/.test(text) && !CLIENT.test(text),
    );
    const lines = shown.map(({ kind, text }) => (kind === 'plain' ? text : `[${kind}] ${text}`));
    // A picture is fetched while the next edit is sent: only the order of an edit's own lines is certain.
    const ofEdits = lines.filter((line) => idOf(line) !== '');
    const first = lines.findIndex((line) => idOf(line) !== '');
    const others = lines.filter((line) => idOf(line) === '');
    const inOrder = ofEdits.toSorted((a, b) => idOf(a).localeCompare(idOf(b)));
    expect(stable(others.toSpliced(first, 0, ...inOrder).join('\n'))).toMatchSnapshot();
  });

  it('shows itself in the job summary', () => {
    expect(stable(main.summary)).toMatchSnapshot();
  });

  it('submits each edit once, with the input as the contract wants it', () => {
    expect(stage.emulator.ledger).toHaveLength(5);
    const bodies = submitsOf(stage.emulator.requests).map(({ body }) => body);
    expect(stable(JSON.stringify(bodies, null, 2))).toMatchSnapshot();
  });

  it('asks for nothing about an edit that has ended', () => {
    const { requests } = stage.emulator;
    for (const { requestId } of results.edits) {
      if (requestId === null) continue;
      const own = requests.filter(({ path: where }) => where.includes(requestId));
      const lastRead = own.findLastIndex(({ path: where }) => where.includes('/result'));
      expect(own.slice(lastRead + 1).every(({ server }) => server === 'outputs')).toBe(true);
    }
  });

  it('uploads what the results file says, byte for byte, with the gallery', async () => {
    const files = await stage.unpack();
    const listed = results.edits.flatMap((edit) => edit.files);
    for (const { path: name, sha256, bytes } of listed) {
      const content = files.get(name) ?? Buffer.alloc(0);
      expect(content).toHaveLength(bytes);
      expect(createHash('sha256').update(content).digest('hex')).toBe(sha256);
      expect(content).toEqual(
        await readFile(path.join(path.dirname(main.outputs['results-file'] ?? ''), name)),
      );
    }
    expect([...files.keys()].filter((name) => !name.startsWith('references/')).toSorted()).toEqual(
      ['index.html', 'results.json', ...listed.map((file) => file.path)].toSorted(),
    );
    expect(files.get('index.html')?.toString()).toContain('banner-3.jpg');
  });

  it('gives the token to the API alone, and shows it nowhere', async () => {
    const { token, requests } = stage.emulator;
    const withToken = requests.filter(({ headers }) => JSON.stringify(headers).includes(token));
    expect(new Set(withToken.map(({ server }) => server))).toEqual(new Set(['api']));
    const unmasked = main.stdout.split('\n').filter((line) => !line.startsWith('::add-mask::'));
    expect(unmasked.join('\n')).not.toContain(token);
    expect(main.summary + JSON.stringify(main.outputs)).not.toContain(token);
    for (const [, content] of await stage.unpack()) expect(content.includes(token)).toBe(false);
    for (const entry of await readdir(stage.job.temp, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      expect((await readFile(path.join(entry.parentPath, entry.name))).includes(token)).toBe(false);
    }
  });
});
