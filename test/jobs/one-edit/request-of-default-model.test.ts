import { expect, test } from 'vitest';

import type { PlannedEdit } from '../../../src/plan/types.ts';
import { makeEdit, runPlan } from '../run-plan.ts';

const size = { width: 2560, height: 1440, wire: '2560x1440(16:9)' };
const TAIL = '"width×height":"2048x2048(1:1)","scale":0.5,"force_single":true}';

test.each<[string, Partial<PlannedEdit>, string]>([
  [
    'as it is without any setting',
    {},
    `{"image_urls":["https://cdn.example.com/a.jpg"],"prompt":"a",${TAIL}`,
  ],
  [
    'with its own keys',
    { prompt: 'Blue – “now”.', size, scale: 1, forceSingle: false },
    '{"image_urls":["https://cdn.example.com/a.jpg"],"prompt":"Blue – “now”.","width×height":"2560x1440(16:9)","scale":1,"force_single":false}',
  ],
  [
    'with options, which come last',
    { options: { seed: 7 } },
    `{"image_urls":["https://cdn.example.com/a.jpg"],"prompt":"a",${TAIL.slice(0, -1)},"seed":7}`,
  ],
])('a request of the default model, byte for byte: %s', async (_what, facts, body) => {
  const bodies: string[] = [];
  const { states } = await runPlan([makeEdit('a', facts)], {
    api: {
      fault: (request) => {
        if (request.path.startsWith('/v1/models/')) bodies.push(request.body);
        return false;
      },
    },
  });
  expect(states).toEqual({ a: 'succeeded' });
  expect(bodies).toEqual([body]);
});
