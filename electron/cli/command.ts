/** Where a command writes: `out` carries the answer alone, `err` sentences for people. */
export interface CliIo {
  out(text: string): void
  err(text: string): void
  /** Folder that relative paths belong to. */
  cwd: string
  /** Progress may be drawn on standard error. */
  terminal: boolean
}

/** One word after `npm run cli --`. `run` returns the exit code: 0 done, 1 findings of severity error (check only), 2 unusable input. */
export interface CliCommand {
  name: string
  usage: string
  run(args: readonly string[], io: CliIo): Promise<number>
}
