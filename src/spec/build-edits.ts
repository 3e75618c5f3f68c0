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
import { resolveScale, resolveSize, resolveTimeoutMs } from './settings.ts';
import type { EditRequest } from './types.ts';

/** An edit with everything known about it. Each absent part has an issue that says why. */
export interface BuiltEdit {
  readonly expanded: ExpandedEdit;
  readonly output: BuiltOutput | undefined;
  readonly images: readonly BuiltImage[];
  readonly forceSingle: boolean;
  readonly request: Omit<EditRequest, 'images' | 'output' | 'at'> | undefined;
}

/** Interpolates and checks each edit on its own. Checks that involve several edits come afterwards. */
export function buildEdits(
  expanded: readonly ExpandedEdit[],
  defaults: RawDefaults,
  promptFiles: PromptFiles,
): { edits: readonly BuiltEdit[]; issues: readonly SpecIssue[] } {
  const issues: SpecIssue[] = [];
  const edits = expanded.map((edit): BuiltEdit => {
    const context: BuildContext = { expanded: edit, defaults, issues };
    const forceSingle = edit.fields['force-single'] ?? defaults['force-single'] ?? false;
    const request = buildRequest(context, forceSingle, promptFiles);
    return {
      expanded: edit,
      output: buildOutput(context),
      images: buildImages(context),
      forceSingle,
      request,
    };
  });
  return { edits, issues };
}

function buildRequest(
  context: BuildContext,
  forceSingle: boolean,
  promptFiles: PromptFiles,
): BuiltEdit['request'] {
  const { id, key, fields, scope } = context.expanded;
  const prompt = buildPrompt(context, promptFiles);
  const size = resolveSize(context);
  const scale = resolveScale(context);
  const timeoutMs = resolveTimeoutMs(context);
  const description =
    fields.description === undefined
      ? undefined
      : renderText(context, fields.description, ['edits', key, 'description']);
  if (prompt === undefined || size === undefined || scale === undefined || timeoutMs === undefined)
    return undefined;
  const matrix = Object.fromEntries(scope.matrix);
  const { frozen = false } = fields;
  const request = { id, key, matrix, prompt, size, scale, forceSingle, timeoutMs, frozen };
  return description === undefined ? request : { ...request, description };
}
