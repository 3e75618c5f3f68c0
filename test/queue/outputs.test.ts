import { describe, expect, test } from 'vitest';

import { describeShape, writeJson } from '../../src/queue/describe-json.ts';
import { readOutput, type ReadOutput } from '../../src/queue/parse-output.ts';

const a = 'https://out.runcomfy.net/a.png';
const b = 'https://out.runcomfy.net/b.mp4';

describe('an output that the vendor documents, or its clients accept', () => {
  test.each<[string, unknown, readonly string[]]>([
    ['a text', a, [a]],
    ['an array of texts', [a, b], [a, b]],
    ['an array of objects', [{ url: a }, { url: b }], [a, b]],
    ['`image` as an object', { image: { url: a } }, [a]],
    ['`images` of objects', { images: [{ url: a }, { image: { url: b } }] }, [a, b]],
    ['`url`', { url: a, width: 1 }, [a]],
    ['`image_url`', { image_url: a, seed: 4 }, [a]],
    ['empty entries among addresses', { images: [null, a, '', b, null] }, [a, b]],
    ['both kinds, each address once', { videos: [b], images: [a, a], image: null }, [a, b]],
    ['nothing', null, []],
    ['an empty text', '', []],
    ['an empty array', [], []],
    ['an empty object', {}, []],
    ['a known key without a value', { images: null }, []],
  ])('%s', (_what, output, urls) => {
    expect(readOutput(output)).toEqual({ urls });
  });
});

describe('an output in a form that is not known here is named, not guessed', () => {
  test.each<[string, unknown, ReadOutput]>([
    ['another key', { pictures: [a] }, { urls: [], unread: '{"pictures": ["https:..."]}' }],
    ['another scheme', { image: 's3://bucket/a.png' }, { urls: [], unread: '{"image": "s3:..."}' }],
    ['a text that is no address', 'done', { urls: [], unread: 'text' }],
    ['a number', 7, { urls: [], unread: 'number' }],
    ['one of two', { images: [a, 'gs://b/c.png'] }, { urls: [a], unread: '"gs:..."' }],
  ])('%s', (_what, output, read) => {
    expect(readOutput(output)).toEqual(read);
  });

  test('nested deeper than the stack reaches', () => {
    const deep: unknown = JSON.parse(`{"images":${'['.repeat(200_000)}${']'.repeat(200_000)}}`);
    expect(readOutput(deep)).toEqual({ urls: [], unread: '{"images": [[[...]]]}' });
    expect(writeJson(deep)).toBe('{"images": [[[...]]]}');
  });

  test('with many keys and long ones', () => {
    const many = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`k${index}`.repeat(40), 1]));
    expect(describeShape(many)).toMatch(/^\{"k0k0.{0,500}, 30 keys in all\}$/);
  });
});
