import type { BuildContext } from './build-context.ts';
import { renderText } from './build-context.ts';
import { buildImages } from './build-images.ts';
import type { BuiltImage } from './build-images.ts';
import { buildOutput } from './build-output.ts';
import type { BuiltOutput } from './build-output.ts';
import { buildPrompt } from './build-prompt.ts';
import type { ExpandedEdit } from './expand-edits.ts';
import type { SpecIssue } from './issue.ts';
import type { PromptFiles } from './read-prompt-files.ts';
import type { RawDefaults } from './schema.ts';
import { buildSettings, type ModelSettings } from './model-settings.ts';
import type { EditModel, EditModels } from './resolve-models.ts';
import { resolveTimeoutMs } from './settings.ts';
import type { EditRequest } from './types.ts';
import { DEFAULT_MODEL } from '../models/default-model.ts';
import type { Model } from '../models/types.ts';
import { buildOptions, type BuiltOptions } from './build-options.ts';

/** An edit with everything known about it. Each absent part has an issue that says why. */
export interface BuiltEdit {
  readonly expanded: ExpandedEdit;
  readonly output: BuiltOutput | undefined;
  readonly images: readonly BuiltImage[];
  readonly forceSingle: boolean;
  readonly model?: string;
  readonly published?: Model;
  readonly request: Omit<EditRequest, 'images' | 'output' | 'at'> | undefined;
}

/** Interpolates and checks each edit on its own. Checks that involve several edits come afterwards. */
export function buildEdits(
  expanded: readonly ExpandedEdit[],
  defaults: RawDefaults,
  models: EditModels,
  promptFiles: PromptFiles,
): { edits: readonly BuiltEdit[]; issues: readonly SpecIssue[] } {
  const issues: SpecIssue[] = [];
  const edits = expanded.map((edit): BuiltEdit => {
    const context: BuildContext = { expanded: edit, defaults, model: models.get(edit), issues };
    const settings = buildSettings(context);
    const { images: pictures, ...options } = buildOptions(context);
    const request = buildRequest(context, settings, options, promptFiles);
    return {
      expanded: edit,
      output: buildOutput(context),
      images: [...buildImages(context), ...pictures],
      forceSingle: settings?.forceSingle ?? false,
      ...(context.model !== undefined && describeModel(context.model)),
      request,
    };
  });
  return { edits, issues };
}

function buildRequest(
  context: BuildContext,
  settings: ModelSettings | undefined,
  options: Omit<BuiltOptions, 'images'>,
  promptFiles: PromptFiles,
): BuiltEdit['request'] {
  const { id, key, fields, scope } = context.expanded;
  const prompt = buildPrompt(context, promptFiles);
  const timeoutMs = resolveTimeoutMs(context);
  const description =
    fields.description === undefined
      ? undefined
      : renderText(context, fields.description, ['edits', key, 'description']);
  if (
    prompt === undefined ||
    settings === undefined ||
    timeoutMs === undefined ||
    context.model === undefined
  )
    return undefined;
  const matrix = Object.fromEntries(scope.matrix);
  const { frozen = false } = fields;
  const model = describeModel(context.model);
  const request = { id, key, matrix, prompt, ...model, ...options, ...settings, timeoutMs, frozen };
  return description === undefined ? request : { ...request, description };
}

function describeModel({ id, answer }: EditModel): { readonly model: string; readonly published?: Model } {
  const isPublished = answer.kind === 'known' && answer.model !== DEFAULT_MODEL;
  return { model: id, ...(isPublished && { published: answer.model }) };
}
