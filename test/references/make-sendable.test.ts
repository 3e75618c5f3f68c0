import { rm } from 'node:fs/promises';
import path from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { freePicture, isDataPicture } from '../../src/media/data-picture.ts';
import { writeBody } from '../../src/queue/write-body.ts';
import { makeSendable } from '../../src/references/make-sendable.ts';
import type { InspectedEdit, ReferenceForms } from '../../src/references/types.ts';
import { jpeg, plainPng } from '../media/samples.ts';
import { createReferencesStage, edit, inspect, type ReferencesStage } from './references-stage.ts';

const png = await plainPng(10, 10);
const photo = await jpeg(10, 10);
const AS_DATA: ReferenceForms = new Map([
  ['a.png', { kind: 'data' }],
  ['b.jpg', { kind: 'data' }],
]);

let workspace: ReferencesStage;
beforeEach(async () => {
  workspace = await createReferencesStage();
  await workspace.write('a.png', png);
  await workspace.write('b.jpg', photo);
});
afterEach(async () => {
  await workspace[Symbol.asyncDispose]();
});

async function inspected(...images: readonly string[]): Promise<InspectedEdit> {
  const { edits } = await inspect(workspace, [edit('a', images)]);
  const [first] = edits;
  if (first === undefined) throw new Error('not inspected');
  return first;
}

describe('makeSendable', () => {
  test('gives every image in the order of the spec', async () => {
    const it = await inspected('b.jpg', 'edit:cut', 'a.png', 'https://CDN.example.com/ä b.jpg?sig=a%2Fb');
    const forms: ReferenceForms = new Map([
      ...AS_DATA,
      ['b.jpg', { kind: 'url', url: 'https://raw.example/b.jpg' }],
    ]);
    const outputs = new Map([['cut', 'https://out.example/cut.png']]);
    expect(await makeSendable(it, forms, outputs)).toEqual([
      'https://raw.example/b.jpg',
      'https://out.example/cut.png',
      { type: 'image/png', bytes: png },
      'https://cdn.example.com/%C3%A4%20b.jpg?sig=a%2Fb',
    ]);
  });

  test('names the type that a file has by its content', async () => {
    await workspace.write('a.png', photo);
    const [picture] = await makeSendable(await inspected('a.png'), AS_DATA, new Map());
    expect(picture).toEqual({ type: 'image/jpeg', bytes: photo });
  });

  test.each([
    ['the same size', Buffer.from(png).fill(0, 60, 61)],
    ['shorter', png.subarray(1)],
    ['longer', Buffer.concat([png, png])],
  ])('refuses a file that changed since it was inspected: %s', async (_, changed) => {
    const it = await inspected('a.png');
    await workspace.write('a.png', changed);
    await expect(makeSendable(it, AS_DATA, new Map())).rejects.toThrow('a.png changed during the run');
  });

  test('a large picture is sent whole, and its memory can be given back', async () => {
    const large = Buffer.concat([png, Buffer.alloc(2_000_000, 'after the end')]);
    await workspace.write('a.png', large);
    const [picture] = await makeSendable(await inspected('a.png'), AS_DATA, new Map());
    if (!isDataPicture(picture)) throw new Error('not sent as bytes');
    const text = Buffer.concat([...writeBody({ image_urls: [picture] }).pieces()]).toString();
    expect(text).toBe(JSON.stringify({ image_urls: [`data:image/png;base64,${large.toString('base64')}`] }));
    freePicture(picture);
    expect(picture.bytes.buffer.byteLength).toBe(0);
  });

  test('throws if a file is gone', async () => {
    const it = await inspected('a.png');
    await rm(path.join(workspace.folder, 'a.png'));
    await expect(makeSendable(it, AS_DATA, new Map())).rejects.toThrow('ENOENT');
  });

  test('throws if an output or a decision is missing', async () => {
    const noOutput = makeSendable(await inspected('edit:cut'), AS_DATA, new Map());
    await expect(noOutput).rejects.toThrow('the output of edit cut has no URL');
    const noForm = makeSendable(await inspected('a.png'), new Map(), new Map());
    await expect(noForm).rejects.toThrow('no delivery form was chosen for a.png');
  });
});
