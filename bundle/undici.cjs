'use strict';

/**
 * What the bundle means by `undici`: the parts that are used, by their paths in the package. Its index loads fetch,
 * WebSocket, caches, mocks and more at once, which would be half of the main bundle and a fifth of its start-up time.
 */
module.exports = {
  EnvHttpProxyAgent: require('undici/lib/dispatcher/env-http-proxy-agent.js'),
  // For @actions/http-client.
  ProxyAgent: require('undici/lib/dispatcher/proxy-agent.js'),
  // For @actions/github, which hands it a ProxyAgent of undici 7: Node 24's own fetch is that of undici 7, too.
  get fetch() {
    return globalThis.fetch;
  },
};

// As the index does it with these and three more; a proxy takes `connect`.
Object.assign(require('undici/lib/dispatcher/dispatcher.js').prototype, {
  request: require('undici/lib/api/api-request.js'),
  connect: require('undici/lib/api/api-connect.js'),
});
