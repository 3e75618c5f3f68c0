import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';
import { createEmulator } from '../../emulator/emulator.ts';
import { resolveOptions, type EmulatorOptions } from '../../emulator/options.ts';
import { parseArguments } from '../../emulator/parse-arguments.ts';
import { submitPrompt } from './client.ts';

const main = new URL('../../emulator/main.ts', import.meta.url).pathname;

describe('the command line', () => {
  it('gives every option', () => {
    const line = [
      '--port 8787 --token t --seed 7 --capacity 2 --service-ms 10-20 --price 0.5 --balance 9 --images seeded',
      '--render flat --format png --host a.example=./x --host b.example=http://127.0.0.1:1 --json',
      '--fault {"on":"submit","kind":"reset"}',
    ].join(' ');
    expect(parseArguments(line.split(' '))).toEqual({
      options: {
        port: 8787,
        token: 't',
        seed: 7,
        capacity: 2,
        serviceMs: [10, 20],
        priceUsd: 0.5,
        balanceUsd: 9,
        imagesPerJob: 'seeded',
        render: 'flat',
        format: 'png',
        hosts: { 'a.example': './x', 'b.example': 'http://127.0.0.1:1' },
      },
      faults: [{ on: 'submit', kind: 'reset' }],
      json: true,
      help: false,
    });
    expect(parseArguments(['--service-ms', '5']).options.serviceMs).toBe(5);
    expect(parseArguments(['--images', '2']).options.imagesPerJob).toBe(2);
    const model = new URL('../../emulator/models/wan-2.7-edit.json', import.meta.url).pathname;
    expect(parseArguments(['--model', model]).options.models).toMatchObject([
      { model_id: 'wan-ai/wan-2.7/edit' },
    ]);
  });

  it.each([
    [['--port', 'x'], '--port must be a number'],
    [['--render', 'oil'], '--render must be collage or flat'],
    [['--host', 'a.example'], '--host must look like'],
    [['--what'], "Unknown option '--what'"],
    [['--fault', '{'], 'JSON'],
    [['--model', 'nowhere.json'], '--model nowhere.json cannot be read'],
  ])('%j is refused', (argv, message) => {
    expect(() => parseArguments(argv)).toThrow(message);
  });

  it.each<[EmulatorOptions]>([
    [{ capacity: 0 }],
    [{ serviceMs: [5, 1] }],
    [{ priceUsd: -1 }],
    [{ imagesPerJob: 0 }],
  ])('options that make no sense are refused: %j', (options) => {
    expect(() => resolveOptions(options)).toThrow(RangeError);
  });
});

interface Addresses {
  readonly apiUrl: string;
  readonly adminUrl: string;
  readonly outputsHost: string;
  readonly token: string;
}

describe('the program', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'says where it is, answers, takes orders, and ends on %s',
    async (signal) => {
      const child = spawn(process.execPath, [main, '--json', '--render', 'flat', '--service-ms', '1'], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const exited = once(child, 'exit');
      const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
      const { apiUrl, adminUrl, outputsHost, token } = JSON.parse(line) as Addresses;
      expect(new Set([apiUrl, adminUrl, `http://${outputsHost}`]).size).toBe(3);

      const added = await fetch(`${adminUrl}/faults`, {
        method: 'POST',
        body: JSON.stringify([{ on: 'price', kind: 'status', status: 418 }]),
      });
      expect(added.status).toBe(201);
      const price = await fetch(`${apiUrl}/v1/models/bytedance/dreamina-4-0/edit`, {
        headers: { authorization: `Bearer ${token}` },
      });
      expect(price.status).toBe(418);
      const requests: unknown = await (await fetch(`${adminUrl}/requests`)).json();
      expect(requests).toMatchObject([{ server: 'api', method: 'GET', status: 418 }]);
      child.kill(signal);
      expect(await exited).toEqual([0, null]);
    },
  );

  it.each([
    [['--help'], 0],
    [['--fault', '{"on":"submit","kind":"x"}'], 1],
  ])('%j ends with %i', async (argv, code) => {
    const child = spawn(process.execPath, [main, ...argv], { stdio: 'ignore' });
    expect(await once(child, 'exit')).toEqual([code, null]);
  });
});

describe('the admin server', () => {
  it('shows the ledger and takes faults away', async () => {
    await using emulator = await createEmulator({ serviceMs: 1, render: 'flat' });
    await submitPrompt(emulator, 'A mug');
    const ask = async (
      method: string,
      path: string,
      body?: string,
    ): Promise<{ status: number; body: unknown }> => {
      const response = await fetch(`${emulator.adminUrl}${path}`, {
        method,
        ...(body === undefined ? {} : { body }),
      });
      return { status: response.status, body: await response.json() };
    };
    expect(await ask('GET', '/ledger')).toMatchObject({
      status: 200,
      body: [{ input: { prompt: 'A mug' } }],
    });
    const fault = { on: 'status', kind: 'reset' };
    expect(await ask('POST', '/faults', JSON.stringify(fault))).toEqual({ status: 201, body: [fault] });
    expect(await ask('GET', '/faults')).toEqual({ status: 200, body: [fault] });
    expect(await ask('DELETE', '/faults')).toEqual({ status: 200, body: [] });
    expect(await ask('POST', '/faults', '{"on":1}')).toMatchObject({ status: 400 });
    expect(await ask('POST', '/faults', '{')).toMatchObject({ status: 400 });
    expect(await ask('GET', '/secrets')).toMatchObject({ status: 404 });
  });
});

describe('closing', () => {
  it('ends running jobs at once', async () => {
    const emulator = await createEmulator({ serviceMs: 600_000, render: 'flat' });
    await submitPrompt(emulator, 'A mug');
    await emulator.close();
    await emulator.close();
    expect(emulator.ledger).toMatchObject([{ state: 'in_progress' }]);
  });

  it('is not needed where a port is taken', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as AddressInfo;
    await expect(createEmulator({ port })).rejects.toThrow('EADDRINUSE');
    taken.close();
  });
});
