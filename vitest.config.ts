import { configDefaults, defineConfig } from "vitest/config"

const stages = ["read", "encode", "xml", "model", "publish", "search"].map(
  (stage) => `tests/unit/${stage}/**/*.test.ts`,
)

export default defineConfig({
  test: {
    setupFiles: ["tests/seed.ts"],
    globalSetup: ["tests/shared-folder.ts"],
    // Forks, not threads: two builds in two threads of one process could not tell their locks apart.
    pool: "forks",
    // Much of the time goes to programs that tests start and wait for: no core is kept back.
    maxWorkers: "100%",
    // Browsers and the packed program are slow to start; such tests set their own, longer limit.
    testTimeout: 20_000,
    hookTimeout: 60_000,
    reporters: ["default", "./tests/reporter.ts"],
    projects: [
      {
        extends: true,
        test: {
          name: "browser",
          include: ["tests/browser/**/*.spec.ts"],
          // One Chromium and one sample site serve all files of a worker.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: "stages",
          include: stages,
          // They touch neither disk nor environment: a worker loads the modules of the stages once for all files.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: "node",
          include: ["tests/**/*.test.ts"],
          exclude: [...configDefaults.exclude, ...stages],
        },
      },
    ],
  },
})
