import { expect, test } from 'vitest';

import { createLine } from '../../src/shared/line.ts';

test('work runs one piece at a time, in the order in which it was given', async () => {
  const line = createLine();
  const steps: string[] = [];
  const first = Promise.withResolvers<string>();
  const one = line.run(async () => {
    steps.push('one begins');
    const value = await first.promise;
    steps.push('one ends');
    return value;
  });
  const two = line.run(async () => {
    steps.push('two');
    return await Promise.resolve(2);
  });
  first.resolve('1');
  expect([await one, await two]).toEqual(['1', 2]);
  expect(steps).toEqual(['one begins', 'one ends', 'two']);
});

test('a failure reaches only its own caller', async () => {
  const line = createLine();
  const failing = line.run(async () => await Promise.reject(new Error('broken')));
  const next = line.run(async () => await Promise.resolve('fine'));
  await expect(failing).rejects.toThrow('broken');
  expect(await next).toBe('fine');
  await line.idle();
});
