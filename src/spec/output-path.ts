import type { Result } from '../shared/result.ts';

/** Longest name of a file or folder: with `-12.webp` behind it and a few more it stays within the 255 of every file system. */
const MAX_SEGMENT_BYTES = 200;
/** Leaves room for the folder in front within Linux's 4,096 and macOS's 1,024. */
const MAX_PATH_BYTES = 512;

/** Names that Windows keeps for devices, whatever follows the first dot (learn.microsoft.com, "Naming Files"). */
const DEVICE_NAME = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:[. ]|$)/i;
// No system shows them, Windows refuses them.
const FORBIDDEN = /[<>:"|?*\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|\p{Cs}/u;
const MEDIA_EXTENSION = /\.(?:jpe?g|png|webp|gif|mp4|webm)$/i;

/**
 * An output path made safe to write on Linux, macOS and Windows: in Unicode's form NFC, forward slashes, no extension.
 * The error says, as the end of a sentence about the path, what is wrong and what to do.
 */
export function parseOutputPath(text: string): Result<string, string> {
  const path = text.normalize('NFC');
  const wrong =
    faultOfPath(path) ??
    path
      .split('/')
      .map(faultOfSegment)
      .find((fault) => fault !== undefined);
  return wrong === undefined ? { ok: true, value: path } : { ok: false, error: wrong };
}

/** What lies beside the pictures: the gallery, the results file (also while it is written) and the references. */
const KEPT_BY_ARTIFACT = /^(references(?=\/|$)|index\.html(?=\/)|results\.json(?:\.part)?(?=\/))/i;

/** The key by which paths are compared: equal for paths that Windows or macOS would take for one file. */
export function foldPath(path: string): string {
  // By way of upper case, as some letters have one capital but two small forms, or two capitals (ß, ẞ, SS).
  return path.normalize('NFC').toLowerCase().toUpperCase().toLowerCase().normalize('NFC');
}

function faultOfPath(path: string): string | undefined {
  if (path.trim() === '') return 'is empty.';
  if (path.includes('\\')) return 'has a backslash. Part folders by `/`.';
  if (path.startsWith('/') || /^[a-z]:/i.test(path))
    return 'is absolute. Give it relative to the output folder.';
  if (path.split('/').includes('..')) return 'has `..`. It must stay in the output folder.';
  const kept = KEPT_BY_ARTIFACT.exec(path)?.[1];
  if (kept !== undefined) return `begins with \`${kept}\`, a name that the artifact keeps for itself.`;
  if (Buffer.byteLength(path) > MAX_PATH_BYTES) return `is longer than ${MAX_PATH_BYTES} bytes.`;
  return undefined;
}

function faultOfSegment(segment: string): string | undefined {
  if (segment === '') return 'has an empty part: a `/` too many.';
  if (segment === '.') return 'has `.` as a part. Leave it out.';
  const forbidden = FORBIDDEN.exec(segment)?.[0];
  if (forbidden !== undefined)
    return `has ${nameCharacter(forbidden)}, which not every system allows in a file name.`;
  if (/[. ]$/.test(segment)) return 'has a part that ends in a dot or a blank, which Windows drops.';
  if (segment.startsWith(' ')) return 'has a part that begins with a blank.';
  if (DEVICE_NAME.test(segment)) return `has \`${segment}\` as a part, which Windows keeps for a device.`;
  const extension = MEDIA_EXTENSION.exec(segment)?.[0];
  if (extension !== undefined)
    return `has the extension \`${extension}\`. Leave it out: the file's own type decides.`;
  return Buffer.byteLength(segment) > MAX_SEGMENT_BYTES
    ? `has a part longer than ${MAX_SEGMENT_BYTES} bytes.`
    : undefined;
}

/** A character for people: itself where it can be seen, else its number. */
function nameCharacter(character: string): string {
  if (/^[\x21-\x7e]$/.test(character)) return `\`${character}\``;
  return `the character U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
