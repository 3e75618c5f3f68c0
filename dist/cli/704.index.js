export const id = 704;
export const ids = [704];
export const modules = {

/***/ 5704:
/***/ ((module) => {

// What the command line has in place of `@actions/cache`: it is in no job and never reads that cache.
module.exports = {};


/***/ })

};
