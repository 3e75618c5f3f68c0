import { freePicture, isDataPicture, type SentPicture } from '../../media/data-picture.ts';
import { DEFAULT_MODEL } from '../../models/default-model.ts';
import { fitOptions } from '../../models/fit-options.ts';
import type { PlannedEdit } from '../../plan/types.ts';
import type { WireInput } from '../../queue/types.ts';
import { describeError } from '../../shared/describe-error.ts';
import type { Result } from '../../shared/result.ts';
import type { Uses } from '../types.ts';

type ComposeDeps = Uses<'files' | 'outputUrls' | 'unchanged' | 'submitSignal'>;

/** An edit as it goes to the service. */
export interface ComposedInput {
  readonly input: WireInput;
  /** Gives back the memory of its pictures, after it was sent. */
  free(): void;
}

/** Makes the pictures of an edit sendable; the error is a sentence. */
export async function composeInput(
  edit: PlannedEdit,
  deps: ComposeDeps,
): Promise<Result<ComposedInput, string>> {
  try {
    const addresses = await addressNeeds(edit, deps);
    if (!addresses.ok) return addresses;
    const imageUrls = await deps.files.makeSendable(edit, addresses.value);
    const input = toWireInput(edit, imageUrls);
    const free = (): void => {
      imageUrls.filter(isDataPicture).forEach(freePicture);
    };
    return input.ok ? { ok: true, value: { input: input.value, free } } : input;
  } catch (error) {
    return { ok: false, error: `${describeError(error)}.` };
  }
}

/**
 * An edit in the model's own words; `imageUrls` are https URLs or pictures' bytes, in the edit's order. Nothing is sent that the spec
 * does not set, except the settings of the default model.
 */
function toWireInput(edit: PlannedEdit, imageUrls: readonly SentPicture[]): Result<WireInput, string> {
  const { prompt, size, scale, forceSingle, model, published } = edit;
  const urls = imageUrls.map((url, index) => ({ url, option: edit.images[index]?.option }));
  const references = urls.flatMap(({ url, option }) => (option === undefined ? [url] : []));
  const pictures = [...Map.groupBy(urls, ({ option }) => option)].flatMap(([option, own]) =>
    option === undefined ? [] : [[option, own.map(({ url }) => url)] as const],
  );
  const isDefault = size !== undefined && scale !== undefined;
  const hasOptions = Object.keys(edit.options).length > 0;
  const rules = (published ?? (isDefault && hasOptions ? DEFAULT_MODEL : undefined))?.options;
  const options = {
    ...fitOptions(rules, edit.options),
    ...Object.fromEntries(pictures.map(([key, own]) => [key, shape(key, own)])),
  };
  if (isDefault) {
    const input = {
      image_urls: references,
      prompt,
      'width×height': size.wire,
      scale,
      force_single: forceSingle,
    };
    return { ok: true, value: { ...input, ...options } };
  }
  if (published === undefined)
    return {
      ok: false,
      error: `The schema of ${model} is not known, so its request cannot be made. Run again.`,
    };
  const { key, isList } = published.references;
  const value = { [key]: isList ? references : (references[0] ?? ''), prompt, ...options };
  return { ok: true, value };

  function shape(key: string, own: readonly SentPicture[]): SentPicture | readonly SentPicture[] {
    const rule = published?.options.get(key);
    const isList = rule?.type === 'image' ? rule.isList : rule?.type === 'list';
    return isList ? own : (own[0] ?? '');
  }
}

/** Addresses of the first outputs of the edits that this one needs: made in this run or another, or unchanged. */
async function addressNeeds(
  { needs }: PlannedEdit,
  { outputUrls, unchanged, files, submitSignal }: ComposeDeps,
): Promise<Result<ReadonlyMap<string, SentPicture>, string>> {
  const addresses = new Map<string, SentPicture>();
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
