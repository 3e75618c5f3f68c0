import { expect, test } from 'vitest';

import { parseGitCall } from '../../../demo/git-service/git-request.ts';

test.each([
  ['/acme/shop.git/info/refs?service=git-upload-pack', 'git-upload-pack', 'acme/shop', 'info/refs'],
  ['/acme/shop/info/refs?service=git-receive-pack', 'git-receive-pack', 'acme/shop', 'info/refs'],
  ['/acme/shop.git/git-upload-pack', 'git-upload-pack', 'acme/shop', 'git-upload-pack'],
  ['/a/b.c/git-receive-pack', 'git-receive-pack', 'a/b.c', 'git-receive-pack'],
  ['/a/b.git.git/git-receive-pack', 'git-receive-pack', 'a/b.git', 'git-receive-pack'],
])('%s', (target, service, repository, end) => {
  expect(parseGitCall(target)).toEqual({
    service,
    repository,
    backendPath: `/${repository}.git/${end}`,
    query: target.split('?')[1] ?? '',
  });
});

test.each([
  '/',
  '/acme/shop',
  '/acme/shop.git/HEAD',
  '/acme/shop.git/info/refs',
  '/acme/shop.git/info/refs?service=git-upload-archive',
  '/../shop.git/git-upload-pack',
  '/acme/..%2f/git-upload-pack',
  '/acme/.hidden/git-upload-pack',
  '/acme/shop/more/git-upload-pack',
])('%s is not one of git’s', (target) => {
  expect(parseGitCall(target)).toBeUndefined();
});
