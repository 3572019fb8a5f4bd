import process from 'node:process'

/** A line of the scripts themselves, apart from what the programs they start print. */
export function say(line) {
  process.stderr.write(`政稿 · ${line}\n`)
}

/** Ends with what is missing and how to get it. */
export function stop(...lines) {
  for (const line of lines) say(line)
  process.exit(1)
}
