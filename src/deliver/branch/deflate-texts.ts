import type { GitRepository } from '../../git/types.ts';

/**
 * The same repository, for pushes of lock file and pages: those shrink to a seventh, pictures do not shrink at all and are
 * not deflated otherwise. A lock file of 1,000 edits is sent whole with each try, as git has no older one to build upon.
 */
export function deflateTexts(repository: GitRepository): GitRepository {
  const deflate = ['-c', 'pack.compression=6'];
  return {
    remote: repository.remote,
    folder: repository.folder,
    run: async (args, command) => await repository.run([...deflate, ...args], command),
    tryRun: async (args, command) => await repository.tryRun([...deflate, ...args], command),
    [Symbol.asyncDispose]: async () => {
      await repository[Symbol.asyncDispose]();
    },
  };
}
