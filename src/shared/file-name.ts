/** Longest name of a file or folder: with `-12.webp` behind it and a few more it stays within the 255 of every file system. */
const MAX_NAME_BYTES = 200;

/** Names that Windows keeps for devices, whatever follows the first dot (learn.microsoft.com, "Naming Files"). */
const DEVICE_NAME = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:[. ]|$)/i;
// No system shows them, Windows refuses them.
const FORBIDDEN = /[<>:"|?*\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|\p{Cs}/u;
/** macOS drops these characters, so that what is left would be a name that git keeps for itself (git, utf8.c). */
const DROPPED_BY_MACOS = /[\u200c\u200d\u206a-\u206f]/g;
/** Names that git reads itself, and their short forms on Windows; servers refuse folders of these names (git, fsck.c). */
const GIT_NAME =
  /^(?:\.git(?:modules|attributes|ignore)?|\.mailmap|git(?:mod|att|ign)?~\d+|mailma~\d+|(?:gi7eba|gi7d29|gi250a|maba30)~\d+)$/i;

/**
 * What keeps a name of a file or folder from being written on Linux, macOS, Windows and in a git tree, as the end of a
 * sentence about the path that it is a part of. Undefined if it is safe.
 */
export function faultOfFileName(name: string): string | undefined {
  if (name === '') return 'has an empty part: a `/` too many.';
  if (name === '.') return 'has `.` as a part. Leave it out.';
  const forbidden = FORBIDDEN.exec(name)?.[0];
  if (forbidden !== undefined)
    return `has ${nameCharacter(forbidden)}, which not every system allows in a file name.`;
  if (/[. ]$/.test(name)) return 'has a part that ends in a dot or a blank, which Windows drops.';
  if (name.startsWith(' ')) return 'has a part that begins with a blank.';
  if (DEVICE_NAME.test(name)) return `has \`${name}\` as a part, which Windows keeps for a device.`;
  if (GIT_NAME.test(name.replaceAll(DROPPED_BY_MACOS, '')))
    return `has \`${name}\` as a part, a name that git keeps for itself.`;
  return Buffer.byteLength(name) > MAX_NAME_BYTES
    ? `has a part longer than ${MAX_NAME_BYTES} bytes.`
    : undefined;
}

/** A character for people: itself if it can be seen, else its number. */
function nameCharacter(character: string): string {
  if (/^[\x21-\x7e]$/.test(character)) return `\`${character}\``;
  return `the character U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
