import { extname } from 'node:path'

export interface CheckArguments {
  files: string[]
  json: boolean
  year: number | null
  /** Newest first, as given. */
  prior: string[]
  /** A list of formulations in the place of the delivered one. */
  formulations: string | null
  /** Where the check sheet of the one file goes; null: none is wanted. */
  sheet: { path: string; format: 'docx' | 'xlsx' } | null
}

export type CheckArgumentsResult =
  | ({ usable: true } & CheckArguments)
  | { usable: false; problem: `${'documents' | 'sheets'}:cli.${string}`; option: string }

/** `--prior` may be given several times; `--` ends the options, so that a file may be called --json. */
export function readCheckArguments(args: readonly string[]): CheckArgumentsResult {
  const found: CheckArguments = {
    files: [],
    json: false,
    year: null,
    prior: [],
    formulations: null,
    sheet: null,
  }
  let optionsEnded = false
  for (let index = 0; index < args.length; index++) {
    const argument = args[index] ?? ''
    if (optionsEnded || !argument.startsWith('-') || argument === '-') found.files.push(argument)
    else if (argument === '--') optionsEnded = true
    else if (argument === '--json') found.json = true
    else if (['--year', '--prior', '--formulations', '--sheet'].includes(argument)) {
      const value = args[++index]
      if (value === undefined) return { usable: false, problem: 'documents:cli.missingValue', option: argument }
      if (argument === '--prior') found.prior.push(value)
      else if (argument === '--formulations') found.formulations = value
      else if (argument === '--sheet') {
        const ending = extname(value).toLowerCase()
        if (ending !== '.docx' && ending !== '.xlsx')
          return { usable: false, problem: 'sheets:cli.sheetFormat', option: value }
        found.sheet = { path: value, format: ending === '.docx' ? 'docx' : 'xlsx' }
      } else if (/^(?:19|20)\d\d$/.test(value)) found.year = Number(value)
      else return { usable: false, problem: 'documents:cli.wrongYear', option: value }
    } else return { usable: false, problem: 'documents:cli.unknownOption', option: argument }
  }
  if (found.files.length === 0) return { usable: false, problem: 'documents:cli.noFiles', option: '' }
  if (found.sheet && found.files.length > 1) return { usable: false, problem: 'sheets:cli.sheetOfOne', option: '' }
  return { usable: true, ...found }
}
