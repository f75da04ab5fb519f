#!/usr/bin/env node
import { Command, CommanderError, InvalidArgumentError, Option } from "commander"
import { type Format, formats } from "../diagnostics/report/formats.js"
import { packageFile, papers } from "../files.js"
import { type CitationFormat, citationFormats, openShelf } from "../pipeline.js"
import { buildCommand, checkCommand } from "./build.js"
import { citeCommand } from "./cite.js"
import { type CollationFormat, collateCommand, collationFormats } from "./collate.js"
import { type Console, openConsole } from "./console.js"
import { decodeCommand } from "./decode.js"
import { depositCommand, restoreCommand } from "./deposit.js"
import { explainCommand } from "./explain.js"
import { formatCommand } from "./format.js"
import { grammarCommand } from "./grammar.js"
import { importCommand } from "./import.js"
import { initCommand } from "./init.js"
import { mergeLedgersCommand } from "./ledger.js"
import { type PdfOptions, pdfCommand, pdfViews } from "./pdf.js"
import { proofreadCommand } from "./proofread.js"
import { releaseCommand } from "./release.js"
import { resolveCommand } from "./resolve.js"
import { resources } from "./resources.js"
import { serveCommand, usualPort } from "./serve.js"
import { verifyCommand } from "./verify.js"
import { watchCommand } from "./watch.js"

interface Options {
  readonly json?: boolean
  readonly format?: Format
  readonly watch?: boolean
  readonly output?: string
  readonly into?: string
  readonly timings?: boolean
  readonly sourceMap?: boolean
  readonly check?: boolean
}

const formatOf = ({ json, format }: Options): Format => format ?? (json === true ? "json" : "text")

/** Runs stet: 0 where all is well, 1 where the edition has errors, 2 where the command is wrong. */
export async function main(argv: readonly string[]): Promise<number> {
  const { version } = JSON.parse(await packageFile("package.json")) as { version: string }
  let exitCode = 0
  const command = new Command("stet")
    .description("Turns transcriptions of letters and drafts into TEI-XML digital editions.")
    .version(version, "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand("help [command]", "print the help of a command")
    .exitOverride()
    .configureHelp({ sortSubcommands: false })
  const run = (
    action: (console: Console, argument: string | undefined, options: Options) => Promise<number>,
  ) => {
    return async (argument: string | undefined, options: Options) => {
      exitCode = await action(openConsole(formatOf(options), version), argument, options)
    }
  }
  const json = ["--json", "print what was found as JSON"] as const
  const format = () => new Option("--format <format>", "how to print what was found").choices(formats)
  const watch = new Option("--watch", "check again whenever a file changes").conflicts(["json", "format"])

  command
    .command("build")
    .description("build the edition in this folder, or one from a raw file: output/tei and output/site")
    .argument(
      "[file]",
      "a TEI file, a folder of them, or a raw transcription; without it, the folder's edition.yaml and sources/",
    )
    .option("-o, --output <folder>", "where to write", "output")
    .option("--timings", "print how long each stage took")
    .option("--source-map", "write, beside each TEI file, where in the transcription each element came from")
    .option(...json)
    .addOption(format())
    .action(
      run((console, file, options) =>
        buildCommand(console, version, {
          paths: file === undefined ? [] : [file],
          output: options.output ?? "output",
          timings: options.timings === true,
          sourceMap: options.sourceMap === true,
        }),
      ),
    )
  command
    .command("check")
    .description("check only; writes nothing")
    .argument(
      "[paths...]",
      "TEI files, folders of them, or a raw transcription; without it, the folder's edition",
    )
    .option(...json)
    .addOption(format())
    .addOption(watch)
    .action(async (paths: readonly string[], options: Options) => {
      const console = openConsole(formatOf(options), version)
      const shelf = await openShelf(resources(version))
      const check = () => checkCommand(console, version, paths, shelf)
      exitCode = await (options.watch ? watchCommand(console, check, paths) : check())
    })
  command
    .command("serve")
    .description(
      "show the edition in this folder in a browser, built anew whenever a file changes; writes nothing",
    )
    .addOption(
      new Option(
        "--port <number>",
        `the port on 127.0.0.1; 0 takes any that is free (usually ${usualPort})`,
      ).argParser(portIn),
    )
    .addOption(
      new Option("--open <when>", "whether to open the browser: by default, where a person looks on").choices(
        ["yes", "no"],
      ),
    )
    .action(async ({ port, open }: { readonly port?: number; readonly open?: "yes" | "no" }) => {
      exitCode = await serveCommand(openConsole("text", version), version, {
        port,
        open: open === undefined ? process.stdout.isTTY === true : open === "yes",
      })
    })
  command
    .command("import")
    .description("propose an edition from a raw file: edition.yaml and one transcription per document")
    .argument("<file>", "the raw transcription")
    .option("--into <folder>", "the edition's folder", ".")
    .option(...json)
    .action(run((console, file, options) => importCommand(console, file ?? "", options.into ?? ".")))
  command
    .command("init")
    .description("make a new edition from a template that builds at once")
    .argument("[folder]", "where", ".")
    .option(...json)
    .action(run((console, folder) => initCommand(console, folder ?? ".")))
  command
    .command("proofread")
    .description(
      "write down, in proofreading.yaml, that a document was read; a later edit of its text voids that",
    )
    .argument("<document>", "the document's name")
    .requiredOption("--by <name>", "who read it")
    .requiredOption("--against <source>", "against what: the original, a photograph of it")
    .option("--on <day>", "when, as 2026-11-24 (by default, today)")
    .option(...json)
    .action(async (name: string, options: Options & { by: string; against: string; on?: string }) => {
      const { by, against, on = new Date().toISOString().slice(0, 10) } = options
      const console = openConsole(formatOf(options), version)
      exitCode = await proofreadCommand(console, version, name, { by, against, on })
    })
  command
    .command("release")
    .description("freeze the edition under its number, in releases/NUMBER; refuses while anything is wrong")
    .argument("<number>", "the number, as 1.0.0; edition.yaml has to say the same")
    .option(...json)
    .addOption(format())
    .action(run((console, number) => releaseCommand(console, version, number ?? "")))
  command
    .command("verify")
    .description("check a release from its manifest alone; without a folder, all releases of the edition")
    .argument("[folder]", "the release's folder")
    .option(...json)
    .addOption(format())
    .action(run((console, folder) => verifyCommand(console, folder)))
  command
    .command("cite")
    .description(
      "how a document, or a passage by its id, is cited: in words, by Chicago, MLA or APA, or as data",
    )
    .argument("<id>", "a document's name, or the id of a passage")
    .addOption(new Option("--format <format>", "in which form").choices(citationFormats).default("text"))
    .action(async (id: string, { format: as }: { readonly format: CitationFormat }) => {
      exitCode = await citeCommand(openConsole("text", version), version, id, as)
    })
  command
    .command("resolve")
    .description(
      "what became of a citation: the same, reworded (and how), moved, or withdrawn (and where its words are)",
    )
    .argument("<citation>", "an address, an id, or a sentence that has one of them")
    .option(...json)
    .action(run((console, citation) => resolveCommand(console, citation ?? "")))
  command
    .command("deposit")
    .description(
      "hand a release over to a library: one bag (RFC 8493) in deposits/, with a page for the archivist",
    )
    .argument("[number]", "the release; without it, the last")
    .option(...json)
    .addOption(format())
    .action(run((console, number) => depositCommand(console, version, number)))
  command
    .command("restore")
    .description("lay out an edition again from its deposit, every file of which is checked")
    .argument("<file>", "the deposit, a ZIP")
    .argument("<folder>", "where; it must be empty, or not be there yet")
    .option(...json)
    .action(async (file: string, folder: string, options: Options) => {
      exitCode = await restoreCommand(openConsole(formatOf(options), version), file, folder)
    })
  command
    .command("pdf")
    .description(
      "print documents of the site that was built, as tagged PDFs, with an installed Chromium or Chrome",
    )
    .argument("[names...]", "documents; without a name, all")
    .addOption(new Option("--view <view>", "which view").choices(pdfViews).default("diplomatic"))
    .addOption(
      new Option("--paper <size>", "the size of the sheets").choices(Object.keys(papers)).default("a4"),
    )
    .option("-o, --output <folder>", "the folder that was built into; its pdf/ is written", "output")
    .option("--site <folder>", "the site to print; without it, the one in that folder")
    .option("--chromium <program>", "the browser to print with; without it, one is looked for")
    .option(...json)
    .action(async (names: readonly string[], options: Options & PdfOptions) => {
      exitCode = await pdfCommand(openConsole(formatOf(options), version), version, names, options)
    })
  command
    .command("collate")
    .description(
      "compare two documents of the edition, or two TEI files: what differs, what is moved, how far they agree",
    )
    .argument("<a>", "a document's name, or a TEI file")
    .argument("<b>", "another")
    .addOption(new Option("--format <format>", "how to print it").choices(collationFormats).default("text"))
    .action(async (a: string, b: string, { format: as }: { readonly format: CollationFormat }) => {
      exitCode = await collateCommand(
        openConsole(as === "json" ? "json" : "text", version),
        version,
        a,
        b,
        as,
      )
    })
  command
    .command("decode")
    .description("write the transcription that a TEI file of stet's stands for")
    .argument("<file>", "the TEI file")
    .option(...json)
    .action(run((console, file) => decodeCommand(console, file ?? "")))
  command
    .command("format")
    .description("type transcriptions in normal form, changing no word and no mark")
    .argument("[files...]", "transcriptions; without them, all in sources/")
    .option("--check", "write nothing, list what would change, and exit with 1 if there is any")
    .option(...json)
    .action(async (files: readonly string[], options: Options) => {
      exitCode = await formatCommand(openConsole(formatOf(options), version), files, options.check === true)
    })
  command
    .command("grammar")
    .description(
      "print a TextMate grammar of this edition's signs, by which an editor colours transcriptions",
    )
    .option(...json)
    .action(async (options: Options) => {
      exitCode = await grammarCommand(openConsole(formatOf(options), version))
    })
  command
    .command("ledger")
    .description("the ledger of published ids, citations.json, which “stet build” keeps")
    .command("merge")
    .description("merge the ledgers of two branches into OURS; meant as git's merge driver")
    .argument("<base>", "the ledger that both began with")
    .argument("<ours>", "the ledger of this branch")
    .argument("<theirs>", "the ledger of the other branch")
    .option(...json)
    .action(async (base: string, ours: string, theirs: string, options: Options) => {
      exitCode = await mergeLedgersCommand(openConsole(formatOf(options), version), [base, ours, theirs])
    })
  command
    .command("explain")
    .description("say what a problem means and what to do")
    .argument("[code]", "its code, as in [mark-unclosed]; without it, all codes")
    .option(...json)
    .action(run(async (console, code) => explainCommand(console, code)))

  try {
    await command.parseAsync([...argv], { from: "user" })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    return error.exitCode === 0 ? 0 : 2
  }
  return exitCode
}

function portIn(typed: string): number {
  const port = /^\d{1,5}$/.test(typed) ? Number(typed) : Number.NaN
  if (port <= 65535) return port
  throw new InvalidArgumentError("A port is a number from 0 to 65535.")
}

process.exitCode = await main(process.argv.slice(2))
