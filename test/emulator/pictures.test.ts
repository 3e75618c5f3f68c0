import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { createEmulator } from '../../emulator/emulator.ts';
import { drawText } from '../../emulator/picture/caption.ts';
import { cardRect } from '../../emulator/picture/collage.ts';
import { fitInside, planGrid, planLayout } from '../../emulator/picture/layout.ts';
import { padJpeg } from '../../emulator/picture/pad-jpeg.ts';
import { Painter } from '../../emulator/picture/painter.ts';
import { dataUri, finished, imageOf, picture, submitPrompt } from './client.ts';

const collage = (seed: number): Painter => new Painter({ seed, render: 'collage', minOutputBytes: 0 });

/** The average color of a part of a picture. */
async function colorAt(
  bytes: Buffer,
  rect: { left: number; top: number; width: number; height: number },
): Promise<number[]> {
  const { channels } = await sharp(await sharp(bytes).extract(rect).png().toBuffer()).stats();
  return channels.slice(0, 3).map((channel) => Math.round(channel.mean));
}

async function request(prompt: string, colors: readonly string[], width = 640, height = 640) {
  const references = await Promise.all(colors.map(async (color) => await picture(color, 60, 40)));
  return { width, height, prompt, scale: 0.5, references, index: 0, count: 1 };
}

describe('a collage', () => {
  it.each([
    [1, 640, 640],
    [3, 1024, 576],
    [10, 1200, 514],
  ])('shows each of %i references in %i x %i', async (count, width, height) => {
    const colors = Array.from({ length: count }, (_, index) => `rgb(${20 * index}, ${250 - 20 * index}, 90)`);
    const bytes = await collage(1).paint(await request('A mug', colors, width, height), 'png');
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'png', width, height });
    // The layout follows from the caption's height; this one fits in the largest letters.
    const unit = Math.min(width, height) / 100;
    const caption = await drawText('A mug', width - 18 * unit, 5 * unit, '#ffffff');
    const layout = planLayout(width, height, count, caption.height);
    for (const [index] of colors.entries()) {
      const card = cardRect(layout, index, 60, 40);
      const middle = {
        left: card.left + 4,
        top: card.top + 4,
        width: card.width - 8,
        height: card.height - 8,
      };
      const color = await colorAt(bytes, middle);
      const wanted = [20 * index, 250 - 20 * index, 90];
      for (const [channel, value] of color.entries()) {
        expect(Math.abs(value - (wanted[channel] ?? -1000)), `card ${index}`).toBeLessThan(6);
      }
    }
  });

  it('shows the prompt: another text makes another panel, and no text is lost for being long', async () => {
    const panel = { left: 60, top: 540, width: 560, height: 70 };
    const one = await collage(1).paint(await request('A mug', ['red']), 'png');
    const other = await collage(1).paint(await request('A cat', ['red']), 'png');
    expect(await sharp(one).extract(panel).raw().toBuffer()).not.toEqual(
      await sharp(other).extract(panel).raw().toBuffer(),
    );
    const long = await collage(1).paint(await request('A very long prompt. '.repeat(40), ['red']), 'jpeg');
    expect(await sharp(long).metadata()).toMatchObject({ width: 640, height: 640 });
  });

  it('is the same bytes for the same seed and input, and differs by seed, picture and reference', async () => {
    const input = await request('A mug', ['red', 'blue']);
    const first = await collage(1).paint(input, 'jpeg');
    expect(await collage(1).paint(input, 'jpeg')).toEqual(first);
    expect(await collage(2).paint(input, 'jpeg')).not.toEqual(first);
    expect(await collage(1).paint({ ...input, index: 1, count: 2 }, 'jpeg')).not.toEqual(first);
    expect(await collage(1).paint(await request('A mug', ['red', 'green']), 'jpeg')).not.toEqual(first);
  });

  it.each(['<b>&amp; "x"</b>', '', '\u0000\u0007 \ud800', '日本語 😀 \u202e', 'x'.repeat(800)])(
    'can be made of any prompt: %j',
    async (prompt) => {
      const bytes = await collage(1).paint(await request(prompt, ['red'], 300, 300), 'jpeg');
      expect(await sharp(bytes).metadata()).toMatchObject({ width: 300, height: 300 });
    },
  );
});

describe('through the API', () => {
  it('the largest size is real, and the same seed gives the same ids and bytes in another order', async () => {
    const run = async (prompts: readonly string[]): Promise<Map<string, string>> => {
      await using emulator = await createEmulator({ seed: 5, serviceMs: [1, 20], format: 'jpeg' });
      const found = new Map<string, string>();
      for (const prompt of prompts) {
        const size = prompt === 'wide' ? '6198x2656(21:9)' : '1024x1024(1:1)';
        const input = { image_urls: [await dataUri('#aa5533')], 'width×height': size };
        const id = await submitPrompt(emulator, prompt, input);
        const bytes = Buffer.from(await (await fetch(imageOf(await finished(emulator, id)))).arrayBuffer());
        const { width, height } = await sharp(bytes).metadata();
        expect(`${width}x${height}`).toBe(size.replace(/\(.*/, ''));
        found.set(`${prompt} ${id}`, bytes.toString('base64'));
      }
      return found;
    };
    const first = await run(['wide', 'a', 'b']);
    const second = await run(['b', 'wide', 'a']);
    expect(new Map([...second].sort())).toEqual(new Map([...first].sort()));
  });
});

describe('measures', () => {
  it('keeps cells apart and inside', () => {
    for (let count = 1; count <= 10; count += 1) {
      const area = { left: 10, top: 20, width: 800, height: 300 };
      const cells = planGrid(area, count, 8);
      expect(cells).toHaveLength(count);
      for (const cell of cells) {
        expect(cell.left).toBeGreaterThanOrEqual(10);
        expect(cell.left + cell.width).toBeLessThanOrEqual(810);
        expect(cell.top + cell.height).toBeLessThanOrEqual(320);
      }
    }
    expect(planGrid({ left: 0, top: 0, width: 9, height: 9 }, 0, 1)).toEqual([]);
  });

  it('fits a box in the middle of a cell', () => {
    const cell = { left: 100, top: 100, width: 200, height: 100 };
    expect(fitInside(cell, 50, 50, 10)).toEqual({ left: 160, top: 110, width: 80, height: 80 });
    expect(() => cardRect(planLayout(100, 100, 1, 10), 1, 1, 1)).toThrow('no cell 1');
  });

  it.each([0, 5_000, 65_537, 300_000])('pads a JPEG to %i bytes', async (bytes) => {
    const jpeg = await picture('red', 200, 200, 'jpeg');
    const padded = padJpeg(jpeg, bytes);
    expect(padded.length).toBeGreaterThanOrEqual(Math.max(bytes, jpeg.length));
    expect(padded.length).toBeLessThanOrEqual(Math.max(bytes, jpeg.length) + 4);
    expect(await sharp(padded).raw().toBuffer()).toEqual(await sharp(jpeg).raw().toBuffer());
  });
});
