import { readHanOrdinal } from '../../shared/report/line-marks.ts'

/** 18, １８, 十八 → 18; null for everything that is no whole number between the two ends. */
export function readCount(text: string, least: number, most: number): number | null {
  const words = text.normalize('NFKC').replace(/\s/g, '')
  const value = /^\d{1,4}$/.test(words) ? Number(words) : readHanOrdinal(words)
  return value !== undefined && value >= least && value <= most ? value : null
}
