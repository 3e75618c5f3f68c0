import sharp, { type Sharp } from 'sharp';

/** The backdrop is made small and enlarged: it is blurred anyway. */
const SMALL_PX = 320;

/** The first reference filling the picture, blurred, darkened, and lit in two hues from the corners. */
export async function paintBackdrop(
  file: Buffer | undefined,
  width: number,
  height: number,
  hue: number,
): Promise<Sharp> {
  const factor = SMALL_PX / Math.max(width, height);
  const small = { width: Math.ceil(width * factor), height: Math.ceil(height * factor) };
  const base =
    file === undefined
      ? sharp({ create: { ...small, channels: 3, background: '#30343c' } })
      : sharp(file)
          .autoOrient()
          .resize(small.width, small.height, { fit: 'cover' })
          .flatten()
          .toColourspace('srgb');
  const { data, info } = await base
    .blur(16)
    .modulate({ saturation: 1.25, brightness: 0.82 })
    .composite([{ input: glow(small.width, small.height, hue) }])
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } })
    .resize(width, height, { fit: 'fill', kernel: 'cubic' })
    .toColourspace('srgb');
}

function glow(width: number, height: number, hue: number): Buffer {
  const second = (hue + 48) % 360;
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
      <defs>
        <radialGradient id="a" cx="0" cy="0" r="1.1">
          <stop offset="0" stop-color="hsl(${hue.toFixed()},85%,60%)" stop-opacity="0.62"/>
          <stop offset="1" stop-color="hsl(${hue.toFixed()},85%,60%)" stop-opacity="0"/>
        </radialGradient>
        <radialGradient id="b" cx="1" cy="1" r="1.1">
          <stop offset="0" stop-color="hsl(${second.toFixed()},80%,45%)" stop-opacity="0.62"/>
          <stop offset="1" stop-color="hsl(${second.toFixed()},80%,45%)" stop-opacity="0"/>
        </radialGradient>
      </defs>
      <rect width="100%" height="100%" fill="url(#a)"/>
      <rect width="100%" height="100%" fill="url(#b)"/>
    </svg>`,
  );
}
