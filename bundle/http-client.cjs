'use strict';

/**
 * What the bundle means by `@actions/http-client`: the same, loaded when something of it is used. `@actions/core` imports
 * it for tokens that this action never asks for, and it loads Node's HTTPS and TLS, which was a twentieth of the start.
 */
const load = () => require('../node_modules/@actions/http-client/lib/index.js');

module.exports = {
  get HttpClient() {
    return load().HttpClient;
  },
  get HttpClientError() {
    return load().HttpClientError;
  },
  get HttpCodes() {
    return load().HttpCodes;
  },
  get getProxyUrl() {
    return load().getProxyUrl;
  },
};
