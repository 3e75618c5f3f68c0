import { expect, it } from 'vitest';

import { createEmulator } from '../../emulator/emulator.ts';
import { modelsHere } from '../../src/cli/models-here.ts';
import type { Terminal } from '../../src/runner/terminal.ts';
import { createSimulatedClock } from '../support/clocks.ts';

/** Runs `models` against an emulator; what it printed and complained of. */
async function list(search: string, { isJson = false, token }: { isJson?: boolean; token?: string } = {}) {
  await using emulator = await createEmulator();
  const said = { printed: '', complained: '' };
  const terminal: Terminal = {
    args: [],
    env: { RUNCOMFY_TOKEN: token ?? emulator.token },
    directory: '/',
    temp: '/tmp',
    clock: createSimulatedClock(),
    random: () => 0.5,
    isColored: false,
    stop: new AbortController().signal,
    print: (text) => void (said.printed += text),
    complain: (text) => void (said.complained += text),
  };
  const code = await modelsHere(
    { kind: 'models', search, apiUrl: emulator.apiUrl, isJson, isPlain: true },
    terminal,
  );
  return { code, ...said, lines: said.printed.split('\n') };
}

it('lists every edit model, with references, sizes and base price', async () => {
  const { code, lines } = await list('');
  expect(code).toBe(0);
  expect(lines.at(-1)).toBe('7 edit models.');
  const at = lines.indexOf('google/nano-banana-2/edit');
  expect(lines.slice(at, at + 5)).toEqual([
    'google/nano-banana-2/edit',
    expect.stringMatching(/^ {2}.*: 1 to 20 images, from 0\.045 USD for each output$/),
    '  aspect_ratio: auto, 1:1, 4:3, 3:4, 3:2, 2:3, 16:9, 9:16, 21:9',
    '  resolution: 0.5K, 1K, 2K, 4K',
    '  also number_of_images, output_format, safety_tolerance, seed',
  ]);
});

it('shows of a single one how a spec uses it', async () => {
  const { lines } = await list('qwen/qwen-image-2.1/edit');
  expect(lines.slice(lines.indexOf('edits:'))).toEqual([
    'edits:',
    '  hero:',
    '    model: qwen/qwen-image-2.1/edit',
    '    prompt: Put the mug on a beach.',
    '    images: [shots/mug.png]',
    '    # options:',
    '    #   aspect_ratio: 1:1, 4:3, 3:4, 3:2, 2:3, 16:9, 9:16, 21:9',
    '    #   background: auto, opaque, transparent',
    '    #   guidance: a number from 1 to 20',
    '    #   mask_url: a file of the repository',
    '    #   resolution: 1K, 2K',
    '    #   seed: a whole number from 0 to 2147483647',
  ]);
});

it('prints JSON, and says what it lacks', async () => {
  const { printed } = await list('flux', { isJson: true });
  expect(JSON.parse(printed)).toMatchObject({
    version: 1,
    command: 'models',
    models: [{ id: 'blackforestlabs/flux-1-kontext/pro/edit', price: { baseUsd: 0.04, unit: 'output' } }],
  });
  const without = await list('', { token: '' });
  expect(without).toMatchObject({
    code: 2,
    printed: '',
    complained: expect.stringContaining('RUNCOMFY_TOKEN') as string,
  });
  const refused = await list('', { token: 'wrong' });
  expect(refused).toMatchObject({
    code: 1,
    printed: '',
    complained: expect.stringContaining('token') as string,
  });
});
