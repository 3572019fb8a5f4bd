/** Stands for the module `electron` in plain Node: there is no application. */
export default {}
