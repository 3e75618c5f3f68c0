import { expect, test } from 'vitest';

import { readProxies } from '../../src/shared/proxies.ts';

test('without the variables there is none, as empty strings', () => {
  expect(readProxies({}, ['api.example'])).toEqual({ httpProxy: '', httpsProxy: '', noProxy: '' });
});

test('an empty variable does not hide its upper-case twin', () => {
  const env = {
    http_proxy: '',
    HTTP_PROXY: 'http://b',
    https_proxy: '',
    HTTPS_PROXY: 'http://c',
    no_proxy: '',
    NO_PROXY: 'x',
  };
  expect(readProxies(env, [])).toEqual({ httpProxy: 'http://b', httpsProxy: 'http://c', noProxy: 'x' });
});

test('lower case comes first', () => {
  const env = {
    http_proxy: 'http://a',
    HTTP_PROXY: 'http://b',
    HTTPS_PROXY: 'http://c',
    NO_PROXY: 'x',
    no_proxy: 'y',
  };
  expect(readProxies(env, [])).toEqual({ httpProxy: 'http://a', httpsProxy: 'http://c', noProxy: 'y' });
});

test.each([
  ['', ['127.0.0.1', 'api.example', '10.0.0.1', 'api.localhost'], '127.0.0.1,api.localhost'],
  ['corp.example, .lan', ['localhost'], 'corp.example, .lan,localhost'],
  ['', ['::1'], '[::1]'],
  ['', ['[::1]'], '[::1]'],
  ['*', ['127.0.0.1'], '*'],
])('NO_PROXY %o with the hosts %o is %o', (noProxy, hosts, expected) => {
  expect(readProxies({ NO_PROXY: noProxy }, hosts).noProxy).toBe(expected);
});
