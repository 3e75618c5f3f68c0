import fc from 'fast-check';
import { test } from 'vitest';

import { NAMES, RUNS, type Act } from './life-acts.ts';
import { createLifeStage } from './life-stage.ts';

const acts = fc.array(
  fc.record<Act>({
    run: fc.nat(RUNS - 1),
    name: fc.constantFrom(...NAMES),
    pick: fc.nat(1000),
    isUnheard: fc.boolean(),
    which: fc.nat(3),
  }),
  { minLength: 30, maxLength: 60 },
);

test('whatever runs do by turns, hear or do not hear: one at most holds an edit, no one sends it again without consent, and nothing that was sent is forgotten before it is delivered', () => {
  fc.assert(
    fc.property(acts, (all) => {
      const stage = createLifeStage();
      for (const act of all) stage.act(act);
    }),
    { numRuns: 300 },
  );
});
