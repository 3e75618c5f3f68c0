'use strict';

/**
 * What the bundle means by `@actions/exec`: the same, loaded when something of it is used. `@actions/core` imports it to
 * describe the machine, which this action never asks for.
 */
const load = () => require('../node_modules/@actions/exec/lib/exec.js');

module.exports = {
  get exec() {
    return load().exec;
  },
  get getExecOutput() {
    return load().getExecOutput;
  },
};
