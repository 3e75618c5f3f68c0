import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Fault } from './fault.ts';
import type { EmulatorOptions } from './options.ts';

/** How the emulator is called. */
export const USAGE = `Usage: npm run emulator -- [options]

  --port N           port of the API; outputs on N+1, admin on N+2 (default: free ports)
  --token TEXT       API token that is accepted (default: emulator-token)
  --seed N           pictures, ids, service times and random faults follow it (default: 1)
  --capacity N       jobs that run at once (default: 4)
  --service-ms N|A-B how long a job runs (default: 400-1600)
  --price USD        for each output of the default model (default: 0.03)
  --balance USD      on the account (default: no end)
  --images N|seeded  pictures of a job without force_single (default: 1)
  --render KIND      collage (default) or flat
  --format KIND      jpeg (default) or png
  --host NAME=PLACE  serve a public host from a folder or an http://127.0.0.1 origin; repeatable
  --model FILE       a model from its published document (JSON); repeatable
  --fault JSON       something to go wrong, see emulator/README.md; repeatable
  --json             print the addresses as one line of JSON
  --help             print this
`;

/** A call of the program, understood. */
export interface Arguments {
  readonly options: EmulatorOptions;
  readonly faults: readonly Fault[];
  readonly json: boolean;
  readonly help: boolean;
}

/** Reads the command line; throws an Error that says what is wrong. */
export function parseArguments(argv: readonly string[]): Arguments {
  const text = { type: 'string' } as const;
  const many = { type: 'string', multiple: true } as const;
  const flag = { type: 'boolean', default: false } as const;
  const { values } = parseArgs({
    args: [...argv],
    options: {
      port: text,
      token: text,
      seed: text,
      capacity: text,
      'service-ms': text,
      price: text,
      balance: text,
      images: text,
      render: text,
      format: text,
      host: many,
      model: many,
      fault: many,
      json: flag,
      help: flag,
    },
  });
  const options: EmulatorOptions = {
    ...given(values.port, (value) => ({ port: number('port', value) })),
    ...given(values.token, (token) => ({ token })),
    ...given(values.seed, (value) => ({ seed: number('seed', value) })),
    ...given(values.capacity, (value) => ({ capacity: number('capacity', value) })),
    ...given(values['service-ms'], (value) => ({ serviceMs: range('service-ms', value) })),
    ...given(values.price, (value) => ({ priceUsd: number('price', value) })),
    ...given(values.balance, (value) => ({ balanceUsd: number('balance', value) })),
    ...given(values.images, (value) => ({
      imagesPerJob: value === 'seeded' ? value : number('images', value),
    })),
    ...given(values.render, (value) => ({ render: oneOf('render', value, ['collage', 'flat']) })),
    ...given(values.format, (value) => ({ format: oneOf('format', value, ['jpeg', 'png']) })),
    ...given(values.model, (files) => ({ models: files.map(readModel) })),
    hosts: Object.fromEntries((values.host ?? []).map(readHost)),
  };
  const faults = (values.fault ?? []).map((value) => JSON.parse(value) as Fault);
  return { options, faults, json: values.json, help: values.help };
}

function given<V, T>(value: V | undefined, read: (value: V) => T): T | undefined {
  return value === undefined ? undefined : read(value);
}

function number(name: string, text: string): number {
  if (!/^\d+(\.\d+)?$/.test(text)) throw new Error(`--${name} must be a number, it is ${text}`);
  return Number(text);
}

function range(name: string, text: string): number | [number, number] {
  const [from = '', to] = text.split('-');
  return to === undefined ? number(name, from) : [number(name, from), number(name, to)];
}

function oneOf<const T extends string>(name: string, text: string, words: readonly T[]): T {
  const word = words.find((candidate) => candidate === text);
  if (word === undefined) throw new Error(`--${name} must be ${words.join(' or ')}, it is ${text}`);
  return word;
}

function readModel(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as unknown;
  } catch (error) {
    throw new Error(`--model ${file} cannot be read`, { cause: error });
  }
}

function readHost(text: string): [string, string] {
  const at = text.indexOf('=');
  if (at < 1) throw new Error(`--host must look like cdn.example.com=folder, it is ${text}`);
  return [text.slice(0, at), text.slice(at + 1)];
}
