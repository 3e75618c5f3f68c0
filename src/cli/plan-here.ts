import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';

import { describeHeadline } from '../report/plan/count-plan.ts';
import { countProblems } from '../report/render-check.ts';
import type { PlanFile } from '../report/plan/types.ts';
import { foresee, type ForeseenRun } from '../run/plan/foresee.ts';
import { describeForeseen } from '../run/plan/describe-foreseen.ts';
import type { Terminal } from '../runner/terminal.ts';
import { listErrors, type Problem } from '../shared/problem.ts';
import { sortProblems } from '../spec/locate-issues.ts';
import { checkHere } from './check-here.ts';
import { EXIT_CODES, type ExitCode } from './exit-codes.ts';
import { mirrorFetched, pageOf, readFetched, readRemote } from './fetched-refs.ts';
import { findPlace, type Place } from './find-place.ts';
import { describeMissing, describeUnread } from './describe-missing.ts';
import { createLocalPorts, localInputs } from './local-ports.ts';
import { createPaint, type Paint } from './paint.ts';
import type { PlanCommand } from './commands.ts';
import { renderJson } from './render-json.ts';
import { renderProblems } from './render-problems.ts';
import { writePlan } from './write-plan.ts';

/** A plan, or why there is none. */
interface Planned {
  readonly foreseen: ForeseenRun | undefined;
  readonly problems: readonly Problem[];
  /** What is not known because it was not fetched, in lines. */
  readonly notes: readonly string[];
}

/** `dreamina-edits plan`: what `mode: plan` says, by what was fetched from the remote. */
export async function planHere(command: PlanCommand, terminal: Terminal): Promise<ExitCode> {
  const place = await findPlace(terminal.directory, command.spec);
  const { foreseen, problems, notes } = await plan(place, command, terminal);
  const unwritten =
    command.out !== undefined && foreseen !== undefined
      ? await writePlan(command.out, terminal.directory, foreseen.file)
      : undefined;
  if (command.isJson) terminal.print(renderJson('plan', place, problems, foreseen?.file));
  else {
    const paint = createPaint(terminal.isColored && !command.isPlain);
    const headline =
      foreseen === undefined
        ? `There is no plan: ${countProblems(problems)}`
        : describeHeadline({ ...foreseen.file, problems });
    const isRed = listErrors(problems).length > 0;
    terminal.print(
      [
        ...(foreseen === undefined ? [] : renderLines(foreseen, terminal.clock.now(), paint)),
        ...renderProblems(problems, paint),
        ...notes.map(paint.dim),
        isRed ? paint.red(`✗ ${headline}.`) : paint.green(`✓ ${headline}.`),
      ].join('\n'),
    );
  }
  if (unwritten !== undefined) {
    terminal.complain(unwritten);
    return EXIT_CODES.usage;
  }
  if (listErrors(problems).length > 0) return EXIT_CODES.errors;
  return command.failOnChanges && foreseen !== undefined && sends(foreseen.file)
    ? EXIT_CODES.changes
    : EXIT_CODES.ok;
}

async function plan(place: Place, command: PlanCommand, terminal: Terminal): Promise<Planned> {
  // With the warnings that only this machine needs.
  const { problems: checked, untracked } = await checkHere(place, command.only, terminal);
  if (listErrors(checked).length > 0) return { foreseen: undefined, problems: checked, notes: [] };
  const temp = await mkdtemp(path.join(terminal.temp, 'dreamina-edits-'));
  try {
    const { workspace, isCheckout } = place;
    const fetched = isCheckout
      ? await readFetched(workspace, command, { temp, env: terminal.env }, terminal.stop)
      : undefined;
    const mirror = fetched === undefined ? '' : await mirrorFetched(workspace, temp, fetched);
    const ports = createLocalPorts(place, { temp, mirror, head: fetched?.head }, terminal);
    const outcome = await foresee('asked', localInputs(place, command, untracked), ports, terminal.stop);
    if (outcome.kind === 'refused') return { foreseen: undefined, problems: outcome.problems, notes: [] };
    const remote = isCheckout
      ? await readRemote(workspace, command.remote, terminal.env, terminal.stop)
      : undefined;
    const known = new Set(outcome.file.problems.map(({ message }) => message));
    const problems = sortProblems([
      ...describeMissing(fetched, remote !== undefined, command),
      ...checked.filter((problem) => !known.has(problem.message) && !isAboutModels(problem)),
      ...outcome.file.problems.filter((problem) => !isAboutBase(problem)),
    ]);
    const file = { ...outcome.file, problems, repositoryUrl: pageOf(remote ?? '') ?? 'https://github.com' };
    return {
      foreseen: { ...outcome, file },
      problems,
      notes: [
        ...(remote === undefined ? [] : describeUnread(fetched, command)),
        describeDestination(file, isCheckout),
      ],
    };
  } finally {
    await rm(temp, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** There is no option for it, so it is said. */
function describeDestination({ destination }: PlanFile, isCheckout: boolean): string {
  const deliver = isCheckout ? 'branch' : 'artifact';
  return `Planned as with \`deliver: ${deliver}\`; the destination is ${destination}.`;
}

/** The base branch that was not fetched may exist: `describeMissing` says what to do. */
function isAboutBase({ message }: Problem): boolean {
  return message.includes('(input `base-branch`) does not exist');
}

/** The plan itself says what it could not check. */
function isAboutModels({ message }: Problem): boolean {
  return message.includes('its schema is not known here');
}

/** The plan's lines, with ids and changed words in color. */
function renderLines(foreseen: ForeseenRun, nowMs: number, paint: Paint): readonly string[] {
  return describeForeseen(foreseen, nowMs).map((line, index) => {
    if (index === 0) return paint.bold(line);
    const [, id = '', rest = line] = /^(\S+)( {2}.*)$/s.exec(line) ?? [];
    return `${id === '' ? '' : paint.bold(id)}${paintWords(rest, paint)}`;
  });
}

function paintWords(line: string, { red, green, plain }: Paint): string {
  return line
    .split(/(\[-.*?-\]|\{\+.*?\+\})/s)
    .map((part) =>
      part.startsWith('[-')
        ? red(part)
        : part.startsWith('{+')
          ? green(part)
          : part === ''
            ? ''
            : plain(part),
    )
    .join('');
}

function sends({ edits }: PlanFile): boolean {
  return edits.some(({ action }) => action === 'submit');
}
