import { describe, expect, it } from 'vitest';
import { checkPicture } from '../../emulator/check-picture.ts';
import { checkValue } from '../../emulator/check-value.ts';
import { MODEL_ID, parseModel } from '../../emulator/model.ts';
import { createModels } from '../../emulator/models.ts';
import type { Schema } from '../../emulator/schema.ts';
import { readInput } from '../../emulator/read-input.ts';
import { dataUri } from './client.ts';

const model = createModels(0.03, []).get(MODEL_ID) ?? parseModel(undefined);
const inputSchema = model.input;
const pictureRules = inputSchema.properties?.['image_urls']?.validations ?? [];
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

  it.each<[Schema, unknown, string?]>([
    [{ type: 'integer', enum: [1, 2] }, 2],
    [{ type: 'integer', enum: [1, 2] }, 3, 'x must be one of 1, 2'],
    [{ type: 'integer', enum: [1, 2] }, '2', 'x must be a whole number'],
    [{ type: 'integer' }, 1.5, 'x must be a whole number'],
    [{ type: 'integer', minimum: 0 }, -1, 'x must be 0 or more, it is -1'],
    [{ type: 'number', maximum: 9 }, 9.5, 'x must be 9 or less, it is 9.5'],
    [{ type: 'float', minimum: 1, maximum: 20 }, 4.5],
    [{ type: 'string', minLength: 2 }, 'a', 'x must be at least 2 characters, it has 1'],
    [{ type: 'string', enum: ['1K'] }, '1k', 'x must be one of 1K'],
    [{ type: 'array', minItems: 2, items: { type: 'integer' } }, [1], 'x must have at least 2 items'],
    [{ type: 'array', maxItems: 1 }, [1, 2], 'x must have at most 1 item, it has 2'],
    [{ type: 'array', items: { type: 'string' } }, Array<string>(500).fill('a')],
    [{ type: 'array', format: 'image_uris' }, ['a'], 'x[0] must be an http(s) URL or a data: URI'],
    [
      { type: 'object', required: ['a'], properties: { a: { type: 'boolean' } } },
      { b: 1 },
      'x.a is required; x.b is not an input of this model',
    ],
  ])('%j of %j', (schema, value, problem = '') => {
    expect(checkValue(schema, value, 'x').join('; ')).toBe(problem);
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
    const read = readInput(model, { ...fine, image_urls: [url, uri] });
    expect(read).toMatchObject({ problems: [expect.stringContaining(`image_urls[1] ${problem}`)] });
  });

  it('fills in what was left out', async () => {
    const read = readInput(model, { image_urls: [await dataUri('red')], prompt: '' });
    expect(read).toMatchObject({
      input: { size: { width: 2048, height: 2048 }, scale: 0.5, count: undefined },
    });
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

  it.each([
    ['file_size_mb<', 2, false],
    ['file_size_mb<=', '2', true],
    ['file_size_mb≤', 1.9, false],
    ['file_size_mb ≤', '2', true],
    ['width_pixels>', 200, false],
    ['width_pixels>=', '200', true],
    ['width_pixels≥', 201, false],
    ['height_pixels>', '99', true],
    ['width/height<', '2', false],
    ['width/height≥', 2, true],
    ['moons<=', 1, true],
  ])('%s %s', (validation_rule, validation_value, holds) => {
    const rule = { validation_rule, validation_value, validation_error: 'broken' };
    const facts = { bytes: 2 * 1024 * 1024, width: 200, height: 100 };
    expect(checkPicture([rule], facts)).toEqual(holds ? [] : ['broken']);
  });
});
