import { sentencesIn, type Say } from '../services/sentences.ts'

/** The command line speaks simplified Chinese, whatever the computer's language. */
export function cliSentences(): Promise<Say> {
  return sentencesIn('zh-CN')
}
