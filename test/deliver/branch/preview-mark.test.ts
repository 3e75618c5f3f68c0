import { expect, it } from 'vitest';

import { deliverBranch } from '../../../src/deliver/branch/deliver-branch.ts';
import type { BranchRequest } from '../../../src/deliver/branch/types.ts';
import { createDeliveryStage, openDeps } from './delivery-stage.ts';

it('the lock says whose preview a branch is, until the branch is published', async () => {
  await using stage = await createDeliveryStage();
  const marks: unknown[] = [];
  const all: readonly BranchRequest['preview'][] = [
    'as-before',
    { pullRequest: 7 },
    'as-before',
    { pullRequest: 8 },
    undefined,
  ];
  for (const [index, preview] of all.entries()) {
    const change = await stage.make('hero', { 'hero.png': `Picture ${index}` }, `req-${index}`);
    const request = {
      changes: { set: [change], remove: [] },
      renderMessage: () => 'Pictures',
      renderPages: () => new Map<string, string>(),
      ...(preview !== undefined && { preview }),
    };
    const opened = await stage.open();
    const delivery = await deliverBranch(
      opened,
      request,
      openDeps(stage.lines, new AbortController().signal),
    );
    expect(delivery.kind).toBe('committed');
    const file =
      opened.place.directory === '' ? 'edits.lock.json' : `${opened.place.directory}/edits.lock.json`;
    marks.push((await stage.lock(file)).preview?.pullRequest);
  }
  expect(marks).toEqual([undefined, 7, 7, 8, undefined]);
});
