/** copy.ts: puts words on the clipboard, and says whether the browser let it. */
declare var stetCopy: (words: string) => Promise<boolean>

/** text-fragment.ts: how an address leads to the words that are marked within an element; nothing if there are none. */
declare var stetTextFragment: (
  range: Range,
  within: Element,
) =>
  | {
      /** As they stand on the page, whole words, blanks as one. */
      readonly words: string
      /** “:~:text=…”, to be put behind a fragment. */
      readonly directive: string
      /** The text in which the first of them stands. */
      readonly first: Text
    }
  | undefined
