import { readCommitted } from '../../git/read-committed.ts';
import type { ActionInputs } from '../../inputs/types.ts';
import type { PlannedEdit } from '../../plan/types.ts';
import { resolveReferenceForms } from '../../references/reference-forms.ts';
import type { RepositoryFacts } from '../../references/types.ts';
import type { World } from '../../runner/world.ts';

/** Decides how the files that these edits use reach the service. Throws the signal's reason. */
export async function resolveForms(
  edits: readonly PlannedEdit[],
  { references }: Pick<ActionInputs, 'references'>,
  visibility: RepositoryFacts['visibility'],
  world: Pick<World, 'repository' | 'workspace' | 'temp' | 'env'>,
  signal: AbortSignal,
): ReturnType<typeof resolveReferenceForms> {
  const { repository } = world;
  return await resolveReferenceForms(edits, {
    mode: references,
    repository: {
      ...repository,
      visibility,
      committed: async (files, until) => await readCommitted(files, { ...world, sha: repository.sha }, until),
    },
    signal,
  });
}
