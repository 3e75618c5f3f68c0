import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import ExifReader from 'exifreader';
import sharp from 'sharp';

import { fileExtension } from '../../../src/media/formats.ts';
import type { MediaType } from '../../../src/media/types.ts';
import { hasPillow, PYTHON } from '../../support/pillow.ts';

/** What a program that we did not write finds in a picture. */
export interface Found {
  readonly sourceType: string | undefined;
  readonly label: string | undefined;
}

/** A program that we did not write. */
export interface MetadataReader {
  readonly name: string;
  find(bytes: Buffer, type: MediaType): Promise<Found>;
}

const exiftool = createRequire(import.meta.url).resolve('exiftool-vendored.pl/bin/exiftool');
const hasPerl = spawnSync('perl', ['-v']).status === 0;

/** Runs a program on a file with these bytes; gives what it prints. */
export function runOnFile(bytes: Buffer, type: MediaType, command: string, args: readonly string[]): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'metadata-'));
  try {
    const file = path.join(folder, `picture.${fileExtension(type)}`);
    writeFileSync(file, bytes);
    const { status, stdout, stderr } = spawnSync(command, [...args, file], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`${command} ended with ${String(status)}: ${stderr}`);
    return stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Every tag that exiftool knows of a picture, by its group and name. */
export function listTags(bytes: Buffer, type: MediaType): Readonly<Record<string, unknown>> {
  const args = [exiftool, '-json', '-G1', '-n', '-struct', '-a', '-u'];
  const [tags] = JSON.parse(runOnFile(bytes, type, 'perl', args)) as readonly Record<string, unknown>[];
  return tags ?? {};
}

const byExiftool: MetadataReader = {
  name: 'exiftool',
  find: async (bytes, type) => {
    const tags = listTags(bytes, type);
    return await Promise.resolve({
      sourceType: textOf(tags['XMP-iptcExt:DigitalSourceType']),
      label: textOf(Object.entries(tags).find(([name]) => /:aigc$/i.test(name))?.[1]),
    });
  },
};

const byExifReader: MetadataReader = {
  name: 'ExifReader',
  find: async (bytes) => {
    const tags: Readonly<Record<string, { readonly value: unknown } | undefined>> = {
      ...ExifReader.load(bytes),
    };
    return await Promise.resolve({
      sourceType: textOf(tags['DigitalSourceType']?.value),
      label: textOf(tags['AIGC']?.value),
    });
  },
};

const bySharp: MetadataReader = {
  name: 'sharp',
  find: async (bytes) => inPacket((await sharp(bytes).metadata()).xmp?.toString() ?? ''),
};

const byPillow: MetadataReader = {
  name: 'Pillow',
  find: async (bytes, type) => {
    const script = [
      'import sys, PIL.Image as I',
      'i = I.open(sys.argv[1]); i.load()',
      'x = i.info.get("xmp", b"")',
      'sys.stdout.write(x if isinstance(x, str) else x.decode())',
    ].join('\n');
    return await Promise.resolve(inPacket(runOnFile(bytes, type, PYTHON, ['-c', script])));
  },
};

/** These give the packet as it is. */
function inPacket(xmp: string): Found {
  return {
    sourceType: /DigitalSourceType(?:>|=")([^<"]*)/.exec(xmp)?.[1],
    label: /:AIGC(?:>|=")([^<"]*)/.exec(xmp)?.[1]?.replaceAll('&quot;', '"'),
  };
}

/** Those that are here. In continuous integration, all of them have to be. */
export const METADATA_READERS: readonly MetadataReader[] = [
  ...(hasPerl || process.env['CI'] === 'true' ? [byExiftool] : []),
  byExifReader,
  bySharp,
  ...(hasPillow() || process.env['CI'] === 'true' ? [byPillow] : []),
];

/** Those that are not here: a test that has the names shows what the run left out. */
export const ABSENT_READERS: readonly string[] = [byExiftool, byPillow]
  .filter((reader) => !METADATA_READERS.includes(reader))
  .map(({ name }) => name);

/** Some readers give an address with the name that they have for it. */
function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
