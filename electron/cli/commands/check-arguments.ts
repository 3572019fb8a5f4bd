export interface CheckArguments {
  files: string[]
  json: boolean
  year: number | null
  /** Newest first, as given. */
  prior: string[]
  /** A list of formulations in the place of the delivered one. */
  formulations: string | null
}

export type CheckArgumentsResult =
  | ({ usable: true } & CheckArguments)
  | { usable: false; messageId: 'noFiles' | 'unknownOption' | 'missingValue' | 'wrongYear'; option: string }

/** `--prior` may be given several times; `--` ends the options, so that a file may be called --json. */
export function readCheckArguments(args: readonly string[]): CheckArgumentsResult {
  const found: CheckArguments = { files: [], json: false, year: null, prior: [], formulations: null }
  let optionsEnded = false
  for (let index = 0; index < args.length; index++) {
    const argument = args[index] ?? ''
    if (optionsEnded || !argument.startsWith('-') || argument === '-') found.files.push(argument)
    else if (argument === '--') optionsEnded = true
    else if (argument === '--json') found.json = true
    else if (argument === '--year' || argument === '--prior' || argument === '--formulations') {
      const value = args[++index]
      if (value === undefined) return { usable: false, messageId: 'missingValue', option: argument }
      if (argument === '--prior') found.prior.push(value)
      else if (argument === '--formulations') found.formulations = value
      else if (/^(?:19|20)\d\d$/.test(value)) found.year = Number(value)
      else return { usable: false, messageId: 'wrongYear', option: value }
    } else return { usable: false, messageId: 'unknownOption', option: argument }
  }
  return found.files.length > 0 ? { usable: true, ...found } : { usable: false, messageId: 'noFiles', option: '' }
}
