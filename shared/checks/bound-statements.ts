import type { Statement } from '../indicators/statement.ts'
import { readFigureKey, type FigureReference } from '../ledger/figure-key.ts'
import type { BoundStretch } from '../ledger/links.ts'
import type { Quantity } from '../numbers/quantity.ts'

/**
 * Statements whose figures are bound to the ledger are of the year and the kind of their link, whatever the section around
 * them suggests: last year's result may stand in the plan. The order of the statements stays.
 */
export function bindStatements(statements: readonly Statement[], links: readonly BoundStretch[]): Statement[] {
  const bound = links.flatMap(({ start, end, key }) => {
    const reference = readFigureKey(key)
    return reference ? [{ start, end, reference }] : []
  })
  if (bound.length === 0) return [...statements]
  const referenceOf = (figure: Quantity | null): FigureReference | undefined =>
    figure ? bound.find(({ start, end }) => start < figure.end && figure.start < end)?.reference : undefined
  return statements.map((statement) => {
    const reference = referenceOf(statement.value) ?? referenceOf(statement.growth)
    return reference
      ? { ...statement, year: reference.year, role: roleOf(statement, reference), linked: true }
      : statement
  })
}

/** Of a result the words still say whether it is that of a part or the one grown from. */
function roleOf({ role }: Statement, { kind }: FigureReference): Statement['role'] {
  if (kind === 'target') return 'target'
  return role === 'target' ? 'achieved' : role
}
