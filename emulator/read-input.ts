import { createHash } from 'node:crypto';
import { checkValue } from './check-value.ts';
import { readDataUri } from './data-uri.ts';
import { defaultScale, defaultSize, inputSchema } from './model-schema.ts';

/** An input that fits the vendor's schema, with the defaults filled in. */
export interface ModelInput {
  readonly imageUrls: readonly string[];
  readonly prompt: string;
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  readonly forceSingle: boolean;
}

/** Reads the body of a submit; the problems are all there are. */
export function readInput(
  body: unknown,
): { readonly input: ModelInput } | { readonly problems: readonly string[] } {
  const problems = checkValue(inputSchema, body, 'input');
  if (problems.length > 0) return { problems };
  const raw = body as {
    readonly image_urls: readonly string[];
    readonly prompt: string;
    readonly 'width×height'?: string;
    readonly scale?: number;
    readonly force_single?: boolean;
  };
  const unreadable = raw.image_urls.flatMap((url, index) => {
    const read = isDataUri(url) ? readDataUri(url) : undefined;
    return read !== undefined && 'problem' in read ? [`input.image_urls[${index}] ${read.problem}`] : [];
  });
  if (unreadable.length > 0) return { problems: unreadable };
  const [width = 0, height = 0] = (/^\d+x\d+/.exec(raw['width×height'] ?? defaultSize)?.[0] ?? '')
    .split('x')
    .map(Number);
  return {
    input: {
      imageUrls: raw.image_urls,
      prompt: raw.prompt,
      width,
      height,
      scale: raw.scale ?? defaultScale,
      forceSingle: raw.force_single ?? false,
    },
  };
}

/** Whether a reference carries its bytes in itself. */
export function isDataUri(url: string): boolean {
  return /^data:/i.test(url);
}

/** A copy of a JSON value in which every `data:` URI became `data:<type>;sha256=<hex of its bytes>`. */
export function withoutData(value: unknown): unknown {
  if (typeof value === 'string' && isDataUri(value)) {
    const bytes = Buffer.from(value.slice(value.indexOf(',') + 1), 'base64');
    const type = /^data:([^;,]*)/i.exec(value)?.[1] ?? '';
    return `data:${type};sha256=${createHash('sha256').update(bytes).digest('hex')}`;
  }
  if (Array.isArray(value)) return value.map(withoutData);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withoutData(item)]));
}
