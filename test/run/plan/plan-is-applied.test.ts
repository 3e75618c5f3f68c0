import fc from 'fast-check';
import { expect, it } from 'vitest';
import * as z from 'zod';

import type { ActionInputs } from '../../../src/inputs/types.ts';
import { runStep } from '../../../src/run/run-step.ts';
import { submitPrompt } from '../../emulator/client.ts';
import { readPlanFile } from './read-plan-file.ts';
import { entryOf, putEntries } from '../ledger/put-entries.ts';
import { createRunStage } from '../run-stage.ts';

/** One edit of a random spec. */
interface RandomEdit {
  readonly id: string;
  readonly prompt: string;
  readonly isFrozen: boolean;
  readonly usesFirst: boolean;
}

const IDS = ['a', 'b', 'c', 'd'];

const edit = fc.record({
  id: fc.constantFrom(...IDS),
  // Few prompts, so that edits are renamed, copied and equal.
  prompt: fc.constantFrom('One.', 'Two.', 'Three.'),
  isFrozen: fc.boolean(),
  usesFirst: fc.boolean(),
});
const spec = fc.uniqueArray(edit, { selector: ({ id }) => id, minLength: 1, maxLength: 4 });

function render(edits: readonly RandomEdit[]): string {
  const lines = edits.map(({ id, prompt, isFrozen, usesFirst }, index) => {
    const first = edits[0]?.id ?? '';
    const images = usesFirst && index > 0 ? `[a.png, { edit: ${first} }]` : '[a.png]';
    const frozen = isFrozen ? ', frozen: true' : '';
    return `  ${id}: { prompt: ${prompt}, images: ${images}, size: 1024x1024, force-single: true${frozen} }`;
  });
  return ['version: 1', 'edits:', ...lines, ''].join('\n');
}

const step = fc.record({
  edits: spec,
  isForced: fc.boolean(),
  isResubmitted: fc.boolean(),
  /** What the ledger has of the first edit that is to be sent. */
  flight: fc.constantFrom('none', 'accepted', 'claimed'),
});

const TWINS: typeof step extends fc.Arbitrary<infer Step> ? Step : never = {
  edits: IDS.slice(0, 2).map((id) => ({ id, prompt: 'One.', isFrozen: false, usesFirst: false })),
  isForced: false,
  isResubmitted: false,
  flight: 'none',
};

const promptSchema = z.object({ prompt: z.string() });
const MODE = { kind: 'plan', because: 'asked' } as const;

// Whole runs are slow. So these are a few, always the same, each upon the branch and the ledger of those before; what may
// come together otherwise is in any-plan-is-applied.test.ts.
it('what a plan says will be sent is what a run that applies then sends, and nothing else', async () => {
  await using stage = await createRunStage();
  const seen = new Set<string>();
  let runs = 0;

  async function runOnce(text: string, changes: Partial<ActionInputs>) {
    await using here = await stage.world(text, `${(runs += 1)}`);
    const sent = stage.emulator.ledger.length;
    const verdict = await runStep(stage.inputs(changes), here.world);
    const submits = stage.emulator.ledger.slice(sent);
    return {
      verdict,
      prompts: submits.map(({ input }) => promptSchema.parse(input).prompt).toSorted(),
      plan: await readPlanFile(here.outputs['plan-file']),
    };
  }
  /** Puts work of another run on the first edit to be sent into the ledger. */
  async function putFlight(text: string, state: 'accepted' | 'claimed', changes: Partial<ActionInputs>) {
    const { plan } = await runOnce(text, { ...changes, mode: MODE });
    const some = plan?.edits.find(({ action }) => action === 'submit');
    if (some === undefined) return;
    const entry = entryOf(some.id, 2 * 60 * 60_000, some.fingerprint)[state];
    const job =
      entry.state === 'accepted' ? { requestId: await submitPrompt(stage.emulator, some.prompt) } : {};
    await putEntries(stage, { ...entry, ...job });
  }

  await fc.assert(
    fc.asyncProperty(step, async ({ edits, isForced, isResubmitted, flight }) => {
      const text = render(edits);
      const changes: Partial<ActionInputs> = {
        force: isForced ? [edits[0]?.id ?? ''] : [],
        onUnknown: isResubmitted ? 'resubmit' : 'hold',
      };
      if (flight !== 'none') await putFlight(text, flight, changes);
      const planned = await runOnce(text, { ...changes, mode: MODE });
      expect(planned.prompts).toEqual([]);
      const applied = await runOnce(text, changes);

      const isRefused = planned.verdict.failure !== undefined;
      const promised = (planned.plan?.edits ?? [])
        .filter(({ action }) => action === 'submit' && !isRefused)
        .map(({ prompt }) => prompt);
      expect(applied.prompts).toEqual(promised.toSorted());
      for (const { action } of planned.plan?.edits ?? []) seen.add(action);
    }),
    // Shrinking would take minutes, upon other branches and ledgers.
    { seed: 4456, numRuns: 6, endOnFailure: true, examples: [[TWINS]] },
  );
  expect([...seen].toSorted()).toEqual(['adopt', 'collect', 'hold', 'share', 'submit', 'unchanged']);
});
