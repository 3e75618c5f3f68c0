import { reject, renderText } from './build-context.ts';
import type { BuildContext } from './build-context.ts';
import { quote } from './issue.ts';
import type { Pointer } from './issue.ts';
import { parseOutputPath } from './output-path.ts';

/** A safe output path, with the part of the spec that it comes from. */
export interface BuiltOutput {
  readonly text: string;
  readonly pointer: Pointer;
}

/** The output path: the edit's own, the spec's default, or one derived from the edit's id. */
export function buildOutput(context: BuildContext): BuiltOutput | undefined {
  const { key, fields, defaultOutput } = context.expanded;
  const template = fields.output ?? context.defaults.output;
  if (template === undefined)
    return check(context, defaultOutput, { path: ['edits', key], on: 'key' }, ' Give the edit an `output`.');
  const path = fields.output === undefined ? ['defaults', 'output'] : ['edits', key, 'output'];
  const text = renderText(context, template, path);
  return text === undefined ? undefined : check(context, text, { path, on: 'value' }, '');
}

function check(
  context: BuildContext,
  text: string,
  pointer: Pointer,
  advice: string,
): BuiltOutput | undefined {
  const output = parseOutputPath(text);
  if (output.ok) return { text: output.value, pointer };
  reject(context, `The output path ${quote(text)} ${output.error}${advice}`, pointer);
  return undefined;
}
