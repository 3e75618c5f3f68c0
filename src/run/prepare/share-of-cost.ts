import type { PlanFile } from '../../report/plan/types.ts';

/**
 * Which share (0 to 1) of what a plan costs the edits with these ids have, by what the plan expects an edit of their model to cost;
 * by their number if it does not know. 0 if the plan sends nothing; pure.
 */
export function shareOfCost(
  { edits, estimate }: Pick<PlanFile, 'edits' | 'estimate'>,
  ids: ReadonlySet<string>,
): number {
  const toSend = edits.filter(({ action }) => action === 'submit');
  const costs = estimate.kind === 'known' ? meanCosts(estimate.parts) : new Map<string, number>();
  const isKnown = toSend.every(({ model }) => (costs.get(model) ?? 0) > 0);
  const sum = (some: typeof toSend): number =>
    some.reduce((all, { model }) => all + (isKnown ? (costs.get(model) ?? 0) : 1), 0);
  return toSend.length === 0 ? 0 : sum(toSend.filter(({ id }) => ids.has(id))) / sum(toSend);
}

/** What an edit costs, by model, in USD. */
function meanCosts(
  parts: readonly { readonly model: string; readonly edits: number; readonly eachUsd: number }[],
): ReadonlyMap<string, number> {
  return new Map(
    [...Map.groupBy(parts, ({ model }) => model)].map(([model, own]) => {
      const count = own.reduce((sum, { edits }) => sum + edits, 0);
      const usd = own.reduce((sum, { edits, eachUsd }) => sum + edits * eachUsd, 0);
      return [model, count === 0 ? 0 : usd / count];
    }),
  );
}
