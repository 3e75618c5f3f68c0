import type { ActionInputs } from '../../inputs/types.ts';
import { listToSend } from '../../plan/list-to-send.ts';
import type { Plan } from '../../plan/types.ts';
import { resolveReferenceForms } from '../../references/reference-forms.ts';
import type { World } from '../../runner/world.ts';
import { describeRepository } from '../prepare/describe-repository.ts';

/** How files would be sent, if that can be found out without a question to GitHub. */
export async function resolveFreely(
  plan: Plan,
  { references }: Pick<ActionInputs, 'references'>,
  world: Pick<World, 'repository' | 'readEvent' | 'workspace' | 'temp' | 'env'>,
  signal: AbortSignal,
): ReturnType<typeof resolveReferenceForms> {
  const { isPrivate } = await world.readEvent();
  if (isPrivate === undefined) return { forms: new Map(), problems: [] };
  const visibility = async () =>
    await Promise.resolve(isPrivate ? ('private' as const) : ('public' as const));
  return await resolveReferenceForms(listToSend(plan), {
    mode: references,
    repository: await describeRepository(visibility, world),
    signal,
  });
}
