import type { Position } from '../shared/problem.ts';
import { isFrozen, reject, renderText } from './build-context.ts';
import type { BuildContext } from './build-context.ts';
import { quote } from './issue.ts';
import type { Pointer } from './issue.ts';
import { parsePrompt } from './prompt-text.ts';
import type { PromptFiles } from './read-prompt-files.ts';
import { interpolate } from './template.ts';

/** The prompt as it is sent, from `prompt` or `prompt-file`; undefined, with issues recorded, if it is not valid. */
export function buildPrompt(context: BuildContext, files: PromptFiles): string | undefined {
  const { key, fields } = context.expanded;
  // Having both, or neither, was already reported when the form was checked.
  if (fields.prompt !== undefined) {
    const path = ['edits', key, 'prompt'];
    return finish(context, renderText(context, fields.prompt, path), '`prompt`', { path, on: 'value' });
  }
  const file = fields['prompt-file'];
  return file === undefined ? undefined : buildFromFile(context, file, files);
}

function buildFromFile(context: BuildContext, template: string, files: PromptFiles): string | undefined {
  const path = ['edits', context.expanded.key, 'prompt-file'];
  const pointer: Pointer = { path, on: 'value' };
  const file = renderText(context, template, path);
  const content = file === undefined ? undefined : files.get(file);
  if (file === undefined || content === undefined) return undefined;
  if (!content.ok) {
    reject(context, `The prompt file ${quote(file)} ${content.error}`, pointer);
    return undefined;
  }
  const { text, faults } = interpolate(content.value, context.expanded.scope);
  for (const { source, message } of faults) {
    reject(context, message, { position: positionIn(file, content.value, source) });
  }
  return finish(context, faults.length > 0 ? undefined : text, `The prompt file ${quote(file)}`, pointer);
}

function finish(
  context: BuildContext,
  text: string | undefined,
  what: string,
  pointer: Pointer,
): string | undefined {
  if (text === undefined) return undefined;
  const answer = context.model?.answer;
  const isLimited = answer?.kind === 'known' && !isFrozen(context);
  const most = isLimited ? answer.model.mostPromptLength : undefined;
  const least = isLimited ? answer.model.leastPromptLength : undefined;
  const prompt = parsePrompt(text, most, least);
  if (prompt.ok) return prompt.value;
  reject(context, `${what} ${prompt.error}`, pointer, 'prompt');
  return undefined;
}

function positionIn(file: string, content: string, source: string): Position {
  const before = content.slice(0, Math.max(0, content.indexOf(source))).split('\n');
  return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
