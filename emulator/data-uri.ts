/** What the vendor's own clients send at most: bytes of one picture in a `data:` URI. */
export const MAX_DATA_URI_PICTURE_BYTES = 6 * 1024 * 1024;

/** The bytes of a base64 `data:` URI of a picture, or what is wrong with it. */
export function readDataUri(
  uri: string,
  formats: readonly string[] = ['png', 'jpeg', 'webp'],
): { readonly bytes: Buffer } | { readonly problem: string } {
  const comma = uri.indexOf(',');
  const head = uri.slice(0, Math.max(comma, 0)).toLowerCase();
  const [, type = ''] = /^data:image\/(\w+);base64$/.exec(head) ?? [];
  if (!formats.includes(type === 'jpg' ? 'jpeg' : type)) {
    return {
      problem: `must be a base64 data: URI of ${formats.map((format) => `image/${format}`).join(' or ')}`,
    };
  }
  const text = uri.slice(comma + 1);
  // Buffer.from skips what is not base64; a service would not.
  if (text === '' || text.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(text)) {
    return { problem: 'holds no valid base64' };
  }
  const bytes = Buffer.from(text, 'base64');
  return bytes.length > MAX_DATA_URI_PICTURE_BYTES
    ? { problem: `holds ${bytes.length} bytes, more than the 6 MiB a data: URI may have` }
    : { bytes };
}
