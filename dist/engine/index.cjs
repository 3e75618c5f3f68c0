// Loads sharp with its WebAssembly build, whatever native build the surroundings have.
const file = require.resolve('./node_modules/sharp/dist/sharp.cjs');
const module_ = { id: file, filename: file, loaded: true, children: [], paths: [], exports: require('@img/sharp-wasm32/sharp.node') };
require.cache[file] = module_;
module.exports = require('sharp');
