import sharp from 'sharp';

type Format = 'png' | 'jpeg';

const made = new Map<string, Promise<Buffer>>();

/** A picture of one color. Each is painted once in a process; the caller gets a copy of its own. */
export async function plainPicture(
  width: number,
  height: number,
  background: string,
  format: Format = 'png',
): Promise<Buffer> {
  const key = `${width}x${height} ${background} ${format}`;
  const known = made.get(key) ?? paint(width, height, background, format);
  made.set(key, known);
  return Buffer.from(await known);
}

async function paint(width: number, height: number, background: string, format: Format): Promise<Buffer> {
  return await sharp({ create: { width, height, channels: 3, background } })
    .toFormat(format)
    .toBuffer();
}
