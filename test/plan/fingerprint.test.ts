import { describe, expect, it } from 'vitest';

import { fingerprint, lockInput } from '../../src/plan/fingerprint.ts';
import type { InspectedEdit, InspectedFile, InspectedImage } from '../../src/references/types.ts';
import { inspectedEdit } from '../support/edits.ts';

const AT = { file: 'edits.yml', line: 1, column: 1 };

function file(sha256: string, changes: Partial<InspectedFile> = {}): InspectedFile {
  const facts = { gitBlob: 'cd', bytes: 1, width: 1, height: 1, type: 'image/png' } as const;
  return { kind: 'file', path: 'mug.png', absolutePath: '/a/mug.png', sha256, at: AT, ...facts, ...changes };
}

function url(address: string): InspectedImage {
  return { kind: 'url', url: address, at: AT };
}

const output = (id: string): InspectedImage => ({ kind: 'edit', id, at: AT });

const [first, second, third] = [file('11'), url('https://cdn.example.com/a.jpg'), output('cutout')];

const HERO: InspectedEdit = {
  ...inspectedEdit('hero'),
  prompt: 'A mug.',
  images: [first, second, third],
};

/** The fingerprint of the hero with these changes; each edit that it uses has its id in upper case for one. */
function of(changes: Partial<InspectedEdit> = {}, model = 'bytedance/dreamina-4-0/edit'): string {
  return fingerprint(
    model,
    lockInput({ ...HERO, ...changes }, (id) => id.toUpperCase()),
  );
}

it('is the same in every version: another one would make every picture be paid for again', () => {
  expect(of()).toBe('2bd8d6ce8296f9626446735add0092598e572214dcfe9308ad3bd9bf5c3a0976');
});

it('is made of what goes on the wire, with references by content', () => {
  expect(lockInput(HERO, (id) => id.toUpperCase())).toEqual({
    image_urls: ['sha256:11', 'https://cdn.example.com/a.jpg', 'edit:CUTOUT'],
    prompt: 'A mug.',
    'width×height': '2048x2048(1:1)',
    scale: 0.5,
    force_single: true,
  });
});

describe('what counts', () => {
  const changes: readonly [string, Partial<InspectedEdit>][] = [
    ['the prompt', { prompt: 'A mug' }],
    ['a blank in it', { prompt: 'A  mug.' }],
    ['the size', { size: { width: 1024, height: 1024, wire: '1024x1024(1:1)' } }],
    ['the scale', { scale: 0.51 }],
    ['force-single', { forceSingle: false }],
    ['the bytes of a file', { images: [file('12'), second, third] }],
    ['the address of a picture', { images: [first, url('https://cdn.example.com/b.jpg'), third] }],
    ['its query', { images: [first, url('https://cdn.example.com/a.jpg?v=2'), third] }],
    ['what a used edit is', { images: [first, second, output('other')] }],
    ['the order of the images', { images: [second, first, third] }],
    ['an image more', { images: [...HERO.images, first] }],
    ['an image less', { images: [first, second] }],
    ['text that moves between prompt and address', { prompt: '', images: [first, url('https://a/A mug.')] }],
  ];

  it.each(changes)('%s', (_what, change) => {
    expect(of(change)).not.toBe(of());
  });

  it('the model', () => {
    expect(of({}, 'another/model')).not.toBe(of());
  });

  it('each of them apart from the others', () => {
    const all = changes.map(([, change]) => of(change));
    expect(new Set(all).size).toBe(all.length);
  });
});

describe('what does not count', () => {
  const otherPosition = { file: 'other.yml', line: 9, column: 9 };

  it.each<[string, Partial<InspectedEdit>]>([
    ['the id and the key', { id: 'z@1', key: 'z', matrix: { scene: 1 } }],
    ['the output', { output: 'else/where' }],
    ['the description', { description: 'For the home page' }],
    ['the time-out', { timeoutMs: 1 }],
    ['whether it is frozen', { frozen: true }],
    ['its place in the spec', { at: otherPosition }],
    [
      'name, folder and place of a file',
      {
        images: [file('11', { path: 'b/x.png', absolutePath: '/b/x.png', at: otherPosition }), second, third],
      },
    ],
    ['a host in capitals', { images: [first, url('https://CDN.example.com/a.jpg'), third] }],
    ['a port that goes without saying', { images: [first, url('https://cdn.example.com:443/a.jpg'), third] }],
  ])('%s', (_what, change) => {
    expect(of(change)).toBe(of());
  });
});
