import process from 'node:process'
import type { CliIo } from './command.ts'

/** Goes back to the beginning of the line and clears it. */
const clear = '\r\u001b[2K'

/** Standard output and standard error; a line of progress makes way for whatever is written. */
export function processIo(): CliIo {
  let drawn = false
  const draw = (line: string): void => {
    if (drawn || line !== '') process.stderr.write(clear + line)
    drawn = line !== ''
  }
  const write = (stream: NodeJS.WriteStream, text: string): void => {
    draw('')
    stream.write(text.endsWith('\n') ? text : `${text}\n`)
  }
  return {
    out: (text) => write(process.stdout, text),
    err: (text) => write(process.stderr, text),
    cwd: process.cwd(),
    progress: (line) => {
      // A line that wraps could not be cleared; hanzi are two columns wide.
      if (process.stderr.isTTY) draw(line.slice(0, Math.floor(process.stderr.columns / 2)))
    },
  }
}
