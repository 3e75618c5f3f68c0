import { describe, expect, it } from 'vitest';

import { inspectedEdit } from '../support/edits.ts';
import { actionsOf, madeAll, plan, recorded } from './recorded-work.ts';

describe('a chain of edits', () => {
  const base = inspectedEdit('base');
  const mid = { ...inspectedEdit('mid', { needs: ['base'] }) };
  const top = { ...inspectedEdit('top', { needs: ['mid'] }) };
  const done = madeAll([base, mid, top]);
  const unchanged = { base: 'keep base at base.jpg', mid: 'keep mid at mid.jpg', top: 'keep top at top.jpg' };

  it('is unchanged as long as nothing below changes', () => {
    expect(actionsOf(plan([top, mid, base], { recorded: done }))).toEqual(unchanged);
  });

  it('is made again from where it changed', () => {
    expect(actionsOf(plan([top, { ...mid, scale: 0.6 }, base], { recorded: done }))).toEqual({
      ...unchanged,
      mid: 'submit',
      top: 'submit',
    });
  });

  it('goes by what a frozen edit really is, not by what the spec asks of it', () => {
    const changed = { ...base, prompt: 'other', frozen: true };
    expect(actionsOf(plan([top, mid, changed], { recorded: done }))).toEqual(unchanged);
    // No longer frozen, it is another.
    expect(actionsOf(plan([top, mid, { ...changed, frozen: false }], { recorded: done }))).toEqual({
      base: 'submit',
      mid: 'submit',
      top: 'submit',
    });
  });

  it('stays where only what it uses is forced: its own input is the same', () => {
    expect(actionsOf(plan([top, mid, base], { recorded: done, forced: new Set(['base']) }))).toEqual({
      ...unchanged,
      base: 'submit',
    });
  });

  it('stays though the picture that it was made from is gone', () => {
    const gone = recorded(done.lock.edits, ['base.jpg']);
    expect(actionsOf(plan([top, mid, base], { recorded: gone }))).toEqual({ ...unchanged, base: 'submit' });
  });

  it('stays under new ids', () => {
    const [root, leaf] = [
      { ...base, id: 'root', output: 'root' },
      inspectedEdit('leaf', { needs: ['root'] }),
    ];
    const renamed = { ...leaf, prompt: mid.prompt };
    expect(actionsOf(plan([renamed, root], { recorded: done }))).toEqual({
      root: 'keep base at root.jpg',
      leaf: 'keep mid at leaf.jpg',
    });
  });
});
