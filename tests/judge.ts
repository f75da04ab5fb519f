import { spawnSync } from "node:child_process"

/** A program of the system that judges what stet makes. */
export interface Judge {
  /** Whether its tests are passed over: it is not installed, and this is not CI, where it has to be. */
  readonly isAbsent: boolean
  /** What a test’s name says where it is passed over. */
  readonly needs: string
  /** What it prints, on both channels; its exit code must be 0. */
  says(...args: readonly string[]): string
}

export function judge(program: string, packageName: string): Judge {
  const isAbsent = spawnSync(program, ["--version"]).error !== undefined && process.env["CI"] === undefined
  return {
    isAbsent,
    needs: isAbsent ? ` (needs ${program}: install ${packageName})` : "",
    says: (...args) => {
      const { error, status, stdout, stderr } = spawnSync(program, args, {
        encoding: "utf8",
        maxBuffer: 1 << 26,
      })
      if (error) throw new Error(`${program} is not installed: install ${packageName}.`)
      if (status !== 0) throw new Error(`${program} ended with ${status}: ${stdout}${stderr}`)
      return `${stdout}${stderr}`
    },
  }
}
