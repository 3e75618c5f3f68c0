import sharp from 'sharp';
import type { Validation } from './schema.ts';

/** What the vendor's rules are about; width and height as a viewer sees them (EXIF rotation applied). */
export interface PictureFacts {
  readonly bytes: number;
  readonly width: number;
  readonly height: number;
}

/** Reads a picture's facts, decoding it whole; a `problem` if it is no sound picture of one of the formats. */
export async function inspectPicture(
  bytes: Buffer,
  formats: readonly string[] = ['jpeg', 'png'],
): Promise<PictureFacts | { readonly problem: string }> {
  try {
    const picture = sharp(bytes, { failOn: 'truncated', limitInputPixels: false });
    const { format, autoOrient } = await picture.metadata();
    if (!formats.includes(format))
      return { problem: `is ${format}; only ${list.format(formats.map(nameFormat))} are supported` };
    await picture.resize(32, 32, { fit: 'fill', fastShrinkOnLoad: true }).raw().toBuffer();
    return { bytes: bytes.length, width: autoOrient.width, height: autoOrient.height };
  } catch (error) {
    return {
      problem: `is no readable picture (${error instanceof Error ? error.message.trim() : String(error)})`,
    };
  }
}

const list = new Intl.ListFormat('en-GB');

function nameFormat(format: string): string {
  return format === 'webp' ? 'WebP' : format.toUpperCase();
}

/** The vendor's messages for the rules that a picture breaks. A rule that is not known here breaks nothing. */
export function checkPicture(rules: readonly Validation[], facts: PictureFacts): readonly string[] {
  return rules.filter((rule) => !fits(rule, facts)).map((rule) => rule.validation_error);
}

function fits({ validation_rule: rule, validation_value: limit }: Validation, facts: PictureFacts): boolean {
  const [, what = '', how = ''] = /^(.*?)\s*(<=|>=|<|>|≤|≥)$/.exec(rule.trim()) ?? [];
  const value = measure(what, facts);
  return value === undefined || compare(value, how, Number(limit));
}

function measure(what: string, { bytes, width, height }: PictureFacts): number | undefined {
  switch (what) {
    case 'file_size_mb':
      return bytes / 1024 / 1024;
    case 'width_pixels':
      return width;
    case 'height_pixels':
      return height;
    case 'width/height':
      return width / height;
    default:
      return undefined;
  }
}

function compare(value: number, how: string, limit: number): boolean {
  switch (how) {
    case '<':
      return value < limit;
    case '>':
      return value > limit;
    case '>=':
    case '≥':
      return value >= limit;
    default:
      return value <= limit;
  }
}
