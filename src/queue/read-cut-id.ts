import { isRequestId } from '../shared/request-id.ts';

/**
 * The request id that a JSON answer names although it was cut off: a whole member of the outermost object, closing
 * quote included. Undefined if there is none, if the text mentions an error, or if it names ids in more than one way,
 * because then the right one is unknown.
 */
export function readCutId(text: string): string | undefined {
  if (/"error(?:_code|_message)?"/.test(text)) return undefined;
  const named = [...text.matchAll(/"request_id"(?:\s*:\s*"([^"\\]*)")?/g)];
  const [first] = named;
  const ids = new Set(named.map(([, id]) => id));
  const [id] = ids;
  // A bracket before it may mean that it belongs to something else. Inside a text it means nothing, but that is rare.
  const isOutermost = first !== undefined && /^\s*\{[^{}[\]]*$/.test(text.slice(0, first.index));
  return isOutermost && ids.size === 1 && isRequestId(id) ? id : undefined;
}
