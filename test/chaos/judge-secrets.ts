import { runGit } from '../support/bare-repository.ts';
import { TOKEN, type BranchStage } from '../support/branch-stage.ts';
import type { AttemptRecord } from './evidence.ts';
import type { MachineRun } from './run-machine.ts';

/** No token, in any form in which it is sent, is in what the runs of an attempt wrote. */
export function judgeSecrets({ machines }: AttemptRecord, stage: BranchStage): readonly string[] {
  return machines.flatMap((machine) =>
    Object.entries(writtenBy(machine)).flatMap(([where, text]) =>
      secretsOf(stage).some((secret) => text.includes(secret)) ? [`a token is in ${where}`] : [],
    ),
  );
}

/** The same for every object of the repository. */
export async function judgeObjects(stage: BranchStage): Promise<readonly string[]> {
  const objects = await runGit(stage.repository, ['cat-file', '--batch-all-objects', '--batch', '--buffer']);
  return secretsOf(stage).some((secret) => objects.includes(secret)) ? ['a token is in a git object'] : [];
}

function secretsOf({ emulator, artifacts }: BranchStage): readonly string[] {
  const pair = Buffer.from(`x-access-token:${TOKEN}`).toString('base64');
  return [emulator.token, TOKEN, pair, artifacts.env.ACTIONS_RUNTIME_TOKEN];
}

function writtenBy({ main, post, disk }: MachineRun): Readonly<Record<string, string | Buffer>> {
  const steps = [main, ...(post === undefined ? [] : [post])].map(({ entry, result }) => {
    const { stdout, stderr, summary, outputs, state, log } = result;
    // The runner shows these lines to no one.
    const shown = stdout.split('\n').filter((line) => !line.startsWith('::add-mask::'));
    const written = [stderr, summary, ...shown, JSON.stringify([outputs, state, log.annotations])].join('\n');
    return [`what ${entry} written`, written] as const;
  });
  return Object.fromEntries<string | Buffer>([...steps, ...disk]);
}
