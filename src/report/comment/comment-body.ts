/** Which comment of a pull request: there is one for each spec, job and destination. */
export interface CommentKey {
  /** Path of the spec. */
  readonly spec: string;
  /** The workflow's name, and the job's key in it. */
  readonly workflow: string;
  readonly job: string;
  /** Where the pictures go: the legs of a matrix may differ in that only. */
  readonly destination: string;
}

/** GitHub refuses a longer comment. */
const MOST_CHARACTERS = 65_536;

/** The rest is room for what people add. */
const MOST_OF_OURS = 60_000;

/** How all markers begin. */
const MARK = '<!-- dreamina-edits:';

interface Markers {
  readonly begin: string;
  readonly end: string;
}

/** Two lines that GitHub does not show; our part of the comment is between them. */
function markersOf({ spec, workflow, job, destination }: CommentKey): Markers {
  // No value can end the marker: `>` and white space are encoded.
  const name = `spec=${encode(spec)} job=${encode(workflow)}/${encode(job)} to=${encode(destination)}`;
  return { begin: `${MARK}begin ${name} -->`, end: `${MARK}end ${name} -->` };
}

function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}

/** What people wrote around our part. */
interface Around {
  readonly before: string;
  readonly after: string;
}

function splitBody(body: string, { begin, end }: Markers): Around | undefined {
  const from = body.indexOf(begin);
  if (from < 0) return undefined;
  const to = body.indexOf(end, from);
  // Without its end, everything behind the beginning counts as ours: otherwise it would be there twice.
  return { before: body.slice(0, from), after: to < 0 ? '' : body.slice(to + end.length) };
}

/** Whether this is the comment of `key`, written by `self`. Anyone may write the markers, so the author decides. */
export function isOwnComment(
  { author, body }: { readonly author: string; readonly body: string },
  self: string,
  key: CommentKey,
): boolean {
  return author.toLowerCase() === self.toLowerCase() && body.includes(markersOf(key).begin);
}

/**
 * The comment with a new part of ours, made by `render` for a number of characters. What people wrote before and behind
 * the part stays. Undefined if that is so long that the shortest form has no room.
 */
export function composeComment(
  key: CommentKey,
  existing: string | undefined,
  render: (maxCharacters: number) => string,
): string | undefined {
  const markers = markersOf(key);
  const { before, after } = splitBody(existing ?? '', markers) ?? { before: '', after: '' };
  const frame = (text: string): string => `${before}${markers.begin}\n${text}\n${markers.end}${after}`;
  for (let room = Math.min(MOST_OF_OURS, MOST_CHARACTERS - frame('').length); room > 0;) {
    // Names in code are shown as they are, and one that looks like a marker would end our part early.
    const text = render(room).trimEnd().replaceAll(MARK, MARK.replace('!', '&#33;'));
    if (text === '') return undefined;
    const excess = frame(text).length - MOST_CHARACTERS;
    if (excess <= 0) return frame(text);
    room -= excess;
  }
  return undefined;
}
