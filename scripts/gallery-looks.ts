/**
 * Takes the pictures of the gallery in `test/report/gallery/looks/`, with which its test compares: run it after a change of the
 * page's look, and look at each picture that changed.
 */
import path from 'node:path';
import { writeFile } from 'node:fs/promises';

import { actionFolder } from '../demo/action-metadata.ts';
import { LOOKS, takeLook } from '../test/report/gallery/looks.ts';
import { openBrowser } from '../test/support/browser.ts';

await using browser = await openBrowser();
for (const name of Object.keys(LOOKS)) {
  const picture = await takeLook(browser, name);
  await writeFile(path.join(actionFolder, 'test/report/gallery/looks', `${name}.jpg`), picture);
}
