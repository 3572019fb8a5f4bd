/** What a clean copy is searched for, one tick each. */
export const proofKinds = [
  'revisions',
  'comments',
  'hiddenText',
  'names',
  'saveMarks',
  'properties',
  'pictures',
  'outside',
] as const
export type ProofKind = (typeof proofKinds)[number]
