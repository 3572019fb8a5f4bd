const width = 20

/** ████░░░░ */
export function progressBar(done: number, count: number): string {
  const full = Math.floor((width * done) / Math.max(1, count))
  return '█'.repeat(full) + '░'.repeat(width - full)
}
