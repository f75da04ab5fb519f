import type { EditionSettings } from "../model/edition.js"
import type { BagFile } from "./bag.js"

/** What a deposit holds, for the archivist who takes it in: a page in Markdown, to be read as it is. */
export function archivistPage(
  { title, editors, publisher, place, licence, date, url, language, statement }: EditionSettings,
  version: string,
  files: readonly BagFile[],
): string {
  const count = (folder: string) => files.filter(({ path }) => path.startsWith(`${folder}/`)).length
  const letters = files.filter(({ path }) => /^tei\/[^/]+\.xml$/.test(path)).length
  const row = (label: string, value: string | undefined) =>
    value === undefined ? [] : [`| ${label} | ${value} |`]
  return `${[
    `# ${title}, ${version}`,
    "",
    ...(statement === undefined ? [] : [statement, ""]),
    "| | |",
    "|---|---|",
    ...row("Edited by", editors.map(({ name }) => name).join(", ")),
    ...row("Publisher", [publisher, place].filter((each) => each !== undefined).join(", ")),
    ...row("Released", date),
    ...row("Published at", url),
    ...row("Licence of the edition", licence),
    ...row("Language", language),
    ...row("Documents", String(letters)),
    "",
    "## What is in it",
    "",
    "This is a bag (RFC 8493). `manifest-sha512.txt` has the SHA-512 of every file below `data/`.",
    "",
    "| in `data/` | files | what it is | to be kept |",
    "|---|---|---|---|",
    `| \`tei/\` | ${count("tei")} | the edition: a TEI P5 file (XML, UTF-8) for each document; the header has source, hands, rights and editorial conventions | yes: this is the text |`,
    `| \`schema/\` | ${count("schema")} | what the TEI is valid against: RELAX NG, and the TEI customisation (ODD) that explains it | yes |`,
    `| \`edition/\` | ${count("edition")} | the sources: transcriptions as they were typed, registers, images, edition.yaml | yes: from these everything else was made |`,
    `| \`site/\` | ${count("site")} | the site: HTML, CSS, images, plain texts; it needs no server and no network, open \`site/index.html\` | yes, for readers |`,
    "| `changes.md` | 1 | what changed since the release before, in words | yes |",
    "| `release.json` | 1 | number, day, documents with their SHA-256, and the programs that made the release | yes |",
    "| `manifest-sha256.txt` | 1 | the SHA-256 of every file of the release; `sha256sum -c manifest-sha256.txt` checks it | yes |",
    "",
    "## To check it, and to make it again",
    "",
    "Every tool for BagIt can check the bag. `stet restore FILE.zip FOLDER` checks it and lays the edition out as its editors had it; in that folder `stet verify` checks the release, and `stet build` makes TEI and site anew from the sources, the same bytes with the versions that `release.json` names. Nothing of it is needed to read the edition.",
    "",
    "Names of files are relative everywhere: the folders may be moved together.",
  ].join("\n")}\n`
}
