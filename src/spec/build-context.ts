import type { ExpandedEdit } from './expand-edits.ts';
import type { Pointer, SpecIssue, SpecPath } from './issue.ts';
import type { EditModel } from './resolve-models.ts';
import type { RawDefaults } from './schema.ts';
import { interpolate, usedNames } from './template.ts';

/** What the parts of one edit are built from, and the list that collects their issues. */
export interface BuildContext {
  readonly expanded: ExpandedEdit;
  readonly defaults: RawDefaults;
  /** Undefined if it has an issue: then nothing is known of the model. */
  readonly model: EditModel | undefined;
  readonly issues: SpecIssue[];
}

/** Whether the edit is never sent, whatever its model takes by now. */
export function isFrozen({ expanded }: Pick<BuildContext, 'expanded'>): boolean {
  return expanded.fields.frozen === true;
}

/** Whether the matrix of the edit compares models: its keys are then for all of them. */
export function comparesModels({ expanded }: Pick<BuildContext, 'expanded'>): boolean {
  return usedNames(expanded.fields.model ?? '', 'matrix').length > 0;
}

/** What an issue of an edit is recorded with. */
export type IssueContext = Pick<BuildContext, 'expanded' | 'issues'>;

/** Records an error of the edit. Errors of one `rule` at one pointer, from several combinations of a matrix, are shown as one. */
export function reject(
  { expanded, issues }: IssueContext,
  message: string,
  pointer: Pointer,
  rule?: string,
): void {
  const ofMatrix = expanded.fields.matrix !== undefined;
  issues.push({
    severity: 'error',
    message,
    pointer,
    ...(ofMatrix && { edit: expanded.id }),
    ...(rule !== undefined && { rule }),
  });
}

/** A text of the spec, interpolated; undefined, with issues recorded, if an expression does not work. */
export function renderText(context: IssueContext, template: string, path: SpecPath): string | undefined {
  const { text, faults } = interpolate(template, context.expanded.scope);
  for (const { source, message } of faults) reject(context, message, { path, on: 'text', text: source });
  return faults.length === 0 ? text : undefined;
}
