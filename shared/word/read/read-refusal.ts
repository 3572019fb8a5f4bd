import type { RefusalReason } from '../../desktop/results.ts'

/** Ends the reading of a file from any depth; caught where the file is handed out, so it never leaves this room. */
export class ReadRefusal extends Error {
  readonly reason: RefusalReason

  constructor(reason: RefusalReason, detail: string) {
    super(detail)
    this.name = 'ReadRefusal'
    this.reason = reason
  }
}
