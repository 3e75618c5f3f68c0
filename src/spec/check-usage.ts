import type { ExpandedEdit } from './expand-edits.ts';
import { quote } from './issue.ts';
import type { SpecIssue } from './issue.ts';
import type { PromptFiles } from './read-prompt-files.ts';
import type { RawEdit } from './schema.ts';
import { interpolate, usedNames } from './template.ts';
import type { Draft } from './validate.ts';

/**
 * Warns about what makes no difference: a variable that is never used, and an axis of a matrix that changes nothing that is
 * sent to the model.
 */
export function checkUsage(
  draft: Draft,
  expanded: readonly ExpandedEdit[],
  promptFiles: PromptFiles,
): readonly SpecIssue[] {
  const textsOf = new Map(draft.edits.map(({ key, fields }) => [key, collectTexts(fields, draft)]));
  for (const { key, fields, scope } of expanded) {
    const file =
      fields['prompt-file'] === undefined ? undefined : interpolate(fields['prompt-file'], scope).text;
    const content = file === undefined ? undefined : promptFiles.get(file);
    if (content?.ok === true) textsOf.get(key)?.sent.add(content.value);
  }
  const everywhere = [...textsOf.values()].flatMap(({ sent, unsent }) => [...sent, ...unsent]);
  const vars = new Set(everywhere.flatMap((text) => usedNames(text, 'vars')));
  const issues = Object.keys(draft.vars)
    .filter((name) => !vars.has(name))
    .map((name): SpecIssue => warning(`The variable ${quote(name)} is never used.`, ['vars', name]));
  for (const { key, fields } of draft.edits) {
    const sent = [...(textsOf.get(key)?.sent ?? [])];
    const used = new Set(sent.flatMap((text) => usedNames(text, 'matrix')));
    // The id differs between combinations, too.
    const usesId = sent.some((text) => usedNames(text, 'edit').length > 0);
    const axes = Object.entries(fields.matrix ?? {}).filter(
      ([name]) => name !== 'include' && name !== 'exclude',
    );
    for (const [name, values] of axes) {
      if (usesId || used.has(name) || (values?.length ?? 0) < 2) continue;
      const message =
        `Nothing that ${quote(key)} sends uses \`\${{ matrix.${name} }}\`, so ` +
        'its values give the same pictures, which are made and paid for only once. ' +
        'For several candidates of one picture, use `takes`.';
      issues.push(warning(message, ['edits', key, 'matrix', name]));
    }
  }
  return issues;
}

/** Texts that affect what the model receives, and those that do not. */
interface Texts {
  readonly sent: Set<string>;
  readonly unsent: readonly string[];
}

function collectTexts(fields: Partial<RawEdit>, { defaults, model: top }: Draft): Texts {
  const { images = [], output = defaults.output ?? '', description = '', alt = '' } = fields;
  const named = (Array.isArray(images) ? images : [images]).map((entry) =>
    typeof entry === 'string' ? entry : entry.edit,
  );
  const settings = [fields.size ?? defaults.size, fields.scale ?? defaults.scale].map((value) =>
    String(value ?? ''),
  );
  const { model = top ?? '', options } = fields;
  const own = [model, JSON.stringify([options, defaults.options])];
  const sent = new Set([fields.prompt ?? '', fields['prompt-file'] ?? '', ...named, ...settings, ...own]);
  return { sent, unsent: [output, description, alt] };
}

function warning(message: string, path: readonly string[]): SpecIssue {
  return { severity: 'warning', message, pointer: { path, on: 'key' } };
}
