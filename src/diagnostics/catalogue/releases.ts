import type { CatalogueEntry } from "./entry.js"

/** Problems with releases, and with what a manifest says of their files. */
export const releases = {
  "release-number": {
    severity: "error",
    wording: "“{name}” is no number of a release.",
    hint: "A release has three numbers, as 1.0.0; what they mean is told at semver.org.",
  },
  "release-version": {
    severity: "error",
    wording: "The edition calls itself {version} here, and is to be released as {name}.",
    hint: 'Write `version: "{name}"`, so that every page and every TEI file names the release it belongs to.',
  },
  "release-date": {
    severity: "error",
    wording: "The edition does not say on which day it is released.",
    hint: "Write `date: ` and the day into edition.yaml, as 2026-11-24; stet takes none from the clock, so that the same sources always give the same release.",
  },
  "statement-missing": {
    severity: "error",
    wording: "The edition does not say {question} (`{slot}`).",
    hint: "Answer it in edition.yaml, below `textualStatement:`; that nothing was done is an answer too. A release has all of them.",
  },
  "proof-reading-void": {
    severity: "warning",
    wording: "This text has been edited since {by} read it against {against} on {on}.",
    hint: "Read it again, and let “stet proofread {name}” write it down.",
  },
  "proof-reading-astray": {
    severity: "error",
    wording: "There is no document {name}.{meant}",
    hint: "Mend the name, or delete the reading.",
  },
  "version-released": {
    severity: "warning",
    wording: "Version {version} is released, and what stands here is no longer what it has.",
    hint: "Give the edition its next number before you publish it: whoever cites {version} must find what releases/{version} holds.",
  },
  "files-left-out": {
    severity: "info",
    wording: "Not written, for want of a line in edition.yaml: {files}.",
    // A build that goes well has no more than one line for it.
    hint: "",
  },
  "release-exists": {
    severity: "error",
    wording: "{name} has been released already, in {folder}.",
    hint: "A release is never changed. Give the edition the next number.",
  },
  "release-order": {
    severity: "error",
    wording: "{name} does not come after the last release, {last}.",
    hint: "Choose a higher number: the last part for corrections, the one before it for more documents.",
  },
  "release-unclean": {
    severity: "error",
    wording: "The edition is not released: {count} told above.",
    hint: "Mend what is told, or say in the edition that it is meant so; a release has neither errors nor warnings.",
  },
  "release-none": {
    severity: "error",
    wording: "There is no release in {folder}.",
    hint: "“stet release 1.0.0” makes one; or name the folder of a release.",
  },
  "bag-unusable": {
    severity: "error",
    wording: "This is no deposit that stet could restore: {problem}.",
    hint: "Take the ZIP as it was deposited; nothing has been written.",
  },
  "manifest-malformed": {
    severity: "error",
    wording: "This line does not say which file has which SHA-256.",
    hint: "A line has 64 hexadecimal digits, two blanks and a path. Take the manifest from the release as it was published.",
  },
  "manifest-twice": {
    severity: "error",
    wording: "{name} is in the manifest twice.",
    hint: "Take the manifest from the release as it was published.",
  },
  "release-file-missing": {
    severity: "error",
    wording: "{name} is missing.",
    hint: "Take the file from the release as it was published.",
  },
  "release-file-changed": {
    severity: "error",
    wording: "{name} is not the file that was released.",
    hint: "Take the file from the release as it was published; what is to be different belongs to the next release.",
  },
  "release-file-unlisted": {
    severity: "error",
    wording: "{name} is no file of the release.",
    hint: "Move it away: what the manifest does not name was not released.",
  },
} as const satisfies Readonly<Record<string, CatalogueEntry>>
