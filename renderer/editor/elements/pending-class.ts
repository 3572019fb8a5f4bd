import type { Pending } from '../../../shared/report/schema.ts'

/** Classes of an object or row that came or goes as a whole. */
export function pendingClass({ ins, del }: Pending): string {
  return (ins ? ' zg-object-ins' : '') + (del ? ' zg-object-del' : '')
}
