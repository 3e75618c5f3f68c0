export const id = 19;
export const ids = [19];
export const modules = {

/***/ 6019:
/***/ ((module) => {

// What the command line has in place of `@actions/cache`: it is in no job and never reads that cache.
module.exports = {};


/***/ })

};
