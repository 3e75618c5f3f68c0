import { createHash } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';

import type { DownloadedFile } from '../../../download/types.ts';
import { markPicture } from '../../../media/mark/mark-picture.ts';
import { readCarried } from '../../../media/mark/read-carried.ts';
import { markOf } from '../../../pictures/list-wanted.ts';
import { createLookInto } from '../../../pictures/look-into.ts';
import { madeBy } from '../../../plan/made-by.ts';
import type { EditOutcome } from '../../../plan/outcome.ts';
import { describeError } from '../../../shared/describe-error.ts';
import { createBufferSweeper } from '../../../shared/sweep-buffers.ts';

/** More than any picture has; a video is not looked into. */
const MAX_BYTES = 100 * 1024 * 1024;

/**
 * The outcomes with what their new pictures say of their origin and, if the spec asks for it, with the mark in them. A picture that
 * cannot be marked stays as the service made it, with a warning. Never throws for what a picture is.
 */
export async function markOriginals(outcomes: readonly EditOutcome[]): Promise<readonly EditOutcome[]> {
  const looked: EditOutcome[] = [];
  const tools = { lookInto: createLookInto(), sweep: createBufferSweeper() };
  for (const outcome of outcomes) {
    if (outcome.state !== 'succeeded') {
      looked.push(outcome);
      continue;
    }
    const warnings = [...outcome.warnings];
    const files: DownloadedFile[] = [];
    for (const file of outcome.files) {
      try {
        files.push(await lookAt(file, outcome, warnings, tools));
      } catch (error) {
        warnings.push(`\`${file.path}\` was not looked into: ${describeError(error)}.`);
        files.push(file);
      }
    }
    looked.push({ ...outcome, files, warnings });
  }
  return looked;
}

interface Tools {
  readonly lookInto: ReturnType<typeof createLookInto>;
  readonly sweep: (bytes: number) => void;
}

async function lookAt(
  file: DownloadedFile,
  { edit }: Pick<EditOutcome, 'edit'>,
  warnings: string[],
  { lookInto, sweep }: Tools,
): Promise<DownloadedFile> {
  const { absolutePath, type } = file;
  if (!type.startsWith('image/') || file.bytes > MAX_BYTES) return file;
  const settings = edit.pictures;
  if (settings?.mark !== 'all') return withCarried(file, await lookInto(absolutePath, type));
  const bytes = await readFile(absolutePath);
  const marked = markPicture(bytes, type, markOf(settings, madeBy(edit)));
  if (!marked.ok) warnings.push(`\`${file.path}\` is not marked: ${marked.error}.`);
  const whole = marked.ok ? marked.value : bytes;
  sweep(bytes.length + whole.length);
  const seen = withCarried(file, whole);
  if (whole.equals(bytes)) return seen;
  // Never half of it in place of what was paid for.
  const aside = `${absolutePath}.marked`;
  await writeFile(aside, whole);
  await rename(aside, absolutePath);
  return { ...seen, bytes: whole.length, sha256: createHash('sha256').update(whole).digest('hex') };
}

/** The file with what is said in it of its origin; `bytes`: its own, with or without its pixels. */
function withCarried(file: DownloadedFile, bytes: Buffer): DownloadedFile {
  const carries = readCarried(bytes, file.type);
  return { ...file, ...(carries !== undefined && { carries }) };
}
