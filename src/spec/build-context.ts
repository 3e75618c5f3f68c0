import type { ExpandedEdit } from './expand-edits.ts';
import type { Place, SpecIssue, SpecPath } from './issue.ts';
import type { RawDefaults } from './schema.ts';
import { interpolate } from './template.ts';

/** What the parts of one edit are built from, and where their issues go. */
export interface BuildContext {
  readonly expanded: ExpandedEdit;
  readonly defaults: RawDefaults;
  readonly issues: SpecIssue[];
}

/** Records an error of the edit. With `rule`, a matrix's combinations that break it at one place are shown as one. */
export function reject(
  { expanded, issues }: BuildContext,
  message: string,
  place: Place,
  rule?: string,
): void {
  const ofMatrix = expanded.fields.matrix !== undefined;
  issues.push({
    severity: 'error',
    message,
    place,
    ...(ofMatrix && { edit: expanded.id }),
    ...(rule !== undefined && { rule }),
  });
}

/** A text of the spec, interpolated; undefined, with issues, where an expression does not work. */
export function renderText(context: BuildContext, template: string, path: SpecPath): string | undefined {
  const { text, faults } = interpolate(template, context.expanded.scope);
  for (const { source, message } of faults) reject(context, message, { path, on: 'text', text: source });
  return faults.length === 0 ? text : undefined;
}
