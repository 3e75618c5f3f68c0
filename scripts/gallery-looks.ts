/**
 * Takes the pictures of the galleries in `test/report/gallery/looks/` and `test/report/branch-page/looks/`, with which their tests
 * compare: run it after a change of the page's look, and look at each picture that changed.
 */
import path from 'node:path';
import { mkdir, writeFile } from 'node:fs/promises';

import { actionFolder } from '../demo/action-metadata.ts';
import * as onBranch from '../test/report/branch-page/looks.ts';
import * as ofRun from '../test/report/gallery/looks.ts';
import { openBrowser } from '../test/support/browser.ts';

await using browser = await openBrowser();
for (const [room, { LOOKS, takeLook }] of [
  ['gallery', ofRun],
  ['branch-page', onBranch],
] as const) {
  const folder = path.join(actionFolder, 'test/report', room, 'looks');
  await mkdir(folder, { recursive: true });
  for (const name of Object.keys(LOOKS))
    await writeFile(path.join(folder, `${name}.jpg`), await takeLook(browser, name));
}
