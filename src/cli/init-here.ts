import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { walkTree } from '../references/walk-tree.ts';
import type { Terminal } from '../runner/terminal.ts';
import { plural } from '../shared/format.ts';
import { isInside, relativeTo } from '../shared/inside.ts';
import { listSome } from '../shared/list-some.ts';
import { listErrors, type Problem } from '../shared/problem.ts';
import { checkHere } from './check-here.ts';
import { EXIT_CODES, type ExitCode } from './exit-codes.ts';
import { globOf, literally } from './exact-glob.ts';
import { findPlace, type Place } from './find-place.ts';
import { MOST_EDITS, renderFirstSpec } from './first-spec.ts';
import { createPaint } from './paint.ts';
import { DEFAULT_SPEC } from './read-command.ts';
import type { InitCommand } from './commands.ts';
import { renderJson } from './render-json.ts';
import { renderProblems } from './render-problems.ts';

const MAX_NAMED = 5;

/** `dreamina-edits init`: writes a first spec for the pictures of a folder, and checks it. Never overwrites anything. */
export async function initHere(command: InitCommand, terminal: Terminal): Promise<ExitCode> {
  const place = await findPlace(terminal.directory, command.spec);
  const done = await writeSpec(place, command, terminal);
  const isGood = listErrors(done.problems).length === 0;
  if (command.isJson) terminal.print(renderJson('init', place, done.problems));
  else {
    const paint = createPaint(terminal.isColored && !command.isPlain);
    const lines = done.lines.map((line) => (isGood ? paint.green(line) : paint.plain(line)));
    terminal.print([...renderProblems(done.problems, paint), ...lines].join('\n'));
  }
  return isGood ? EXIT_CODES.ok : EXIT_CODES.errors;
}

interface Done {
  readonly problems: readonly Problem[];
  readonly lines: readonly string[];
}

async function writeSpec(place: Place, command: InitCommand, terminal: Terminal): Promise<Done> {
  const { workspace, spec } = place;
  const folder = path.resolve(terminal.directory, command.folder);
  if (!isInside(workspace, folder))
    return refuse(
      `\`${command.folder}\` is outside of the repository, and a spec can only use pictures in it.`,
    );
  const file = path.resolve(workspace, spec);
  if (!isInside(workspace, file))
    return refuse(`\`${command.spec}\` is outside of the repository, and a run reads only specs in it.`);
  const pictures = await findPictures(workspace, relativeTo(workspace, folder), terminal.stop);
  const first = renderFirstSpec(pictures);
  if (first.edits === 0)
    return refuse(
      `There are no JPEG or PNG pictures in \`${command.folder}\`. Name the folder that has them: \`dreamina-edits init FOLDER\`.`,
    );
  try {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, first.text, { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return refuse(`\`${spec}\` exists already, and is left as it is. To write another file, use \`--spec\`.`);
  }
  const checked = await checkHere(place, [], terminal);
  // It was written a moment ago, so of course no commit has it.
  const problems = checked.problems.filter(({ severity, at }) => severity === 'error' || at !== undefined);
  const left = first.left.map((picture) => `\`${picture}\``);
  return {
    problems,
    lines: [
      `Wrote ${spec} with ${plural(first.edits, 'edit')}.`,
      ...(left.length > 0
        ? [
            `Left out, because their names have a meaning in \`images\` or there are more than ${MOST_EDITS}: ${listSome(left, MAX_NAMED)}. Rename them, or add edits for them by hand.`,
          ]
        : []),
      `Next: write the prompts, then run \`${planLine(command.spec)}\`.`,
    ],
  };
}

/** The command that plans this spec, from the same directory. */
function planLine(spec: string): string {
  if (spec === DEFAULT_SPEC) return 'dreamina-edits plan';
  return `dreamina-edits plan ${/^[\w./-]+$/.test(spec) ? spec : `'${spec.replaceAll("'", String.raw`'\''`)}'`}`;
}

/** The pictures of the folder itself, or if it has none, of the folders in it. Sorted. */
async function findPictures(
  workspace: string,
  folder: string,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const prefix = folder === '' ? '' : `${folder}/`;
  const names = '*.{jpg,jpeg,png,JPG,JPEG,PNG}';
  const globs = [names, `**/${names}`].flatMap((pattern) => globOf(`${literally(prefix)}${pattern}`));
  const [own, deep] = await walkTree(workspace, globs, signal);
  const found = own !== undefined && own.files.length > 0 ? own : deep;
  return (found?.files ?? []).filter((file) => file.startsWith(prefix));
}

function refuse(message: string): Done {
  return { problems: [{ severity: 'error', message }], lines: [] };
}
