// Loaded into a process in front of its own code: writes the path of each file that it opens to the file OPENED_FILES.
const fs = require('node:fs');

const list = process.env.OPENED_FILES;
const open = fs.openSync(list, 'a');
for (const name of ['readFileSync', 'openSync', 'readFile', 'open', 'createReadStream']) {
  const real = fs[name];
  fs[name] = (file, ...rest) => {
    if (typeof file === 'string') fs.writeSync(open, `${file}\n`);
    return real.call(fs, file, ...rest);
  };
}
