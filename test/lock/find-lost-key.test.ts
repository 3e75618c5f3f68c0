import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { findLostKey as find } from '../../src/lock/find-lost-key.ts';

const findLostKey = (text: string) => find(text, JSON.parse(text));

describe('findLostKey', () => {
  it.each([
    ['at the top', '{"a": 1, "a": 2}', 'a', 9],
    ['below', '{"a": {"b": 1, "c": [{}], "b": 2}}', 'b', 26],
    ['behind an inner object', '{"a": {"b": {}}, "b": 1, "a": 2}', 'a', 25],
    ['spelled otherwise', '{"model": 1, "m\\u006fdel": 2}', 'model', 13],
    ['with a break before its colon', '{"a" : 1, "a"\r\n:2}', 'a', 10],
  ])('finds a key that occurs twice %s', (_where, text, key, offset) => {
    expect(JSON.parse(text)).toBeTypeOf('object');
    expect(findLostKey(text)).toEqual({ key, fault: 'occurs twice', offset });
  });

  it('finds a key that JavaScript keeps for itself', () => {
    expect(findLostKey('{"edits": {"__proto__": {}}}')).toEqual({
      key: '__proto__',
      fault: 'is not allowed',
      offset: 11,
    });
  });

  it.each([
    ['the same key in two objects', '[{"a": 1}, {"a": 2}]'],
    ['the same key within itself', '{"a": {"a": {"a": 1}}}'],
    ['a text that looks like one', String.raw`{"a": "\"a\": 1, {\"a\": 2, \\", "b": "a"}`],
  ])('does not mind %s', (_what, text) => {
    expect(JSON.parse(text)).toBeTypeOf('object');
    expect(findLostKey(text)).toBeUndefined();
  });

  it('finds a key that occurs twice in any JSON, wherever it is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string(), (value, key) => {
        fc.pre(key !== '__proto__' && !JSON.stringify(value).includes('"__proto__"'));
        const name = JSON.stringify(key);
        const text = `[${JSON.stringify(value)}, {${name}: ${JSON.stringify(value)}, "": {${name}:1,${name} :2}}]`;
        expect(findLostKey(text)).toMatchObject({ fault: 'occurs twice' });
      }),
    );
  });

  it('finds nothing in any JSON that JavaScript wrote', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(0, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        fc.pre(!text.includes('"__proto__"'));
        expect(findLostKey(text)).toBeUndefined();
      }),
    );
  });

  it('finds what is lost in a file as we write it', () => {
    const text = `${JSON.stringify({ edits: { a: 1, b: 2 } }, null, 2)}\n`;
    expect(findLostKey(text)).toBeUndefined();
    expect(findLostKey(text.replace('"b"', '"a"'))).toMatchObject({ key: 'a', fault: 'occurs twice' });
    expect(findLostKey(text.replace('"b"', '"__proto__"'))).toMatchObject({ key: '__proto__' });
    expect(findLostKey(text.replace('"b"', String.raw`"__pr\u006fto__"`))).toMatchObject({
      key: '__proto__',
    });
  });

  it('reads a text of 8 MB', () => {
    const text = JSON.stringify({
      a: 'x\\'.repeat(2_000_000),
      b: Array.from({ length: 100_000 }, () => ({ c: 1 })),
    });
    expect(findLostKey(`{"a": 1, "a": ${text}}`)?.offset).toBe(9);
    expect(findLostKey(text)).toBeUndefined();
  });
});
