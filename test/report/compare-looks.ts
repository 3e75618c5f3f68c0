import type { Page } from 'playwright-core';
import sharp from 'sharp';

/** What a look is taken with. */
export function lookOptions({ isDark = false, isPhone = false }: LookOptions) {
  return {
    viewport: isPhone ? { width: 360, height: 740 } : { width: 1280, height: 860 },
    colorScheme: isDark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    ...(isPhone && { hasTouch: true, isMobile: true }),
  } as const;
}

export interface LookOptions {
  readonly isDark?: boolean;
  readonly isPhone?: boolean;
}

/** What is seen of a page when its pictures are there: a JPEG, small enough to be kept. */
export async function takePicture(page: Page): Promise<Buffer> {
  const loading = `[...document.images].filter((image) => image.getAttribute('src') && !image.complete
    && image.getBoundingClientRect().top < innerHeight && image.checkVisibility()).length`;
  // A picture that comes into view begins to load a frame later.
  for (let calm = 0; calm < 3; calm += await page.evaluate<number>(`${loading} === 0 ? 1 : 0`))
    await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
  await page.evaluate('document.fonts.ready.then(() => undefined)');
  return await sharp(await page.screenshot({ animations: 'disabled' }))
    .jpeg({ quality: 70 })
    .toBuffer();
}

/** Both are compared as small gray pictures: fonts are drawn a little differently on each machine. */
const SIDE = 96;

async function shrink(picture: Buffer): Promise<Buffer> {
  return await sharp(picture).resize(SIDE, SIDE, { fit: 'fill' }).grayscale().blur(1).raw().toBuffer();
}

/** The mean difference of two pictures, from 0 to 255. */
export async function difference(one: Buffer, other: Buffer): Promise<number> {
  const [a, b] = await Promise.all([shrink(one), shrink(other)]);
  return a.reduce((sum, value, index) => sum + Math.abs(value - (b[index] ?? 0)), 0) / a.length;
}
