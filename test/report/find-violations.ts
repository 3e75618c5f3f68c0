import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

/** What axe finds in a page, one line for each rule with the first element that breaks it. */
export async function findViolations(page: Page): Promise<readonly string[]> {
  await page.addScriptTag({ path: createRequire(import.meta.url).resolve('axe-core/axe.min.js') });
  return await page.evaluate<string[]>(`axe.run().then(({ violations }) =>
    violations.map(({ id, help, nodes }) => id + ': ' + help + ' ' + nodes[0].html.slice(0, 200) + ' ' + nodes[0].failureSummary))`);
}
