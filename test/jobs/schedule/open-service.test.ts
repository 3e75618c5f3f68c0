import { expect, test } from 'vitest';

import { openService, type Service } from '../../../src/jobs/schedule/open-service.ts';
import { noAbort } from '../../queue/client-deps.ts';
import { makeEdit } from '../run-plan.ts';

const [early, late] = [makeEdit('early'), makeEdit('late')];

test.each<[string, boolean, (service: Service) => void]>([
  [
    'is being made ready',
    false,
    (service) => {
      service.expectPlace(early, 'urls');
    },
  ],
  [
    'is being made ready to send bytes, and so is the later one',
    false,
    (service) => {
      service.expectPlace(early, 'bytes');
      service.expectPlace(late, 'bytes');
    },
  ],
  [
    'is being made ready to send bytes, and the later one sends URLs',
    true,
    (service) => {
      service.expectPlace(early, 'bytes');
      service.expectPlace(late, 'urls');
    },
  ],
  [
    'waits for room in memory, which the later one has',
    true,
    (service) => {
      service.expectPlace(early, 'bytes');
      service.letOthersPass(early);
      service.expectPlace(late, 'bytes');
    },
  ],
  [
    'has ended',
    true,
    (service) => {
      service.expectPlace(early, 'urls');
      service.leaveLine(early);
    },
  ],
])(
  'an edit whose turn is earlier %s: the later one gets the free place: %s',
  async (_what, gets, prepare) => {
    const entered: string[] = [];
    const service = openService([early, late], () => 1, {
      onEnter: (id) => void entered.push(id),
      onLeave: () => undefined,
    });
    prepare(service);
    const second = service.enterService(late, noAbort());
    const first = service.enterService(early, noAbort());
    if (gets) (await second)?.leave();
    (await first)?.leave();
    await second;
    expect(entered).toEqual(gets ? ['late', 'early'] : ['early', 'late']);
  },
);
