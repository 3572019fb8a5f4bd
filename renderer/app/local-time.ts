/** `YYYY-MM-DDThh:mm:ss`, local wall time. */
export function localTime(date = new Date()): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`
}

/** `2026-01-12T14:03:20` → `14:03`. */
export function clockOf(time: string): string {
  return time.slice(11, 16)
}

/** Whole days from `time` to `today`, by the calendar: 0 = today, 1 = yesterday. */
export function daysAgo(time: string, today: string): number {
  const day = (text: string): number => Date.parse(`${text.slice(0, 10)}T00:00:00Z`) / 86_400_000
  return day(today) - day(time)
}
