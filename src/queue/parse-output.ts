import type { Clause } from '../shared/sentence.ts';
import { describeShape } from './describe-json.ts';

/** What the `output` of an answer holds. */
export interface ReadOutput {
  /** http(s) addresses in the order of the answer; each once. */
  readonly urls: readonly string[];
  /** What else is there instead of an output; absent if everything was read, or nothing came. */
  readonly unread?: Clause;
}

/** The keys of an object under which the service and its own clients put addresses, in order of preference. */
const KEYS = [
  'image',
  'images',
  'video',
  'videos',
  'url',
  'urls',
  'image_url',
  'image_urls',
  'video_url',
  'video_urls',
] as const;

/** Deep enough for `{images: [{image: {url}}]}`. */
const DEEPEST = 4;

/**
 * Reads an output of any shape that the vendor documents or its clients accept: an address, addresses in an array,
 * objects around either; `null` and empty texts among them count as nothing. Addresses under unknown keys are not
 * taken: they may be previews or logs.
 */
export function readOutput(output: unknown): ReadOutput {
  const urls: string[] = [];
  const unread: unknown[] = [];
  collect(output, 0, urls, unread);
  const [first] = unread;
  return {
    urls: [...new Set(urls)],
    // If nothing was read, the whole shape is useful, otherwise only what was left out.
    ...(first !== undefined && { unread: describeShape(urls.length === 0 ? output : first) }),
  };
}

function collect(value: unknown, depth: number, urls: string[], unread: unknown[]): void {
  if (value === undefined || value === null || value === '') return;
  if (typeof value === 'string' && isAddress(value)) urls.push(value);
  else if (depth >= DEEPEST || typeof value !== 'object') unread.push(value);
  else if (Array.isArray(value)) for (const item of value) collect(item, depth + 1, urls, unread);
  else collectObject(value, depth, urls, unread);
}

function collectObject(value: object, depth: number, urls: string[], unread: unknown[]): void {
  const known = KEYS.filter((key) => Object.hasOwn(value, key));
  for (const key of known) collect((value as Record<string, unknown>)[key], depth + 1, urls, unread);
  // Other keys beside known ones are facts about the picture; by themselves they are an output that cannot be read.
  if (known.length === 0 && Object.keys(value).length > 0) unread.push(value);
}

function isAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text);
}
