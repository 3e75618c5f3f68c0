import { describe, expect, it } from 'vitest';

import { composeComment, isOwnComment } from '../../../src/report/comment/comment-body.ts';

const key = { spec: '.github/edits.yml', workflow: 'Pictures', job: 'plan', destination: 'branch assets' };
const BOT = 'github-actions[bot]';

function compose(existing: string | undefined, text: string, of = key): string {
  return composeComment(of, existing, () => text) ?? 'no room';
}

describe('our part of a comment', () => {
  it('is between two lines that GitHub does not show', () => {
    expect(compose(undefined, 'First')).toBe(
      '<!-- dreamina-edits:begin spec=.github%2Fedits.yml job=Pictures/plan to=branch%20assets -->\nFirst\n' +
        '<!-- dreamina-edits:end spec=.github%2Fedits.yml job=Pictures/plan to=branch%20assets -->',
    );
  });

  it('is replaced, and what people wrote around it stays', () => {
    const edited = `Please look, @mona.\r\n\r\n${compose(undefined, 'First')}\r\n\r\n- [x] seen`;
    expect(compose(edited, 'Second')).toBe(edited.replace('First', 'Second'));
  });

  it('goes to the end of the comment if someone deleted its end', () => {
    const [begin = ''] = compose(undefined, 'First').split('First');
    expect(compose(`Note\n${begin}First, without an end`, 'Second')).toBe(
      `Note\n${compose(undefined, 'Second')}`,
    );
  });

  it('cannot be ended early by a text that looks like its end', () => {
    const end = compose(undefined, 'x').split('\n').at(-1) ?? '';
    expect(end).toMatch(/^<!-- dreamina-edits:end /);
    const once = compose(undefined, `A \`${end}\` B`);
    expect(once.split(end)).toHaveLength(2);
    expect(compose(once, 'Second')).toBe(compose(undefined, 'Second'));
  });

  it.each(['a --> b', 'a b\nc', 'ä"<x>', '\ud800'])('has markers on one line for the spec %j', (spec) => {
    const [begin = ''] = compose(undefined, 'x', { ...key, spec }).split('\n');
    expect(begin).toMatch(/^<!-- dreamina-edits:begin spec=[^\s>]+ job=Pictures\/plan to=[^\s>]+ -->$/);
  });
});

describe('the room for our part', () => {
  const roomBeside = (existing: string | undefined): number => {
    let room = 0;
    composeComment(key, existing, (max) => {
      room = max;
      return 'x';
    });
    return room;
  };

  it('is 60,000 characters, and less if people wrote much', () => {
    expect(roomBeside(undefined)).toBe(60_000);
    expect(roomBeside(`${'y'.repeat(5000)}${compose(undefined, 'x')}`)).toBe(60_000);
    expect(roomBeside(`${'y'.repeat(6000)}${compose(undefined, 'x')}`)).toBeLessThan(59_500);
  });

  it.each([0, 1, 50_000, 64_000])(
    'never makes a comment that GitHub refuses: beside %i characters',
    (much) => {
      const existing = `${'y'.repeat(much)}${compose(undefined, 'x')}`;
      const made = composeComment(key, existing, (max) => 'z'.repeat(max));
      expect(made?.length).toBeLessThanOrEqual(65_536);
      expect(made?.length).toBeGreaterThan(much + 1000);
    },
  );

  it('is less if the text has what must be written longer', () => {
    const existing = `${'y'.repeat(65_000)}${compose(undefined, 'x')}`;
    const pieces = (max: number): string => '<!-- dreamina-edits:'.repeat(Math.floor(max / 20));
    const made = composeComment(key, existing, pieces);
    expect(made?.length).toBeLessThanOrEqual(65_536);
    expect(made?.length).toBeGreaterThan(65_400);
  });

  it('can be none', () => {
    const full = `${'y'.repeat(65_370)}${compose(undefined, 'x')}`;
    expect(composeComment(key, full, () => 'zz') === undefined).toBe(true);
    expect(composeComment(key, undefined, () => '')).toBeUndefined();
  });
});

it.each([
  ['ours', BOT, key, true],
  ['with another case of the name', 'GitHub-Actions[bot]', key, true],
  ['of someone who copied it', 'mallory', key, false],
  ['of another job', BOT, { ...key, job: 'preview' }, false],
  ['of another workflow', BOT, { ...key, workflow: 'Other' }, false],
  ['of another branch', BOT, { ...key, destination: 'branch other' }, false],
  ['of another spec', BOT, { ...key, spec: 'edits.yml' }, false],
])('whether a comment is the one to update: %s', (_, author, of, isOwn) => {
  const body = `Someone wrote this.\n${compose(undefined, 'x', of)}`;
  expect(isOwnComment({ author, body }, BOT, key)).toBe(isOwn);
});
