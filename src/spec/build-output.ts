import { reject, renderText } from './build-context.ts';
import type { BuildContext } from './build-context.ts';
import { quote } from './issue.ts';
import type { Place } from './issue.ts';
import { parseOutputPath } from './output-path.ts';

/** An output path that is safe, and what in the spec it comes from. */
export interface BuiltOutput {
  readonly text: string;
  readonly place: Place;
}

/** The output path: the edit's own, the default one of the spec, or one made of its id. */
export function buildOutput(context: BuildContext): BuiltOutput | undefined {
  const { key, fields, defaultOutput } = context.expanded;
  const template = fields.output ?? context.defaults.output;
  if (template === undefined)
    return check(context, defaultOutput, { path: ['edits', key], on: 'key' }, ' Give the edit an `output`.');
  const path = fields.output === undefined ? ['defaults', 'output'] : ['edits', key, 'output'];
  const text = renderText(context, template, path);
  return text === undefined ? undefined : check(context, text, { path, on: 'value' }, '');
}

function check(context: BuildContext, text: string, place: Place, advice: string): BuiltOutput | undefined {
  const output = parseOutputPath(text);
  if (output.ok) return { text: output.value, place };
  reject(context, `The output path ${quote(text)} ${output.error}${advice}`, place);
  return undefined;
}
