export const id = 51;
export const ids = [51];
export const modules = {

/***/ 92051:
/***/ ((module) => {

module.exports = eval("require")("kerberos");


/***/ })

};
