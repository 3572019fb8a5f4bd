import type { PlainText } from '../../../shared/report/plain-text.ts'
import { findText, type FindOptions } from './find-text.ts'

export interface FindRequest {
  plain: PlainText
  query: string
  options: FindOptions
}

self.onmessage = ({ data }: MessageEvent<FindRequest>) => {
  self.postMessage(findText(data.plain, data.query, data.options))
}
