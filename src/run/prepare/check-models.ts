import type { PlannedEdit } from '../../plan/types.ts';
import { MODEL } from '../../shared/model.ts';
import type { Problem } from '../../shared/problem.ts';

/** An error for each model whose schema is not known although edits by it are to be sent: how they are sent is not known. Pure. */
export function checkModels(toSend: readonly PlannedEdit[]): readonly Problem[] {
  const unknown = toSend.filter(({ model, published }) => model !== MODEL && published === undefined);
  return [...Map.groupBy(unknown, ({ model }) => model)].flatMap(([model, [first]]) => {
    if (first === undefined) return [];
    const message = `Nothing was sent: the schema of the model \`${model}\` is not known, so it is not known how a request has to be. A warning of its own says why. Run again later.`;
    return [{ severity: 'error', message, at: first.at }];
  });
}
