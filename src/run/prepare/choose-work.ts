import type { ActionInputs } from '../../inputs/types.ts';
import { matchForced } from '../../plan/match-forced.ts';
import { selectEdits, selectIds } from '../../plan/select-edits.ts';
import { inspectReferences, type InspectionDeps } from '../../references/inspect-references.ts';
import { compileInLessMemory } from '../../shared/v8-flags.ts';
import type { Log } from '../../shared/ports.ts';
import type { Problem } from '../../shared/problem.ts';
import type { Result } from '../../shared/result.ts';
import { sortProblems } from '../../spec/locate-issues.ts';
import { readSpec, type SpecPorts } from '../../spec/read-spec.ts';
import type { EditRequest, SpecFile } from '../../spec/types.ts';

/** A smaller spec makes little code hot, and what starts without Maglev starts 2 ms later. */
const MANY_EDITS = 200;

/** What a run is about. */
export interface ChosenWork {
  readonly spec: SpecFile;
  /** In the order of the spec. */
  readonly edits: readonly EditRequest[];
  /** Ids that are made again even if nothing changed. */
  readonly forced: ReadonlySet<string>;
  /** Of the spec: warnings only. */
  readonly warnings: readonly Problem[];
  /** Of the globs of `only` and `force`. */
  readonly problems: readonly Problem[];
}

/** The inputs that choose the work. */
export type WorkInputs = Pick<ActionInputs, 'spec' | 'untrackedFiles' | 'only' | 'force'> & {
  /** Ids that a job of a divided plan is about; absent: all that the inputs choose. */
  readonly ids?: ReadonlySet<string> | undefined;
};

/**
 * Reads the spec and chooses the edits that the inputs name. The error is what is wrong, if the spec cannot be used.
 * Throws the signal's reason.
 */
export async function chooseWork(
  { spec: path, untrackedFiles: untracked, only, force, ids }: WorkInputs,
  ports: InspectionDeps & Pick<SpecPorts, 'lookUpModels'>,
  log: Log,
): Promise<Result<ChosenWork, readonly Problem[]>> {
  const reading = await readSpec(path, { ...ports, untracked });
  ports.signal.throwIfAborted();
  if (!reading.ok) {
    // Its images are still inspected, so that spec and pictures can be fixed in one go.
    const { problems } = await inspectReferences(reading.imageUsers, ports);
    return { ok: false, error: sortProblems([...reading.error, ...problems]) };
  }
  const { spec, warnings } = reading.value;
  if (spec.edits.length > MANY_EDITS) compileInLessMemory();
  const selection = selectEdits(spec.edits, only, ports);
  if (selection.takenAlong.length > 0)
    log.info(`Also running, because other edits need them: ${selection.takenAlong.join(', ')}`);
  const chosen = ids === undefined ? selection.edits : selectIds(selection.edits, ids);
  const { forced, problems: forceProblems } = matchForced(force, spec.edits, selection.edits, ports);
  return {
    ok: true,
    value: {
      spec,
      edits: chosen,
      forced,
      warnings,
      problems: [...selection.problems, ...forceProblems],
    },
  };
}
