import { expect, it } from 'vitest';

import { pageOf } from '../../src/cli/fetched-refs.ts';

it.each([
  ['https://github.com/acme/shop.git', 'https://github.com/acme/shop'],
  ['https://user:token@github.com/acme/shop', 'https://github.com/acme/shop'],
  ['git@github.com:acme/shop.git', 'https://github.com/acme/shop'],
  ['ssh://git@ghe.example.com:2222/acme/shop.git', 'https://ghe.example.com/acme/shop'],
  ['/srv/git/shop.git', undefined],
  ['../shop.git', undefined],
  ['', undefined],
])('the page of %s', (url, page) => {
  expect(pageOf(url)).toBe(page);
});
