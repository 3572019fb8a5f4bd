import { answerReview } from './answer-review.ts'
import type { ToReview } from './review-messages.ts'

self.onmessage = ({ data }: MessageEvent<ToReview>) => self.postMessage(answerReview(data))
