import fc from 'fast-check';
import { expect, it } from 'vitest';
import * as z from 'zod';

import type { ActionInputs } from '../../../src/inputs/types.ts';
import { runStep } from '../../../src/run/run-step.ts';
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

const promptSchema = z.object({ prompt: z.string() });

it('what a plan says will be sent is what a run that applies then sends, and nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(
      spec,
      spec,
      fc.record({
        isForced: fc.boolean(),
        isResubmitted: fc.boolean(),
        flight: fc.constantFrom('none', 'accepted', 'claimed'),
      }),
      async (before, after, { isForced, isResubmitted, flight }) => {
        await using stage = await createRunStage();
        const changes: Partial<ActionInputs> = {
          force: isForced ? [after[0]?.id ?? ''] : [],
          onUnknown: isResubmitted ? 'resubmit' : 'hold',
        };
        const step = async (text: string, run: string, more: Partial<ActionInputs>) => {
          await using here = await stage.world(text, run);
          const sent = stage.emulator.ledger.length;
          const verdict = await runStep(stage.inputs({ ...changes, ...more }), here.world);
          const prompts = stage.emulator.ledger
            .slice(sent)
            .map(({ input }) => promptSchema.parse(input).prompt);
          return {
            verdict,
            prompts: prompts.toSorted(),
            plan: await readPlanFile(here.outputs['plan-file']),
          };
        };
        const mode = { kind: 'plan', because: 'asked' } as const;
        await step(render(before), '7', { force: [] });
        const first = await step(render(after), '8', { mode });
        const some = first.plan?.edits.find(({ action }) => action === 'submit');
        if (some !== undefined && flight !== 'none')
          await putEntries(stage, entryOf(some.id, 2 * 60 * 60_000, some.fingerprint)[flight]);

        const planned = await step(render(after), '8', { mode });
        expect(planned.prompts).toEqual([]);
        const applied = await step(render(after), '8', {});

        const isRefused = planned.verdict.failure !== undefined;
        const promised = (planned.plan?.edits ?? [])
          .filter(({ action }) => action === 'submit' && !isRefused)
          .map(({ id }) => after.find((each) => each.id === id)?.prompt);
        expect(applied.prompts).toEqual(promised.toSorted());
      },
    ),
    { numRuns: 3 },
  );
}, 120_000);
