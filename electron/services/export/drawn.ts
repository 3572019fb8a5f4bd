import type { Notice } from '../../../shared/desktop/results.ts'
import type { ProofKind } from '../../../shared/word/clean/proof/proof-kinds.ts'

export interface Drawn {
  bytes: Uint8Array
  notices: Notice[]
  /** Only of a clean copy. */
  proof?: readonly ProofKind[]
}
