/** Citation.js brings no types; what the tests ask of it. */
declare module "@citation-js/core" {
  export class Cite {
    constructor(text: string, options: { readonly generateGraph: boolean })
    readonly data: readonly Readonly<Record<string, unknown>>[]
  }
}
