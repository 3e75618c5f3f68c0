import fc from 'fast-check';

import type { InspectedEdit } from '../../src/references/types.ts';
import { inspectedEdit } from '../support/edits.ts';
import type { Asked } from './run-on-branch.ts';

const IDS = ['p', 'q', 'r', 's', 't'];
const OUTPUTS = ['a', 'A', 'b', 'c', 'd/e', 'D/e', 'd/f'];
/** What asks for two pictures. */
const TWO = 'two';

const row = fc.record({
  prompt: fc.constantFrom('x', 'y', 'z', TWO),
  needs: fc.option(fc.nat(10), { freq: 2, nil: undefined }),
  frozen: fc.integer({ min: 0, max: 3 }).map((number) => number === 3),
});

/** A few edits that need one another, each at an output path of its own. */
const spec = fc
  .record({
    ids: fc.shuffledSubarray(IDS, { minLength: 1 }),
    rows: fc.array(row, { minLength: IDS.length, maxLength: IDS.length }),
    outputs: fc.shuffledSubarray(OUTPUTS, { minLength: OUTPUTS.length }),
  })
  .map(({ ids, rows, outputs }) => {
    const lower = outputs.map((output) => output.toLowerCase());
    const free = outputs.filter((output, index) => lower.indexOf(output.toLowerCase()) === index);
    return ids.map((id, index): InspectedEdit => {
      const { prompt = '', needs, frozen = false } = rows[index] ?? {};
      const needed = needs === undefined || index === 0 ? [] : [ids[needs % index] ?? ''];
      const edit = inspectedEdit(id, { needs: needed, frozen });
      return { ...edit, prompt, forceSingle: prompt !== TWO, output: free[index] ?? id };
    });
  });

/** One run of a history, and the number of the file that somebody deleted from the branch before it, if anyone did. */
export interface Step {
  readonly asked: Omit<Asked, 'run'>;
  readonly deleted: number | undefined;
}

const step = fc
  .record({
    edits: spec,
    forced: fc.subarray(IDS, { maxLength: 2 }),
    failing: fc.subarray(IDS, { maxLength: 2 }),
    prune: fc.boolean(),
    only: fc.option(fc.subarray(IDS), { freq: 3, nil: undefined }),
    deleted: fc.option(fc.nat(20), { freq: 5, nil: undefined }),
  })
  .map(({ edits, only, deleted, ...rest }): Step => {
    const part = only && { only: withNeeds(edits, only) };
    return { asked: { spec: edits, ...part, ...rest }, deleted };
  });

/** Runs upon one branch, each of another spec. */
export const sampleHistories = fc.array(step, { minLength: 1, maxLength: 5 });

/** As a run chooses its edits: those that are named, with all that they need. */
function withNeeds(edits: readonly InspectedEdit[], only: readonly string[]): readonly string[] {
  const wanted = new Set(only);
  for (const id of wanted)
    for (const image of edits.find((edit) => edit.id === id)?.images ?? [])
      if (image.kind === 'edit') wanted.add(image.id);
  return [...wanted];
}
