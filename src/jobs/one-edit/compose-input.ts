import type { PlannedEdit } from '../../plan/types.ts';
import type { WireInput } from '../../queue/types.ts';
import { describeError } from '../../shared/describe-error.ts';
import type { Result } from '../../shared/result.ts';
import type { Uses } from '../types.ts';

type ComposeDeps = Uses<'files' | 'outputUrls' | 'unchanged' | 'submitSignal'>;

/** An edit as it goes to the service, its pictures made sendable; the error is a sentence. */
export async function composeInput(edit: PlannedEdit, deps: ComposeDeps): Promise<Result<WireInput, string>> {
  try {
    const addresses = await addressNeeds(edit, deps);
    if (!addresses.ok) return addresses;
    const imageUrls = await deps.files.makeSendable(edit, addresses.value);
    return { ok: true, value: toWireInput(edit, imageUrls) };
  } catch (error) {
    return { ok: false, error: `${describeError(error)}.` };
  }
}

/** An edit in the model's own words; `imageUrls` are https or `data:` URLs in the edit's order. */
function toWireInput(edit: PlannedEdit, imageUrls: readonly string[]): WireInput {
  return {
    image_urls: imageUrls,
    prompt: edit.prompt,
    'width×height': edit.size.wire,
    scale: edit.scale,
    force_single: edit.forceSingle,
  };
}

/** Addresses of the first outputs of the edits that this one needs: made in this run or another, or unchanged. */
async function addressNeeds(
  { needs }: PlannedEdit,
  { outputUrls, unchanged, files, submitSignal }: ComposeDeps,
): Promise<Result<ReadonlyMap<string, string>, string>> {
  const addresses = new Map<string, string>();
  for (const id of needs) {
    const there = unchanged.get(id);
    if (there !== undefined) {
      const address = await files.unchangedOutput(there, submitSignal);
      if (!address.ok) return address;
      addresses.set(id, address.value);
      continue;
    }
    const url = outputUrls.get(id);
    // Only another run's output can lack one: those of this run have succeeded.
    if (url === undefined)
      return { ok: false, error: `The output of ${id}, which another run made, has no address. Run again.` };
    addresses.set(id, url);
  }
  return { ok: true, value: addresses };
}
