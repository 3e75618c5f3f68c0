import { requestOf } from '../request-of.ts';
import type { EditOutcome } from '../../plan/outcome.ts';
import { formatDuration } from '../../shared/duration.ts';
import { escapeHtml } from '../../shared/escape-html.ts';
import { formatBytes, formatUsd, plural } from '../../shared/format.ts';
import { filesOf } from '../branch-files.ts';
import { describeCarried } from '../describe-carried.ts';
import type { Dimensions, MediaFile } from '../../media/types.ts';
import type { GalleryEdit } from './types.ts';

/** The most important facts in one line: size, bytes, time, cost. */
export function renderGlance(outcome: EditOutcome): string {
  const { edit, timings, costUsd } = outcome;
  return describeGlance(filesOf(outcome), edit.size, [
    ...(timings.totalMs === undefined ? [] : [formatDuration(timings.totalMs)]),
    ...(costUsd === undefined ? [] : [formatUsd(costUsd)]),
  ]);
}

/** Size and bytes of files, and more in the same line. `asked`: the size if there is no file that has one. */
export function describeGlance(
  files: readonly MediaFile[],
  asked: Dimensions | undefined,
  more: readonly string[],
): string {
  const [first] = files;
  const shown = hasSize(first) ? first : asked;
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  return (
    [
      ...(shown === undefined ? [] : [`${shown.width} × ${shown.height}`]),
      ...(files.length > 1 ? [plural(files.length, 'file')] : []),
      ...(bytes > 0 ? [formatBytes(bytes)] : []),
      ...more,
    ]
      // A line is broken between facts, not in one.
      .map((fact) => fact.replaceAll(' ', '\u00a0'))
      .join(' · ')
  );
}

/** All facts of an edit, those without a value left out. */
export function listFacts(outcome: EditOutcome): GalleryEdit['facts'] {
  const { edit, costUsd, timings } = outcome;
  const requestId = requestOf(outcome);
  const matrix = Object.entries(edit.matrix).map(([key, value]) => `${key}: ${value}`);
  const phases = [
    ['queued', timings.queuedMs],
    ['running', timings.runningMs],
    ['download', timings.downloadMs],
  ] as const;
  const times = phases.flatMap(([name, ms]) => (ms === undefined ? [] : [`${name} ${formatDuration(ms)}`]));
  return withoutEmpty([
    ['Request', requestId ?? '', 'code'],
    ['Model', edit.model, 'code'],
    ...describeSettings(edit),
    ['Matrix', matrix.join(', ')],
    ['Cost', costUsd === undefined ? (requestId === undefined ? '' : 'unknown') : formatUsd(costUsd)],
    ['Time', times.join(', ')],
    ...listFileFacts(filesOf(outcome)),
    ['In the spec', `${edit.at.file}:${edit.at.line}`, 'code'],
  ]);
}

/** The facts that have a value. */
export function withoutEmpty(facts: GalleryEdit['facts']): GalleryEdit['facts'] {
  return facts.filter(([, value]) => value !== '');
}

/** What is known of each file, and what it says of its origin. */
export function listFileFacts(files: readonly MediaFile[]): GalleryEdit['facts'] {
  return files.flatMap((file): GalleryEdit['facts'] => {
    const size = file.width === undefined ? '' : `${file.width} × ${file.height ?? 0}, `;
    return [
      ['File', file.path, 'code'],
      ['', `${file.type}, ${size}${formatBytes(file.bytes)}`],
      ['SHA-256', file.sha256, 'code'],
      ['Says of its origin', describeCarried(file).join('; ')],
    ];
  });
}

/** Facts as a definition list. */
export function renderFacts(facts: GalleryEdit['facts']): string {
  const rows = facts.map(([name, value, code]) => {
    const text = escapeHtml(value);
    return `<dt>${escapeHtml(name)}</dt><dd>${code === undefined ? text : `<code>${text}</code>`}</dd>`;
  });
  return `<dl class="facts">${rows.join('')}</dl>`;
}

/** What was asked for besides prompt and pictures, by the names of the spec. */
function describeSettings({
  size,
  scale,
  forceSingle,
  options,
}: EditOutcome['edit']): readonly (readonly [string, string])[] {
  const own = Object.entries(options).map(
    ([key, value]) => [key, typeof value === 'string' ? value : JSON.stringify(value)] as const,
  );
  if (size === undefined || scale === undefined) return own;
  return [
    ['Asked size', `${size.width} × ${size.height}`],
    ['Scale', `${scale}${forceSingle ? ', one picture only' : ''}`],
    ...own,
  ];
}

function hasSize(file: MediaFile | undefined): file is MediaFile & Dimensions {
  return file?.width !== undefined && file.height !== undefined;
}
