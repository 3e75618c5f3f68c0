import path from 'node:path';

import { breathe } from '../shared/breathe.ts';
import type { LookUpModels } from '../models/types.ts';
import { relativeTo } from '../shared/inside.ts';
import { compareInFile, type Position, type Problem } from '../shared/problem.ts';
import { buildEdits } from './build-edits.ts';
import type { BuiltEdit } from './build-edits.ts';
import { buildPictures, type BuiltPictures } from './build-pictures.ts';
import { checkDefaultOptions } from './check-default-options.ts';
import { checkOutputs } from './check-outputs.ts';
import { checkRenditions } from './check-renditions.ts';
import { checkReferences } from './check-references.ts';
import { checkUsage } from './check-usage.ts';
import { expandEdits } from './expand-edits.ts';
import { quote } from './issue.ts';
import type { Locate } from './locate.ts';
import { locateIssues, sortProblems } from './locate-issues.ts';
import { parseYaml } from './parse-yaml.ts';
import { resolveModels } from './resolve-models.ts';
import { readPromptFiles } from './read-prompt-files.ts';
import { createTextReader, type TextPorts } from './read-text.ts';
import type { BudgetLimits, EditRequest, ImageUser, PictureSettings, SpecFile } from './types.ts';
import { suggestSpec } from './suggest-spec.ts';
import { checkKeep, listTakes, nameKept } from './takes.ts';
import { validateSpec } from './validate.ts';
import type { Draft } from './validate.ts';

/** 5,000 edits of 800 bytes each. A larger file is hardly meant to be a spec, and the parser would need seconds. */
const MAX_SPEC_BYTES = 4 * 1024 * 1024;

const ADVICE = 'Check the input `spec`, and that `actions/checkout` runs before this step.';
const ADVICE_AT_DESK = 'Name the spec as the argument, or write a first one with `dreamina-edits init`.';

/** What reading a spec needs. */
export interface SpecPorts extends TextPorts {
  /** Absent: nothing is known of any model but the default one. */
  readonly lookUpModels?: LookUpModels;
}

/** The result of reading a spec. If it has errors, `imageUsers` are the edits as far as their images are known, so that these
 * can be checked at the same time. */
export type SpecReading =
  | {
      readonly ok: true;
      readonly value: { readonly spec: SpecFile; readonly warnings: readonly Problem[] };
    }
  | {
      readonly ok: false;
      readonly error: readonly Problem[];
      readonly imageUsers: readonly ImageUser[];
    };

/**
 * Reads, checks and expands a spec. `specPath` is relative to the workspace, or an absolute path inside it. Fails with every
 * problem that can be found without looking at images, warnings included, in the order of the file. Throws the
 * signal's reason.
 */
export async function readSpec(specPath: string, ports: SpecPorts): Promise<SpecReading> {
  const { workspace, signal } = ports;
  const file = relativeTo(workspace, path.resolve(workspace, specPath));
  if (path.isAbsolute(specPath) && file.startsWith('../')) return failure(describeForeignPath(specPath));
  const readTexts = createTextReader(ports);
  const text = (await readTexts([file], MAX_SPEC_BYTES)).get(file);
  if (text?.ok !== true) {
    const advice =
      (await suggestSpec(file, workspace)) ?? (ports.isAtDesk === true ? ADVICE_AT_DESK : ADVICE);
    return failure(`The spec ${quote(file)} ${text?.error ?? 'was not read.'} ${advice}`);
  }
  const yaml = await parseYaml(text.value, file, signal);
  if (!yaml.ok) return { ok: false, error: sortProblems(yaml.error), imageUsers: [] };
  const { locate } = yaml.value;

  // Each of these steps takes tens of milliseconds with a large spec.
  await breathe(signal);
  const { draft, issues: issuesOfForm } = validateSpec(yaml.value.value);
  const expansion = expandEdits(inFileOrder(draft, locate));
  const promptFiles = await readPromptFiles(expansion.edits, readTexts);
  await breathe(signal);
  const { models, issues: issuesOfModels } = await resolveModels(expansion.edits, draft, ports.lookUpModels);
  const { edits, issues: issuesOfEdits } = buildEdits(expansion.edits, draft.defaults, models, promptFiles);
  const pictures = buildPictures(expansion.edits, draft);
  await breathe(signal);
  const issues = [
    ...issuesOfForm,
    ...expansion.issues,
    ...issuesOfModels,
    ...checkDefaultOptions(draft.defaults, models),
    ...issuesOfEdits,
    ...checkOutputs(edits, draft.defaults, locate),
    ...pictures.issues,
    ...checkRenditions(edits, pictures.settings, locate),
    ...checkReferences(edits, expansion),
    ...checkKeep(expansion.edits, draft.defaults),
  ];
  const sound = [...issues, ...yaml.value.problems].every(({ severity }) => severity === 'warning');
  // What is used is known only for a spec without errors.
  if (sound) issues.push(...checkUsage(draft, expansion.edits, promptFiles));
  const problems = sortProblems([...locateIssues(issues, locate), ...yaml.value.problems]);
  if (!sound) {
    return { ok: false, error: problems, imageUsers: edits.map((edit) => toImageUser(edit, locate)) };
  }

  const budget = readBudget(draft.budget, locate);
  const kept = new Map(expansion.edits.map((edit) => [edit.id, nameKept(edit, draft.defaults)]));
  const requests = edits.flatMap((edit) => toRequests(edit, draft.defaults, kept, pictures.settings, locate));
  const spec: SpecFile = { path: file, budget, edits: requests };
  return { ok: true, value: { spec, warnings: problems } };
}

/** In a container, `${{ github.workspace }}` is a path of the host, which does not exist there. */
function describeForeignPath(specPath: string): string {
  return (
    `The spec ${quote(specPath)} is outside the workspace. Use a path relative to the workspace, for example ` +
    `${quote(path.basename(specPath))}, without \`\${{ github.workspace }}\`: in a container job, that is a path of the host.`
  );
}

function failure(message: string): SpecReading {
  return { ok: false, error: [{ severity: 'error', message }], imageUsers: [] };
}

/** JavaScript moves keys such as `2024` to the front of an object. */
function inFileOrder(draft: Draft, locate: Locate): Draft {
  if (!draft.edits.some(({ key }) => /^\d+$/.test(key))) return draft;
  const located = draft.edits.map((edit) => ({ edit, at: locate({ path: ['edits', edit.key], on: 'key' }) }));
  located.sort((a, b) => compareInFile(a.at, b.at));
  return { ...draft, edits: located.map(({ edit }) => edit) };
}

function toImageUser({ expanded, images, model, published }: BuiltEdit, locate: Locate): ImageUser {
  return {
    id: expanded.id,
    ...(model !== undefined && { model }),
    ...(published !== undefined && { published }),
    ...(expanded.fields.frozen === true && { frozen: true }),
    images: images.map(({ path: at, ...image }) => ({ ...image, at: locate({ path: at, on: 'value' }) })),
    at: locate({ path: ['edits', expanded.key], on: 'key' }),
  };
}

/** One request for each take. What uses the output of another edit gets that of its kept take, by `kept`. */
function toRequests(
  edit: BuiltEdit,
  defaults: Draft['defaults'],
  kept: ReadonlyMap<string, string>,
  settings: BuiltPictures['settings'],
  locate: Locate,
): readonly EditRequest[] {
  const { expanded, request, output } = edit;
  if (request === undefined || output === undefined) {
    throw new Error(`Edit ${expanded.id} is incomplete though no problem of it was found`);
  }
  const built = { ...toImageUser(edit, locate), ...request };
  const images = built.images.map((image) =>
    image.kind === 'edit' ? { ...image, id: kept.get(image.id) ?? image.id } : image,
  );
  return listTakes(expanded, defaults, output.text).map((take) => ({
    ...{ ...built, images, ...take },
    ...describePictures(settings.get(expanded.id), take),
  }));
}

/** Renditions are made of the kept take only. */
function describePictures(
  pictures: PictureSettings | undefined,
  { take }: Pick<EditRequest, 'take'>,
): Pick<EditRequest, 'pictures'> {
  if (pictures === undefined) return {};
  return { pictures: take === undefined || take.isKept ? pictures : { ...pictures, renditions: [] } };
}

function readBudget(budget: Draft['budget'], locate: Locate): BudgetLimits {
  const { 'max-edits': maxEdits, 'max-cost': maxCostUsd, 'per-month': perMonthUsd } = budget;
  const placeOf = (key: string): Position => locate({ path: ['budget', key], on: 'value' });
  const edits = maxEdits !== undefined && { maxEdits: placeOf('max-edits') };
  const cost = maxCostUsd !== undefined && { maxCostUsd: placeOf('max-cost') };
  const month = perMonthUsd !== undefined && { perMonthUsd: placeOf('per-month') };
  return {
    ...(maxEdits !== undefined && { maxEdits }),
    ...(maxCostUsd !== undefined && { maxCostUsd }),
    ...(perMonthUsd !== undefined && { perMonthUsd }),
    ...((edits || cost || month) && { at: { ...edits, ...cost, ...month } }),
  };
}
