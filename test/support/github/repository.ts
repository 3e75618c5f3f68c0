import { describeUser, NOT_ACCESSIBLE, NOT_FOUND } from './answers.ts';
import { gitOf } from './git-objects.ts';
import { readRef } from './objects.ts';
import type { Handler } from './types.ts';

/** The repository itself, its runs, and who asks. */
export const repositoryHandlers: Readonly<Record<string, Handler>> = {
  'repos/get': ({ state, repository }) => {
    const [owner = '', name = ''] = repository.split('/');
    const isWriter = state.permissions.contents === 'write';
    return {
      status: 200,
      body: {
        name,
        full_name: repository,
        private: state.isPrivate,
        visibility: state.isPrivate ? 'private' : 'public',
        default_branch: state.defaultBranch,
        owner: describeUser(owner),
        permissions: { admin: false, maintain: false, push: isWriter, triage: false, pull: true },
      },
    };
  },
  'repos/get-branch': async (asked) => {
    const name = asked.params['branch'] ?? '';
    const sha = await readRef(gitOf(asked), `refs/heads/${name}`);
    return sha === undefined ? NOT_FOUND : { status: 200, body: { name, commit: { sha }, protected: false } };
  },
  'actions/get-job-for-workflow-run': ({ state, params }) => {
    const id = params['job_id'] ?? '';
    const job = state.jobs.get(id);
    if (job === undefined) return NOT_FOUND;
    const status = job.isOver ? 'completed' : 'in_progress';
    return { status: 200, body: { id: Number(id), run_id: job.runId, status } };
  },
  'actions/get-workflow-run': ({ state, params }) => {
    const id = params['run_id'] ?? '';
    const run = state.runs.get(id);
    if (run === undefined) return NOT_FOUND;
    const status = run.isOver ? 'completed' : 'in_progress';
    return { status: 200, body: { id: Number(id), status, run_attempt: run.attempt } };
  },
  'users/get-authenticated': ({ state }) =>
    // A job's own token is one of an app, and no user.
    state.isApp ? NOT_ACCESSIBLE : { status: 200, body: describeUser(state.login) },
  'rate-limit/get': () => ({ status: 200, body: {} }),
};
