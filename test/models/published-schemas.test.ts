import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { checkPicture } from '../../emulator/check-picture.ts';
import { parseModel } from '../../emulator/model.ts';
import { SHIPPED_DOCUMENTS } from '../../emulator/models.ts';
import { readInput } from '../../emulator/read-input.ts';
import type { Json } from '../../src/lock/types.ts';
import { checkOptions, type Options } from '../../src/models/check-options.ts';
import { isInRange, readImageLimits } from '../../src/models/image-limits.ts';
import { readModel } from '../../src/models/read-model.ts';

type Schema = Readonly<Record<string, unknown>>;
type Case = readonly [schema: Schema, value: Json];

const URL = 'https://cdn.example.com/a.png';
const words = fc.constantFrom('1K', '1k', '2K', 'auto', '16:9', 'png', '', 'a😀b', 'é');
const numbers = fc.oneof(fc.integer({ min: -3, max: 12 }), fc.constantFrom(0.5, 1.5, 2.25, -0.5));
/** Values of every type, most of them wrong wherever they stand. */
const junk: fc.Arbitrary<Json> = fc.oneof(
  words,
  numbers,
  fc.boolean(),
  fc.constantFrom<Json>(null, [], {}, ['1K'], { a: 1 }, 'true', '4'),
);
/** A limit that is there or not. */
const limit = (name: string, values: fc.Arbitrary<number>): fc.Arbitrary<Schema> =>
  fc.option(values, { nil: undefined }).map((value) => (value === undefined ? {} : { [name]: value }));
const limits = (...each: readonly fc.Arbitrary<Schema>[]): fc.Arbitrary<Schema> =>
  fc.tuple(...each).map((parts) => Object.assign({}, ...parts) as Schema);
const choices = (values: fc.Arbitrary<Json>): fc.Arbitrary<Schema> =>
  fc.oneof(
    { weight: 2, arbitrary: fc.constant({}) },
    {
      weight: 1,
      arbitrary: fc.array(values, { minLength: 1, maxLength: 4 }).map((each) => ({ enum: each })),
    },
  );

/** Some schemas list values of another type than they name. */
const anyChoice = fc.oneof(words, numbers);

/** A schema with a value that often fits it. */
const text: fc.Arbitrary<Case> = fc
  .tuple(
    limits(choices(anyChoice), limit('minLength', fc.nat(3)), limit('maxLength', fc.nat(6))),
    fc.oneof(words, junk),
  )
  .map(([more, value]) => [{ type: 'string', ...more }, value]);
const number: fc.Arbitrary<Case> = fc
  .tuple(
    fc.constantFrom('integer', 'number', 'float'),
    limits(choices(anyChoice), limit('minimum', numbers), limit('maximum', numbers)),
    fc.oneof({ weight: 4, arbitrary: numbers }, { weight: 1, arbitrary: junk }),
  )
  .map(([type, more, value]) => [{ type, ...more }, value]);
const flag: fc.Arbitrary<Case> = fc
  .tuple(fc.oneof(fc.boolean(), junk))
  .map(([value]) => [{ type: 'boolean' }, value]);
const leaf = fc.oneof(text, number, flag);
const list: fc.Arbitrary<Case> = fc
  .tuple(
    fc.array(leaf, { minLength: 1, maxLength: 4 }),
    limits(limit('minItems', fc.nat(3)), limit('maxItems', fc.nat(4))),
  )
  .map(([entries, more]) => [
    { type: 'array', items: entries[0]?.[0], ...more },
    entries.map(([, value]) => value),
  ]);

/** Keys with their schemas, some required, some left out of the value, and sometimes a key too many. */
function mapOf(each: fc.Arbitrary<Case>): fc.Arbitrary<Case> {
  const key = fc.constantFrom('seed', 'quality', 'aspect_ratio', 'n', 'constructor', 'größe');
  const entry = fc.tuple(key, each, fc.boolean(), fc.integer({ min: 0, max: 4 }));
  return fc
    .tuple(
      fc.uniqueArray(entry, { selector: ([name]) => name, maxLength: 4 }),
      fc.integer({ min: 0, max: 6 }),
    )
    .map(([entries, extra]) => {
      const required = entries.filter(([, , isRequired]) => isRequired).map(([name]) => name);
      const given = entries.filter(([, , isRequired, left]) => left > (isRequired ? 0 : 1));
      const value = Object.fromEntries([
        ...given.map(([name, [, own]]) => [name, own] as const),
        ...(extra === 0 ? [['sead', 1] as const] : []),
      ]);
      const properties = Object.fromEntries(entries.map(([name, [schema]]) => [name, schema]));
      return [{ type: 'object', required, properties }, value];
    });
}

/** How a model takes its references, whatever the keys are called. */
const references = fc.constantFrom<readonly [name: string, schema: Schema, value: Json]>(
  ['image_urls', { type: 'array', items: { type: 'string', format: 'image_uri' }, minItems: 1 }, [URL]],
  ['images', { type: 'array', format: 'image_uris', items: { type: 'string' }, maxItems: 10 }, [URL, URL]],
  ['image_url', { type: 'string', format: 'image_uri' }, URL],
  ['photo', { type: 'array', format: 'image_uris' }, [URL]],
);
const mask = fc.constantFrom<readonly [schema: Schema, value: Json] | undefined>(undefined, [
  { type: 'string', format: 'image_uri' },
  URL,
]);

describe('any schema of the dialect', () => {
  it('accepts the same options here and at the emulated service', () => {
    const seen = { accepted: 0, refused: 0 };
    fc.assert(
      fc.property(
        references,
        mask,
        fc.boolean(),
        mapOf(fc.oneof({ weight: 5, arbitrary: leaf }, list, mapOf(leaf))),
        ([name, schema, pictures], masked, isMaskFirst, [options, given]) => {
          const own = options['properties'] as Schema;
          const picture = masked === undefined ? {} : { mask_url: masked[0] };
          const input_schema = {
            type: 'object',
            required: ['prompt', name, ...(options['required'] as string[])],
            properties: {
              ...(isMaskFirst ? picture : {}),
              prompt: { type: 'string', default: 'A sample' },
              [name]: schema,
              ...own,
              ...picture,
            },
          };
          const model = readModel('acme/brush', input_schema);
          if (!model.ok) throw new Error(model.error);
          expect(model.value.references.key).toBe(name);
          const named = new Set(masked === undefined ? [] : ['mask_url']);
          const faults = checkOptions(model.value, given as Options, named);

          // As a request is made: references and pictures by their addresses, options as they are.
          const body = {
            [model.value.references.key]: pictures,
            prompt: 'A mug',
            ...(given as Options),
            ...(masked === undefined ? {} : { mask_url: masked[1] }),
          };
          const document = { model_id: 'acme/brush', base_price_usd: 1, price_unit: 'output', input_schema };
          const read = readInput(parseModel(document), JSON.parse(JSON.stringify(body)));
          const problems = 'problems' in read ? read.problems : [];
          expect({ faults, problems }).toSatisfy(() => (faults.length === 0) === (problems.length === 0));
          seen[faults.length === 0 ? 'accepted' : 'refused'] += 1;
        },
      ),
      { numRuns: 2000 },
    );
    // Both happen often enough that the agreement means something.
    expect(Math.min(seen.accepted, seen.refused)).toBeGreaterThan(200);
  });

  it('accepts the same pictures by every spelling of a rule; a file size with a megabyte to spare', () => {
    const rule = fc.record({
      validation_rule: fc
        .tuple(
          fc.constantFrom('width_pixels', 'height_pixels', 'width/height', 'file_size_mb', 'moons'),
          fc.constantFrom('', ' '),
          fc.constantFrom('<', '<=', '>', '>=', '≥', '≤'),
        )
        .map((parts) => parts.join('')),
      validation_value: fc.oneof(fc.constantFrom(0.5, 1, 2, 3, 100, 200), fc.constantFrom('0.5', '2', '100')),
    });
    const facts = fc.record({
      bytes: fc.constantFrom(1, 500_000, 524_288, 1_000_000, 1_048_576, 2_000_000, 3_000_001),
      width: fc.constantFrom(1, 50, 100, 200, 300),
      height: fc.constantFrom(1, 50, 100, 200),
    });
    fc.assert(
      fc.property(fc.array(rule, { maxLength: 4 }), facts, (rules, picture) => {
        const named = rules.map((each) => ({ ...each, validation_error: each.validation_rule }));
        const { limits: read } = readImageLimits(rules);
        const fits = {
          bytes: isInRange(picture.bytes, read.fileBytes),
          rest:
            isInRange(picture.width, read.width) &&
            isInRange(picture.height, read.height) &&
            isInRange(picture.width / picture.height, read.ratio),
        };
        const broken = checkPicture(named, picture);
        expect(broken.some((name) => !name.startsWith('file_size'))).toBe(!fits.rest);
        // The megabyte of a rule is the smaller one here, so a rule for the least size may differ by it.
        const isUpper = rules.every(({ validation_rule: name }) => !/^file_size_mb ?[>≥]/.test(name));
        if (fits.bytes && isUpper) expect(broken.filter((name) => name.startsWith('file_size'))).toEqual([]);
      }),
    );
  });

  it.each(SHIPPED_DOCUMENTS.map((document) => [document.model_id, document.input_schema] as const))(
    'reads the schema of %s without a rule that it does not understand',
    (id, schema) => {
      const model = readModel(id, schema);
      expect(model).toMatchObject({ ok: true, value: { unknownRules: [] } });
      if (!model.ok) return;
      const emulated = parseModel(SHIPPED_DOCUMENTS.find(({ model_id }) => model_id === id));
      expect([model.value.references.key]).toEqual(emulated.pictureKeys.slice(0, 1));
    },
  );
});
