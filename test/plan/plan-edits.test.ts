import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { inspectedEdit } from '../support/edits.ts';
import { plan as planEdits } from './recorded-work.ts';

describe('planEdits', () => {
  it('keeps the order of the spec where nothing is needed', () => {
    const plan = planEdits([inspectedEdit('b'), inspectedEdit('a'), inspectedEdit('c')]);
    expect(plan.edits.map((edit) => edit.id)).toEqual(['b', 'a', 'c']);
  });

  it('puts what is needed first and names it once', () => {
    const plan = planEdits([
      inspectedEdit('hero', { needs: ['cutout', 'plate', 'cutout'] }),
      inspectedEdit('plate'),
      inspectedEdit('cutout'),
    ]);
    expect(plan.edits.map((edit) => edit.id)).toEqual(['cutout', 'plate', 'hero']);
    expect(plan.edits.at(-1)?.needs).toEqual(['cutout', 'plate']);
  });

  it('skips a frozen edit, with the reason, and submits the others', () => {
    const plan = planEdits([inspectedEdit('kept', { frozen: true }), inspectedEdit('made')]);
    expect(plan.edits.map((edit) => edit.action)).toEqual([
      { kind: 'skip', reason: 'frozen in the spec' },
      { kind: 'submit', over: [] },
    ]);
  });

  it('orders a chain of 10,000 edits', () => {
    const ids = Array.from({ length: 10_000 }, (_, index) => `e${index}`);
    const edits = ids.map((id, index) => inspectedEdit(id, { needs: ids.slice(index + 1, index + 2) }));
    expect(planEdits(edits).edits.map((edit) => edit.id)).toEqual(ids.toReversed());
  });

  it('puts every edit of any graph after those it needs, each exactly once', () => {
    const graphRow = fc.record({ needs: fc.array(fc.nat(1000), { maxLength: 5 }), place: fc.nat() });
    fc.assert(
      fc.property(fc.array(graphRow, { minLength: 1, maxLength: 40 }), (rows) => {
        // An edit needs only edits of a lower number, so there is no cycle; the file's order is any.
        const inFile = rows
          .map(({ needs, place }, index) => ({
            place,
            edit: inspectedEdit(`e${index}`, { needs: index === 0 ? [] : needs.map((n) => `e${n % index}`) }),
          }))
          .sort((a, b) => a.place - b.place);
        const planned = planEdits(inFile.map(({ edit }) => edit)).edits;
        expect(planned.map((edit) => edit.id).sort()).toEqual(inFile.map(({ edit }) => edit.id).sort());
        const seen = new Set<string>();
        for (const edit of planned) {
          expect(edit.needs.filter((id) => !seen.has(id))).toEqual([]);
          seen.add(edit.id);
        }
      }),
    );
  });
});
