import { describe, expect, it } from 'vitest';
import { checkPicture } from '../../emulator/check-picture.ts';
import { checkValue } from '../../emulator/check-value.ts';
import { inputSchema, pictureRules } from '../../emulator/model-schema.ts';
import { readInput } from '../../emulator/read-input.ts';
import { dataUri } from './client.ts';

const url = 'https://cdn.example.com/a.jpg';
const fine = { image_urls: [url], prompt: 'A mug' };

describe('the vendor’s schema', () => {
  it.each([
    [fine],
    [{ ...fine, 'width×height': '6198x2656(21:9)', scale: 1, force_single: true }],
    [{ ...fine, scale: 0 }],
    [{ image_urls: Array<string>(10).fill(url), prompt: '😀'.repeat(800) }],
  ])('accepts %j', (input) => {
    expect(checkValue(inputSchema, input, 'input')).toEqual([]);
  });

  it.each([
    [null, 'input must be an object'],
    [[], 'input must be an object'],
    [{ prompt: 'x' }, 'input.image_urls is required'],
    [{ image_urls: [url] }, 'input.prompt is required'],
    [{ ...fine, image_urls: url }, 'input.image_urls must be an array'],
    [{ ...fine, image_urls: [] }, 'input.image_urls must have at least 1 item'],
    [
      { ...fine, image_urls: Array<string>(11).fill(url) },
      'input.image_urls must have at most 10 items, it has 11',
    ],
    [{ ...fine, image_urls: [7] }, 'input.image_urls[0] must be a string'],
    [{ ...fine, image_urls: ['ftp://x/y.png'] }, 'input.image_urls[0] must be an http(s) URL or a data: URI'],
    [{ ...fine, prompt: 'x'.repeat(801) }, 'input.prompt must be at most 800 characters, it has 801'],
    [{ ...fine, prompt: 7 }, 'input.prompt must be a string'],
    [{ ...fine, 'width×height': '2048x2048' }, /^input\.width×height must be one of 1024x1024\(1:1\), /],
    [{ ...fine, widthxheight: '2048x2048(1:1)' }, 'input.widthxheight is not an input of this model'],
    [{ ...fine, scale: 1.01 }, 'input.scale must be from 0 to 1, it is 1.01'],
    [{ ...fine, scale: '0.5' }, 'input.scale must be a number'],
    [{ ...fine, force_single: 'true' }, 'input.force_single must be true or false'],
    [{ ...fine, constructor: 1 }, 'input.constructor is not an input of this model'],
  ])('refuses %j', (input, problem) => {
    expect(checkValue(inputSchema, input, 'input')).toEqual([
      typeof problem === 'string' ? problem : (expect.stringMatching(problem) as unknown),
    ]);
  });

  it('stops at a type it does not know rather than let anything pass', () => {
    expect(() => checkValue({ type: 'tensor' }, 1, 'x')).toThrow('tensor');
  });
});

describe('data: URIs', () => {
  it.each([
    ['data:image/gif;base64,AAAA', 'must be a base64 data: URI'],
    ['data:image/png,AAAA', 'must be a base64 data: URI'],
    ['data:image/png;base64,', 'holds no valid base64'],
    ['data:image/png;base64,AA*A', 'holds no valid base64'],
    [`data:image/png;base64,${'A'.repeat(8 * 1024 * 1024 + 4)}`, 'holds 6291459 bytes'],
  ])('%.40s is refused', (uri, problem) => {
    const read = readInput({ ...fine, image_urls: [url, uri] });
    expect(read).toMatchObject({ problems: [expect.stringContaining(`image_urls[1] ${problem}`)] });
  });

  it('fills in what was left out', async () => {
    const read = readInput({ image_urls: [await dataUri('red')], prompt: '' });
    expect(read).toMatchObject({ input: { width: 2048, height: 2048, scale: 0.5, forceSingle: false } });
  });
});

describe('the vendor’s rules for pictures', () => {
  it.each([
    [{ bytes: 15 * 1024 * 1024, width: 4096, height: 4096 }, []],
    [{ bytes: 15 * 1024 * 1024 + 1, width: 10, height: 10 }, ['Each image file must be ≤ 15 MB.']],
    [{ bytes: 1, width: 4097, height: 4000 }, ['Maximum resolution is 4096x4096.']],
    [{ bytes: 1, width: 4000, height: 4097 }, ['Maximum resolution is 4096x4096.']],
    [{ bytes: 1, width: 301, height: 100 }, ['The input image aspect ratio must be within [1/3, 3].']],
    [{ bytes: 1, width: 32, height: 100 }, ['The input image aspect ratio must be within [1/3, 3].']],
    [{ bytes: 1, width: 300, height: 100 }, []],
  ])('%j', (facts, problems) => {
    expect(checkPicture(pictureRules, facts)).toEqual(problems);
  });

  it('stops at a rule it does not know', () => {
    const rule = { validation_rule: 'moons<=', validation_value: 1, validation_error: '' };
    expect(() => checkPicture([rule], { bytes: 1, width: 1, height: 1 })).toThrow('moons');
  });
});
