import { dirname, extname, resolve, sep } from 'node:path'

/**
 * The file that a start names, for the window to open or to say why not; null: none. `program` is the program's own main
 * file, which a start from the source names as well, or by its folder. Words that begin with a dash are switches.
 */
export function namedFile(argv: readonly string[], folder: string, program: string): string | null {
  const words = argv.slice(1).filter((word) => word !== '' && !word.startsWith('-'))
  const paths = words.map((word) => resolve(folder, word)).filter((path) => !isProgram(path, program))
  return paths.find((path) => known.has(extname(path).toLowerCase())) ?? paths[0] ?? null
}

/** Goes first, should the system hand over words of its own. */
const known: ReadonlySet<string> = new Set(['.zhenggao', '.docx', '.txt', '.md', '.doc', '.wps'])

function isProgram(path: string, program: string): boolean {
  return path === program || `${dirname(program)}${sep}`.startsWith(path.endsWith(sep) ? path : `${path}${sep}`)
}
