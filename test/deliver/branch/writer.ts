import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';

import { deliverBranch } from '../../../src/deliver/branch/deliver-branch.ts';
import { openBranch } from '../../../src/deliver/branch/open-branch.ts';
import type { BranchChange } from '../../../src/deliver/branch/types.ts';

/** What a writer gets as its only argument, in JSON. */
export interface WriterOrder {
  readonly url: string;
  readonly token: string;
  readonly folder: string;
  readonly set: readonly BranchChange[];
}

/** A run's delivery in a process of its own; prints it as JSON. Begins when its standard input. */
const order = JSON.parse(process.argv[2] ?? '') as WriterOrder;
const { signal } = new AbortController();
const lines: string[] = [];
const info = (line: string): void => {
  lines.push(line);
};
const deps = {
  env: { PATH: process.env['PATH'] },
  clock: {
    now: Date.now,
    monotonicMs: Date.now,
    sleep: async (ms: number) => {
      await sleep(ms);
    },
  },
  random: Math.random,
  log: { info, debug: info, group: async <T>(_title: string, body: () => Promise<T>) => await body() },
  signal,
};
const opened = await openBranch(
  {
    remote: { url: order.url, token: order.token },
    place: { branch: 'assets', directory: '' },
    folder: order.folder,
  },
  deps,
);
if (!opened.ok) throw new Error(JSON.stringify(opened.error));
await using repository = opened.value.repository;
process.stdout.write('opened\n');
await text(process.stdin);
const delivery = await deliverBranch(
  { ...opened.value, repository },
  {
    changes: { set: order.set, remove: [] },
    renderMessage: ({ edits }) => `${edits} edits`,
    renderPages: ({ edits }) => new Map([['README.md', [...edits.keys()].toSorted().join('\n')]]),
  },
  deps,
);
process.stdout.write(`${JSON.stringify({ delivery, lines })}\n`);
