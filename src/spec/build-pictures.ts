import { reject, renderText, type IssueContext } from './build-context.ts';
import type { ExpandedEdit } from './expand-edits.ts';
import { quote, type SpecIssue } from './issue.ts';
import { ASPECT, BYTES, type RawSet } from './rendition-fields.ts';
import { didYouMean } from './suggest.ts';
import type { PictureSettings, RenditionSet } from './types.ts';
import type { Draft, PictureKeys } from './validate.ts';

/** What becomes of the pictures of each edit. */
export interface BuiltPictures {
  /** By expanded id; an edit whose pictures only stay as they are is not in it. */
  readonly settings: ReadonlyMap<string, PictureSettings>;
  readonly issues: readonly SpecIssue[];
}

/** The renditions, the mark and the alternative text of each edit. Nothing if the spec has issues of form. */
export function buildPictures(
  expanded: readonly ExpandedEdit[],
  { pictures }: Pick<Draft, 'pictures'>,
): BuiltPictures {
  const settings = new Map<string, PictureSettings>();
  if (pictures === undefined) return { settings, issues: [] };
  const issues = Object.entries(pictures.renditions ?? {}).flatMap(([name, set]) => checkSet(name, set));
  for (const edit of expanded) {
    const built = buildSettings({ expanded: edit, issues }, pictures);
    if (built !== undefined) settings.set(edit.id, built);
  }
  return { settings, issues };
}

function buildSettings(context: IssueContext, spec: PictureKeys): PictureSettings | undefined {
  const { key, fields } = context.expanded;
  const alt = fields.alt === undefined ? undefined : renderText(context, fields.alt, ['edits', key, 'alt']);
  const renditions = chooseSets(context, spec.renditions ?? {});
  const { mark = 'renditions', 'mark-prompt': markPrompt = false } = spec;
  if (alt === undefined && renditions.length === 0 && mark !== 'all') return undefined;
  const sourceType = fields['mark-source'] ?? spec['mark-source'];
  return {
    ...(alt !== undefined && { alt }),
    ...{ renditions, mark, markPrompt },
    ...(sourceType !== undefined && { sourceType }),
  };
}

function chooseSets(
  context: IssueContext,
  sets: NonNullable<PictureKeys['renditions']>,
): readonly RenditionSet[] {
  const { key, fields } = context.expanded;
  const known = Object.keys(sets);
  const { renditions: named = known } = fields;
  const names = new Set(Array.isArray(named) ? named : [named]);
  for (const name of names) {
    if (known.includes(name)) continue;
    const hint =
      didYouMean(name, known) ||
      (known.length === 0 ? ' The spec has no `renditions`.' : ` There are ${known.map(quote).join(', ')}.`);
    reject(context, `There is no set of renditions ${quote(name)}.${hint}`, {
      path: ['edits', key, 'renditions'],
      on: 'value',
    });
  }
  const chosen = known.filter((name) => names.has(name)).map((name) => readSet(name, sets[name]));
  return chosen.map((set) => ({
    ...set,
    isNamed: chosen.some(
      (other) => other.name !== set.name && other.formats.some((format) => set.formats.includes(format)),
    ),
  }));
}

function readSet(name: string, raw: RawSet | undefined): RenditionSet {
  const { width = [], format = ['webp', 'jpeg'], quality, background, aspect, fit = 'cover' } = raw ?? {};
  const maxBytes = parseBytes(raw?.['max-bytes']);
  const [, across, up] = ASPECT.exec(aspect ?? '') ?? [];
  return {
    name,
    widths: [...new Set(Array.isArray(width) ? width : [width])].toSorted((a, b) => a - b),
    formats: [...new Set(Array.isArray(format) ? format : [format])],
    ...(quality !== undefined && { quality }),
    ...(maxBytes !== undefined && { maxBytes }),
    ...(background !== undefined && { background: readColor(background) }),
    ...(across !== undefined && { crop: { fit, width: Number(across), height: Number(up) } }),
    isNamed: false,
  };
}

const UNITS: Readonly<Record<string, number>> = { B: 1, KB: 1000, MB: 1e6, KiB: 1024, MiB: 1024 ** 2 };

function parseBytes(text: string | undefined): number | undefined {
  const [, amount, unit = ''] = BYTES.exec(text ?? '') ?? [];
  return amount === undefined ? undefined : Math.floor(Number(amount) * (UNITS[unit] ?? 1));
}

/** As six lower-case digits, so that two spellings of one color are the same setting. */
function readColor(text: string): string {
  const color = text.toLowerCase();
  if (color === 'white') return '#ffffff';
  if (color === 'black') return '#000000';
  return color.length === 4 ? `#${color.slice(1).replaceAll(/./g, '$&$&')}` : color;
}

function checkSet(name: string, raw: RawSet): SpecIssue[] {
  const { formats } = readSet(name, raw);
  const path = ['renditions', name];
  const issues: SpecIssue[] = [];
  const error = (message: string, key: string): void => {
    issues.push({ severity: 'error', message, pointer: { path: [...path, key], on: 'value' } });
  };
  if (formats.includes('avif') && !formats.includes('jpeg') && !formats.includes('png'))
    error(
      `The set ${quote(name)} has AVIF without JPEG or PNG, which some browsers and site builders need. Add \`jpeg\` to its \`format\`.`,
      'format',
    );
  if (raw.fit !== undefined && raw.aspect === undefined)
    error(
      `The set ${quote(name)} has \`fit\` without \`aspect\`. Add an \`aspect\`, for example \`"16:9"\`.`,
      'fit',
    );
  return issues;
}
