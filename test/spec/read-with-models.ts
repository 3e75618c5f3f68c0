import { readModel } from '../../src/models/read-model.ts';
import type { LookUpModels, ModelAnswer } from '../../src/models/types.ts';
import { formatProblem } from '../../src/shared/problem.ts';
import { readSpec } from '../../src/spec/read-spec.ts';
import { createSpecStage, textPorts } from './spec-stage.ts';

/** A model with these keys beside its prompt and one required reference. */
export function modelOf(id: string, properties: Readonly<Record<string, unknown>>, ...required: string[]) {
  const model = readModel(id, {
    type: 'object',
    required: ['prompt', 'image_url', ...required],
    properties: {
      prompt: { type: 'string' },
      image_url: { type: 'string', format: 'image_uri' },
      ...properties,
    },
  });
  if (!model.ok) throw new Error(model.error);
  return { kind: 'known', model: model.value } as const satisfies ModelAnswer;
}

/** Reads a spec when this is what is known of models; there are no others. */
export async function readWithModels(spec: string, answers: Readonly<Record<string, ModelAnswer>>) {
  await using workspace = await createSpecStage({ 'edits.yml': spec });
  const lookUpModels: LookUpModels = async (ids) => {
    await Promise.resolve();
    const none = { kind: 'refused', why: 'the service has no such model' } as const;
    return new Map(ids.map((id) => [id, answers[id] ?? none]));
  };
  const reading = await readSpec('edits.yml', { ...textPorts(workspace.root), lookUpModels });
  const problems = reading.ok ? reading.value.warnings : reading.error;
  return { edits: reading.ok ? reading.value.spec.edits : [], problems: problems.map(formatProblem) };
}
