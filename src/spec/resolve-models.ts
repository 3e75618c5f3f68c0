import { isModelId, PUBLIC_MODELS } from '../models/model-id.ts';
import { DEFAULT_MODEL } from '../models/default-model.ts';
import type { LookUpModels, ModelAnswer } from '../models/types.ts';
import { MODEL } from '../shared/model.ts';
import type { ExpandedEdit } from './expand-edits.ts';
import { quote } from './issue.ts';
import type { SpecIssue, SpecPath } from './issue.ts';
import { didYouMean } from './suggest.ts';
import { interpolate } from './template.ts';
import type { Draft } from './validate.ts';

/** The model of an edit, with what is known about it. */
export interface EditModel {
  readonly id: string;
  readonly answer: ModelAnswer;
  /** The built-in schema is used because the service's own is not known here: it may have more keys. */
  readonly isStandIn?: true;
  /** Where the spec names it. */
  readonly path: SpecPath;
}

/** By edit; without those whose model has an issue. */
export type EditModels = ReadonlyMap<ExpandedEdit, EditModel>;

const NOT_ASKED: LookUpModels = async (ids) =>
  await Promise.resolve(
    new Map(ids.map((id) => [id, { kind: 'unknown', why: 'the service was not asked' } as const])),
  );

/**
 * Finds out which model each edit is for, and what is known about it: each is looked up once. The default model is built in,
 * and looked up only for edits with `options`, which may be newer than this version.
 */
export async function resolveModels(
  expanded: readonly ExpandedEdit[],
  { model: top, defaults }: Pick<Draft, 'model' | 'defaults'>,
  lookUp: LookUpModels = NOT_ASKED,
): Promise<{ readonly models: EditModels; readonly issues: readonly SpecIssue[] }> {
  const issues: SpecIssue[] = [];
  const named = expanded.flatMap((edit) => {
    if (edit.fields.model === undefined && top === undefined) return [{ edit, id: MODEL, path: ['model'] }];
    const path = edit.fields.model === undefined ? ['model'] : ['edits', edit.key, 'model'];
    const template = edit.fields.model ?? top ?? MODEL;
    const found = readId(edit, template, path);
    issues.push(...found.issues);
    return found.id === undefined ? [] : [{ edit, id: found.id, path }];
  });
  const asked = named.filter(
    ({ edit, id }) => id !== MODEL || edit.fields.options !== undefined || defaults.options !== undefined,
  );
  const answers: ReadonlyMap<string, ModelAnswer> =
    asked.length === 0 ? new Map() : await lookUp([...new Set(asked.map(({ id }) => id))]);
  const models = new Map<ExpandedEdit, EditModel>();
  for (const { edit, id, path } of named) {
    const builtIn = { kind: 'known', model: DEFAULT_MODEL } as const;
    const given: ModelAnswer | undefined =
      id === MODEL ? (keepKnown(answers.get(id)) ?? builtIn) : answers.get(id);
    const answer = given ?? { kind: 'unknown', why: 'the service was not asked' };
    const isStandIn = id === MODEL && answers.has(id) && answers.get(id)?.kind !== 'known';
    models.set(edit, {
      id,
      path,
      answer: edit.fields.frozen === true ? recall(answer) : answer,
      ...(isStandIn && { isStandIn }),
    });
  }
  // A frozen edit is not sent, so it does not matter what becomes of its model.
  for (const [edit, model] of models)
    if (edit.fields.frozen !== true) issues.push(...describeAnswer(edit, model));
  return { models, issues };
}

/** A model that is no longer there, as it was. */
function recall(answer: ModelAnswer): ModelAnswer {
  if (answer.kind !== 'refused') return answer;
  const { why, last } = answer;
  return last === undefined ? { kind: 'unknown', why } : { kind: 'known', model: last };
}

/** What is built in is known without anyone's answer. */
function keepKnown(answer: ModelAnswer | undefined): ModelAnswer | undefined {
  return answer?.kind === 'known' ? answer : undefined;
}

function readId(
  edit: ExpandedEdit,
  template: string,
  path: SpecPath,
): { readonly id?: string; readonly issues: readonly SpecIssue[] } {
  const { text, faults } = interpolate(template, edit.scope);
  if (faults.length > 0) {
    const issues = faults.map(({ source, message }) =>
      issueOf(edit, message, { path, on: 'text', text: source } as const),
    );
    return { issues };
  }
  if (isModelId(text)) return { id: text, issues: [] };
  const hint = didYouMean(text, PUBLIC_MODELS) || ` Write it as \`${MODEL}\` is written.`;
  return {
    issues: [issueOf(edit, `${quote(text)} is not the id of a model.${hint}`, { path, on: 'value' })],
  };
}

function describeAnswer(edit: ExpandedEdit, { id, answer, path }: EditModel): readonly SpecIssue[] {
  const pointer = { path, on: 'value' } as const;
  switch (answer.kind) {
    case 'known': {
      const { unknownRules } = answer.model;
      const rules = unknownRules.map(
        (rule) =>
          `The schema of ${quote(id)} has the rule ${quote(rule)}, which this version does not know, so reference images were not checked by it.`,
      );
      const { key } = answer.model.references;
      const rivals = answer.model.rivals.map((rival) => quote(rival)).join(', ');
      const tie = `\`images\` is sent as ${quote(key)} to ${quote(id)}. Its schema does not say whether references belong there or in ${rivals}: look at the first picture before you make more.`;
      const notes = [
        ...rules,
        ...(rivals === '' ? [] : [tie]),
        ...(answer.note === undefined ? [] : [answer.note]),
      ];
      return notes.map((message) => ({ ...issueOf(edit, message, pointer), severity: 'warning' }));
    }
    case 'refused': {
      const message = `${quote(id)} cannot be used: ${answer.why}.${didYouMean(
        id,
        PUBLIC_MODELS.filter((each) => each !== id),
      )}`;
      return [issueOf(edit, message, pointer)];
    }
    case 'unknown': {
      const message = `\`options\` and reference images were not checked for ${quote(id)}, because its schema is not known here: ${answer.why}.`;
      return [{ ...issueOf(edit, message, pointer), severity: 'warning' }];
    }
  }
}

function issueOf({ id, fields }: ExpandedEdit, message: string, pointer: SpecIssue['pointer']): SpecIssue {
  return { severity: 'error', message, pointer, ...(fields.matrix !== undefined && { edit: id }) };
}
