/** What stands after the name of a command that reads several files. */
export interface FileArguments {
  files: string[]
  /** Switches without a value: --json. */
  switches: Set<string>
  /** Options with a value: --year 2026. */
  values: Map<string, string>
}

export type FileArgumentsResult =
  | ({ usable: true } & FileArguments)
  | { usable: false; messageId: 'noFiles' | 'unknownOption' | 'missingValue'; option: string }

export interface KnownOptions {
  switches: readonly string[]
  values: readonly string[]
}

/** `--` ends the options, so that a file may be called --json. */
export function readFileArguments(args: readonly string[], known: KnownOptions): FileArgumentsResult {
  const found: FileArguments = { files: [], switches: new Set(), values: new Map() }
  let optionsEnded = false
  for (let index = 0; index < args.length; index++) {
    const argument = args[index] ?? ''
    if (optionsEnded || !argument.startsWith('-') || argument === '-') found.files.push(argument)
    else if (argument === '--') optionsEnded = true
    else if (known.switches.includes(argument)) found.switches.add(argument)
    else if (known.values.includes(argument)) {
      const value = args[++index]
      if (value === undefined) return { usable: false, messageId: 'missingValue', option: argument }
      found.values.set(argument, value)
    } else return { usable: false, messageId: 'unknownOption', option: argument }
  }
  return found.files.length > 0 ? { usable: true, ...found } : { usable: false, messageId: 'noFiles', option: '' }
}
