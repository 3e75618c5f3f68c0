import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

import { createModelsStage } from '../support/models-stage.ts';

test('where no cost is known and money is limited, one edit goes first; then the highest cost is set aside for each', async () => {
  const spec = `version: 1
budget: { max-cost: 0.70 }
edits:
  pick:
    model: google/nano-banana-2/edit
    prompt: Pick \${{ matrix.n }}.
    images: a.png
    options: { resolution: 4K }
    matrix: { n: [1, 2, 3, 4, 5] }
`;
  await using stage = await createModelsStage(spec);
  const main = await stage.job.main();
  // The base price is 0.045 USD, and the resolution multiplies it.
  const cost = Number(main.outputs['cost-usd']);
  expect(cost, main.stdout).toBeLessThanOrEqual(0.7);
  const costs = stage.emulator.ledger.map(({ costUsd }) => costUsd);
  expect(costs[0]).toBeGreaterThan(0.045);
  const fit = Math.floor(0.7 / (costs[0] ?? 1) + 1e-9);
  expect(stage.emulator.ledger, main.stdout).toHaveLength(Math.min(5, fit));
  const results = await readFile(main.outputs['results-file'] ?? '', 'utf8');
  const [skipped] = /Over budget, not sent: [^"]*/.exec(results) ?? [];
  if (fit < 5) expect(skipped).toContain('it may cost');
});
