import { writeFile } from 'node:fs/promises';
import path from 'node:path';

import fc from 'fast-check';
import { expect, test } from 'vitest';

import { readSpec } from '../../src/spec/read-spec.ts';
import { createSpecStage, textPorts } from './spec-stage.ts';

const BASE = `version: 1
vars: { brand: Acme }
defaults: &d { size: 2048x2048 }
edits:
  cutout: { prompt: Cut, images: [shots/mug.png] }
  hero:
    <<: *d
    prompt: "\${{ matrix.scene }} \${{ vars.brand }}"
    images: [{ edit: cutout }, "https://example.com/\${{ edit.id }}.jpg"]
    matrix: { scene: [beach, studio], exclude: [{ scene: studio }] }
`;

const piece = fc.oneof(
  fc.constantFrom(
    '&d ',
    '*d',
    '<<: *d',
    '[',
    '}',
    ': ',
    '- ',
    '\n',
    '\t',
    'null',
    '~',
    '5',
    '.nan',
    '1e999',
    '"',
  ),
  fc.constantFrom(
    '${{ matrix.scene }}',
    '__proto__',
    'constructor: 1\n',
    '!!binary aGk=',
    '!!set {a}',
    '? ',
    '|\n',
  ),
  fc.string({ maxLength: 5 }),
);
const change = fc.record({ at: fc.nat(BASE.length), gone: fc.nat(12), piece });

test('whatever is done to a spec, it is read, or its problems are reported at their positions', async () => {
  await using workspace = await createSpecStage({});
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
      let text = BASE;
      for (const { at, gone, piece } of changes) text = text.slice(0, at) + piece + text.slice(at + gone);
      await writeFile(path.join(workspace.root, 'edits.yml'), text);
      const result = await readSpec('edits.yml', textPorts(workspace.root));
      const problems = result.ok ? result.value.warnings : result.error;
      expect(problems.some(({ severity }) => severity === 'error')).toBe(!result.ok);
      for (const { message, at } of problems) {
        expect(message).not.toMatch(/undefined|\[object|Invalid input|\n/);
        expect(at?.line).toBeGreaterThan(0);
        expect(at?.column).toBeGreaterThan(0);
      }
    }),
    { numRuns: 300 },
  );
});
