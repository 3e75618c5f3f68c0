import type { PlannedEdit } from '../../plan/types.ts';
import type { WireInput } from '../../queue/types.ts';
import { toWireInput } from '../../queue/wire-input.ts';
import { describeError } from '../../shared/describe-error.ts';
import type { Result } from '../../shared/result.ts';
import type { EditDeps } from '../types.ts';

/** An edit as it goes to the service, its pictures made sendable; the error is a sentence. */
export async function composeInput(edit: PlannedEdit, deps: EditDeps): Promise<Result<WireInput, string>> {
  try {
    const addresses = await addressNeeds(edit, deps);
    if (!addresses.ok) return addresses;
    return { ok: true, value: toWireInput(edit, await deps.makeSendable(edit, addresses.value)) };
  } catch (error) {
    return { ok: false, error: describeError(error) };
  }
}

/** Where the first outputs of the edits that this one needs are: made in this run or another, or unchanged. */
async function addressNeeds(
  { needs }: PlannedEdit,
  { outputUrls, kept, keptOutput, submitSignal }: EditDeps,
): Promise<Result<ReadonlyMap<string, string>, string>> {
  const addresses = new Map<string, string>();
  for (const id of needs) {
    const unchanged = kept.get(id);
    if (unchanged !== undefined) {
      const address = await keptOutput(unchanged, submitSignal);
      if (!address.ok) return address;
      addresses.set(id, address.value);
      continue;
    }
    const url = outputUrls.get(id);
    // Only another run's output can be without one: those of this run have succeeded.
    if (url === undefined)
      return { ok: false, error: `The output of ${id}, which another run made, has no address. Run again.` };
    addresses.set(id, url);
  }
  return { ok: true, value: addresses };
}
