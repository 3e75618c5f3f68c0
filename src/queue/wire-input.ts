import type { Size } from '../spec/types.ts';
import type { WireInput } from './types.ts';

/** An edit in the model's own words; `imageUrls` are https or `data:` URLs in the edit's order. */
export function toWireInput(
  edit: {
    readonly prompt: string;
    readonly size: Size;
    readonly scale: number;
    readonly forceSingle: boolean;
  },
  imageUrls: readonly string[],
): WireInput {
  return {
    image_urls: imageUrls,
    prompt: edit.prompt,
    'width×height': edit.size.wire,
    scale: edit.scale,
    force_single: edit.forceSingle,
  };
}
