/**
 * Adds pictures to the branch as the action does. Arguments: URL of the repository, folder of the pictures, number of the
 * first, how many, folder for the private repository. Prints the seconds it took and the commit as JSON.
 */
import path from 'node:path';

import { deliverBranch } from '../../src/deliver/branch/deliver-branch.ts';
import { openBranch } from '../../src/deliver/branch/open-branch.ts';
import { renderBranchPages } from '../../src/report/branch-page/render-branch-pages.ts';
import { createWorld } from '../../src/runner/world.ts';
import { plural } from '../../src/shared/format.ts';
import { lockedEdit } from './locked-edit.ts';
import { SILENT_LOG } from '../silent-log.ts';
import { pictureName } from './pictures.ts';

const [, , url = '', pictures = '', first = '', count = '', folder = ''] = process.argv;
const { clock, random, env } = createWorld();
const { signal } = new AbortController();
const log = SILENT_LOG;
const place = { branch: 'assets', directory: '' };

const startMs = performance.now();
const opened = await openBranch(
  { remote: { url, token: '' }, place, folder },
  { env, signal, clock, random, log },
);
if (!opened.ok) throw new Error(JSON.stringify(opened.error));
const openedMs = performance.now();
const set = Array.from({ length: Number(count) }, (_, index) => {
  const number = Number(first) + index;
  const absolutePath = path.join(pictures, pictureName(number));
  return { ...lockedEdit(number), sources: [{ kind: 'disk' as const, absolutePath }] };
});
const delivery = await deliverBranch(
  opened.value,
  {
    changes: { set, remove: [] },
    renderMessage: ({ edits }) => `Update ${plural(edits, 'edit')}`,
    renderPages: (lock) => renderBranchPages(lock, { title: 'acme/shop', directory: '' }),
  },
  { clock, random, log, signal },
);
if (delivery.kind !== 'committed') throw new Error(JSON.stringify(delivery));
const [seconds, openSeconds] = [performance.now(), openedMs].map((ms) => (ms - startMs) / 1000);
await opened.value.repository[Symbol.asyncDispose]();
process.stdout.write(JSON.stringify({ seconds, openSeconds, commit: delivery.commit }));
