import fc, { type Arbitrary } from 'fast-check';

import type { EditChange, EditStatus, ReviewedEdit } from '../../../src/plan/review/types.ts';
import type { CostEstimate } from '../../../src/plan/review/cost-types.ts';
import { createPlanFile } from '../../../src/report/plan/create-plan-file.ts';
import type { PlanFile } from '../../../src/report/plan/types.ts';

/** Pieces that mean something to Markdown, HTML or GitHub, mixed with any text. */
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...['|', '`', '*', '~~', '](', '![x](http://e.x/i.png)', '<b>', '</details>', '</ins>', '<!--'],
        ...['@octocat', '#12', ':smile:', '$x$', '&#124;', '\n\n', '\n- ', '1. ', 'https://e.x', ' ', '\\'],
      ),
      fc.string({ unit: 'binary', maxLength: 10 }),
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''));
const name = text.map((each) => `x${each}`);
/** Of a file that is linked to: no segment of it is empty or consists of dots. */
const path = name.map((each) => each.replaceAll('/', '/x'));
const hash = fc.stringMatching(/^[0-9a-f]{64}$/);
const commit = fc.stringMatching(/^[0-9a-f]{40}$/);
const count = fc.integer({ min: 1, max: 9 });
const yes = fc.boolean();

/** A record of these keys; those whose names end in a question mark may be absent. */
function of<T>(keys: Readonly<Record<string, Arbitrary<unknown>>>): Arbitrary<T> {
  const all = Object.entries(keys).map(([key, value]) => [key.replace('?', ''), value] as const);
  const requiredKeys = Object.keys(keys).filter((key) => !key.endsWith('?'));
  return fc.record(Object.fromEntries(all), { requiredKeys, noNullPrototype: true }) as Arbitrary<T>;
}

function few<T>(each: Arbitrary<T>): Arbitrary<readonly T[]> {
  return fc.array(each, { maxLength: 3 });
}

const is = fc.constant;
const at = of({ file: name, line: count, column: count });
const pinned = of({ path, commit });
const reference = fc.oneof(
  of({ kind: is('file'), path: name }),
  of({ kind: is('url'), url: text }),
  of({ kind: is('output'), edit: name }),
  of({ kind: is('unnamed'), hash: name }),
);
const words = few(of({ kind: fc.constantFrom('same', 'removed', 'added'), text }));
const change = fc.oneof(
  of<EditChange>({ kind: fc.constantFrom('forced', 'reference-order') }),
  of<EditChange>({ kind: is('missing-files'), paths: few(name) }),
  of<EditChange>({ kind: is('again'), what: text }),
  of<EditChange>({ kind: is('prompt'), words }),
  of<EditChange>({ kind: is('reference-added'), reference, 'after?': pinned }),
  of<EditChange>({ kind: is('reference-removed'), reference, 'before?': pinned }),
  of<EditChange>({ kind: is('reference-replaced'), reference, 'before?': pinned, 'after?': pinned }),
  of<EditChange>({ kind: is('kept-take'), edit: name, before: count, after: count }),
  of<EditChange>({ kind: is('input'), edit: name, isPlanned: yes }),
  of<EditChange>({ kind: is('setting'), name: text, 'before?': text, 'after?': text }),
);
const status = fc.oneof(
  of<EditStatus>({ kind: fc.constantFrom('new', 'changed') }),
  of<EditStatus>({ kind: is('unchanged'), 'newerCommit?': text }),
  of<EditStatus>({
    kind: is('pending'),
    why: fc.constantFrom('collect', 'other-run', 'hold'),
    what: text,
    runUrl: text.chain((end) =>
      fc.constantFrom(end, `https://e.x/${end}`, `https://github.com/acme/shop/actions/${end}`),
    ),
    'requestId?': name,
  }),
  of<EditStatus>({ kind: is('blocked'), by: name }),
  of<EditStatus>({ kind: is('frozen'), hasPictures: yes }),
  of<EditStatus>({ kind: is('moved'), from: name, isCopied: yes, files: few(of({ from: name, to: name })) }),
  of<EditStatus>({ kind: is('aside'), from: name }),
  of<EditStatus>({ kind: is('shared'), with: name }),
  of<EditStatus>({ kind: is('skipped'), reason: text }),
);
const model = fc.constantFrom('bytedance/dreamina-4-0/edit', 'a/b_c', 'a/b.c/d');
const edit = of<ReviewedEdit>({
  id: name,
  'description?': text,
  at,
  prompt: text,
  output: name,
  model,
  'size?': text,
  'options?': fc.dictionary(name, text, { maxKeys: 3 }),
  references: few(reference),
  fingerprint: hash,
  action: fc.constantFrom('submit', 'collect', 'other-run', 'hold', 'share', 'unchanged', 'skip'),
  status,
  changes: few(change),
  'current?': pinned,
});
const basis = fc.oneof(of({ kind: is('price') }), of({ kind: is('recorded'), earlierEdits: count }));
const estimate = fc.oneof(
  of<CostEstimate>({ kind: is('none') }),
  of<CostEstimate>({ kind: is('unknown'), edits: count }),
  of<CostEstimate>({
    kind: is('known'),
    edits: count,
    usd: fc.double({ min: 0, max: 100, noNaN: true }).map(Math.abs),
    isLeast: yes,
    parts: few(of({ model, edits: count, eachUsd: count, isLeast: yes, basis })),
  }),
);

/** Any plan, with texts that try to become markup. */
export const samplePlans = of<Omit<PlanFile, 'version' | 'digest'>>({
  createdAt: is('2026-11-22T09:30:00.000Z'),
  actionVersion: name,
  repositoryUrl: is('https://github.com/acme/shop'),
  spec: of({ path, 'commit?': commit }),
  destination: name,
  'branchCommit?': commit,
  estimate,
  'renditions?': of({ files: count, isLeast: yes, 'avif?': of({ files: count, ms: count }) }),
  'growth?': of({ branchBytes: count, 'addedBytes?': count }),
  'month?': of({ name: is('2026-11'), limitUsd: count, spentUsd: count, edits: count, unpriced: count }),
  edits: fc.uniqueArray(edit, { maxLength: 4, selector: ({ id }) => id }),
  orphaned: few(of({ id: name, 'spec?': name, files: few(name), isRemoved: yes })),
  problems: few(of({ severity: fc.constantFrom('error', 'warning'), message: text, 'at?': at })),
}).map(createPlanFile);
