import { composeMark } from '../media/mark/compose-mark.ts';
import type { Mark } from '../media/mark/types.ts';
import type { MediaFile } from '../media/types.ts';
import type { PictureSettings } from '../spec/types.ts';
import { listRenditions } from './rendition-files.ts';
import { recordKey, renditionSettings } from './rendition-settings.ts';
import type { WantedSet } from './types.ts';

/** What a mark says of an edit. */
export interface EditFacts {
  /** The model's id. */
  readonly model: string;
  readonly prompt: string;
  /** Whether it was made from other pictures. */
  readonly hasImages: boolean;
}

/** The mark of an edit's pictures. */
export function markOf(
  { sourceType, markPrompt }: Pick<PictureSettings, 'sourceType' | 'markPrompt'>,
  { model, prompt, hasImages }: EditFacts,
): Mark {
  const usual = hasImages ? 'compositeWithTrainedAlgorithmicMedia' : 'trainedAlgorithmicMedia';
  return composeMark({ sourceType: sourceType ?? usual, system: model, ...(markPrompt && { prompt }) });
}

/** The renditions that an edit's pictures are to have. Those without a size that is known, such as videos, have none. */
export function listWanted(
  pictures: readonly MediaFile[],
  settings: PictureSettings | undefined,
  facts: EditFacts,
): readonly WantedSet[] {
  if (settings === undefined) return [];
  const mark = settings.mark === 'none' ? [] : markOf(settings, facts);
  return pictures.flatMap((original) => {
    const { width, height } = original;
    if (width === undefined || height === undefined || !original.type.startsWith('image/')) return [];
    return settings.renditions.map((set): WantedSet => {
      const shaped = renditionSettings(set, mark);
      const files = listRenditions(original.path, { width, height }, set);
      return { set, original, settings: shaped, key: recordKey(set, shaped), mark, files };
    });
  });
}
