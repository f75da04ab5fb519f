import type { InterfaceLanguage } from "../model/page.js"
import type { Asset } from "../publish/site.js"

/** What comes with stet and the stages need: texts of the schema, rules, stylesheet and styles. */
export interface Resources {
  readonly version: string
  readonly schema: () => Promise<string>
  /** The schema in the form that is opened quickest. */
  readonly compiledSchema: () => Promise<string>
  readonly rules: () => Promise<string>
  /** What makes a stylesheet of Schematron, compiled; and what compiles that stylesheet in its turn. */
  readonly ruleGenerator: () => Promise<string>
  readonly compileStylesheet: (stylesheet: string) => Promise<string>
  /** The customisation that the schema was made from, to go with the edition. */
  readonly customisation: () => Promise<string>
  readonly stylesheet: () => Promise<string>
  /** The style of the edition as an e-book. */
  readonly bookStyle: () => Promise<string>
  readonly styles: () => Promise<readonly Asset[]>
  readonly scripts: () => Promise<readonly Asset[]>
  /** The pages’ own words in a language: JSON, an object of phrases by their keys. */
  readonly words: (language: InterfaceLanguage) => Promise<string>
  /** Keeps what was made of a schema from one run to the next; src/files/cache.ts. */
  readonly cache: {
    readonly read: (words: readonly string[]) => Promise<string | undefined>
    readonly keep: (words: readonly string[], made: string) => Promise<void>
  }
}

/** Called when a stage begins, for progress and timings. */
export type OnStage = (stage: "load" | "read" | "encode" | "check" | "render") => void
