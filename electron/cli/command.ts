/** Where a command writes: `out` carries the answer alone, `err` sentences for people. */
export interface CliIo {
  out(text: string): void
  err(text: string): void
  /** Folder that relative paths belong to. */
  cwd: string
  /** Draws one line on the terminal in place of the last; '' clears it. Nothing where standard error is no terminal. */
  progress(line: string): void
}

/** One word after `npm run cli --`. `run` returns the exit code: 0 done, 1 findings of severity error (check only), 2 unusable input. */
export interface CliCommand {
  name: string
  usage: string
  run(args: readonly string[], io: CliIo): Promise<number>
}
