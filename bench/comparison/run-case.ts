import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';

import type { CallEnd } from './call-client.ts';
import { startUnreliableService, type Trouble, type UnreliableService } from './unreliable-service.ts';
import type { Vendor } from './vendors.ts';

/** What a client did at a service with some trouble. */
export interface CaseRecord {
  /** Undefined if it was still at work when it was stopped. */
  readonly end: CallEnd | undefined;
  readonly seconds: number;
  /** Jobs that were made, and would be charged. */
  readonly jobs: number;
  /** From the first submit to the second one; undefined if there was none. */
  readonly secondsToNext: number | undefined;
  readonly cancels: number;
}

/** After so long it is said that a client is still waiting. */
export const PATIENCE_S = 45;

/** Lets a client make one picture. */
export async function runCase(vendor: Vendor, trouble: Trouble, clients: string): Promise<CaseRecord> {
  await using service = await startUnreliableService(vendor, trouble);
  const startedAtMs = Date.now();
  const end = await callOnce(vendor, service, clients, async () => {
    await sleep(PATIENCE_S * 1000, undefined, { ref: false });
  });
  return describe(service, end, startedAtMs);
}

/** Lets a client make one picture, kills it as soon as its job is made and it looks at it, and starts it again. */
export async function runKilled(vendor: Vendor, clients: string): Promise<CaseRecord> {
  await using service = await startUnreliableService(vendor, vendor.waits ? 'none' : 'silence');
  const startedAtMs = Date.now();
  const look = async (): Promise<void> => {
    while (service.jobs.length === 0 || (vendor.waits && service.reads.length === 0)) await sleep(20);
  };
  await callOnce(vendor, service, clients, look);
  if (vendor.waits) {
    const end = await callOnce(vendor, service, clients, async () => {
      await sleep(PATIENCE_S * 1000, undefined, { ref: false });
    });
    return describe(service, end, startedAtMs);
  }
  await callOnce(vendor, service, clients, async () => {
    while (service.jobs.length < 2) await sleep(20);
  });
  return describe(service, undefined, startedAtMs);
}

function describe(service: UnreliableService, end: CallEnd | undefined, startedAtMs: number): CaseRecord {
  const [first = 0, second] = service.submits;
  return {
    end,
    seconds: (Date.now() - startedAtMs) / 1000,
    jobs: service.jobs.length,
    secondsToNext: second === undefined ? undefined : (second - first) / 1000,
    cancels: service.cancels.length,
  };
}

/** Calls the client in a process of its own; it is killed when `until` is over, and has no end then. */
async function callOnce(
  vendor: Vendor,
  service: UnreliableService,
  clients: string,
  until: () => Promise<void>,
): Promise<CallEnd | undefined> {
  const script = path.join(import.meta.dirname, 'call-client.ts');
  const child = spawn(process.execPath, [script, vendor.name, service.url, clients], {
    env: { PATH: process.env['PATH'] },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = once(child, 'close');
  const output = text(child.stdout);
  const isOver = await Promise.race([ended.then(() => true), until().then(() => false)]);
  if (!isOver) child.kill('SIGKILL');
  await ended;
  const line = (await output).trim().split('\n').at(-1) ?? '';
  if (line.startsWith('{')) return JSON.parse(line) as CallEnd;
  // An error that no caller can catch ends the process.
  return isOver ? { kind: 'error', detail: 'the process ended' } : undefined;
}
