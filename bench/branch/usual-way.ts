import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';

import { type MeasuredRun, runMeasured } from './run-measured.ts';
import { BRANCH } from './import-branch.ts';

/** What a workflow's `run:` step would say. */
const SCRIPT = `
set -e
git clone --quiet --depth=1 --branch "$BRANCH" "$REMOTE" checkout
cp "$PICTURES"/* checkout/
cd checkout
git add --all
git -c user.name=A -c user.email=a@example.com commit --quiet --message 'Update the pictures'
git push --quiet origin HEAD
`;

/** Adds the pictures of a folder to the branch by clone, copy, add, commit and push, with git as it comes. */
export async function addTheUsualWay(
  remote: string,
  pictures: string,
  scratch: string,
): Promise<MeasuredRun> {
  const folder = path.join(scratch, 'usual');
  await mkdir(folder);
  try {
    return await runMeasured('sh', ['-c', SCRIPT], folder, {
      BRANCH,
      REMOTE: remote,
      PICTURES: pictures,
      GIT_CONFIG_NOSYSTEM: '1',
    });
  } finally {
    await rm(folder, { recursive: true });
  }
}
