/** Searching: what the build and the reader's browser share; src/tools/compile.ts makes a classic script of it. */
export * from "./catalogue.js"
export * from "./fold.js"
export * from "./hits.js"
export * from "./passage.js"
export * from "./query.js"
export * from "./shards.js"
