import sharp from 'sharp';
import type { Validation } from './model-schema.ts';

/** What the vendor's rules are about; width and height as a viewer sees them (EXIF rotation applied). */
export interface PictureFacts {
  readonly bytes: number;
  readonly width: number;
  readonly height: number;
}

/** Reads a picture's facts, decoding it whole; a `problem` if it is no sound PNG or JPEG. */
export async function inspectPicture(bytes: Buffer): Promise<PictureFacts | { readonly problem: string }> {
  try {
    const picture = sharp(bytes, { failOn: 'truncated', limitInputPixels: false });
    const { format, autoOrient } = await picture.metadata();
    if (format !== 'jpeg' && format !== 'png')
      return { problem: `is ${format}; only JPEG and PNG are supported` };
    await picture.resize(32, 32, { fit: 'fill', fastShrinkOnLoad: true }).raw().toBuffer();
    return { bytes: bytes.length, width: autoOrient.width, height: autoOrient.height };
  } catch (error) {
    return {
      problem: `is no readable picture (${error instanceof Error ? error.message.trim() : String(error)})`,
    };
  }
}

/** The vendor's messages for the rules that a picture breaks. */
export function checkPicture(rules: readonly Validation[], facts: PictureFacts): readonly string[] {
  return rules
    .filter((rule) => !fits(rule.validation_rule, Number(rule.validation_value), facts))
    .map((rule) => rule.validation_error);
}

function fits(rule: string, limit: number, facts: PictureFacts): boolean {
  switch (rule) {
    case 'file_size_mb<=':
      return facts.bytes <= limit * 1024 * 1024;
    case 'width_pixels<=':
      return facts.width <= limit;
    case 'height_pixels<=':
      return facts.height <= limit;
    case 'width/height≥':
      return facts.width / facts.height >= limit;
    case 'width/height≤':
      return facts.width / facts.height <= limit;
    default:
      throw new Error(`The schema has a rule this emulator does not know: ${rule}`);
  }
}
