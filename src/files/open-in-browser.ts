import { spawn } from "node:child_process"

/** The system's own way to open an address, by which the reader's browser shows it. */
const openers: Readonly<Record<string, readonly [command: string, ...words: string[]]>> = {
  darwin: ["open"],
  win32: ["cmd", "/c", "start", ""],
}

/** Opens an address of this machine in the reader's browser; where that cannot be done nothing happens. */
export function openInBrowser(address: string): void {
  const [command, ...words] = openers[process.platform] ?? ["xdg-open"]
  const child = spawn(command, [...words, address], { stdio: "ignore", detached: true })
  child.on("error", () => {})
  child.unref()
}
