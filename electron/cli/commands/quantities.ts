import { findQuantities } from '../../../shared/numbers/find-quantities.ts'
import type { Quantity } from '../../../shared/numbers/quantity.ts'
import { answerFiles } from '../answer-files.ts'
import type { CliCommand } from '../command.ts'

/** Every quantity of the files, with offsets in UTF-16 units of the checked text. */
export const command: CliCommand = {
  name: 'quantities',
  usage: 'quantities [--json] FILE…',
  run: (args, io) =>
    answerFiles(
      args,
      io,
      { switches: ['--json'], values: [] },
      {
        key: 'quantities',
        read: (text) => findQuantities(text).map(answerOf),
        line: ({ start, end, text, qualifier, value, unit, kind }) =>
          `${start}–${end}\t${text.replace(/\s+/g, ' ')}\t${qualifier}${value} ${unit}\t${kind}`,
      },
    ),
}

type QuantityAnswer = Pick<
  Quantity,
  'start' | 'end' | 'text' | 'value' | 'unit' | 'qualifier' | 'kind' | 'decimals' | 'magnitude'
>

function answerOf({ start, end, text, value, unit, qualifier, kind, decimals, magnitude }: Quantity): QuantityAnswer {
  return { start, end, text, value, unit, qualifier, kind, decimals, magnitude }
}
