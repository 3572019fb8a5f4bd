/** The only place the time comes from; tests hand in another one. */
export type Clock = () => Date

/** `YYYY-MM-DDThh:mm:ss`, local wall time. */
export function localTime(time: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0')
  const day = `${String(time.getFullYear()).padStart(4, '0')}-${two(time.getMonth() + 1)}-${two(time.getDate())}`
  return `${day}T${two(time.getHours())}:${two(time.getMinutes())}:${two(time.getSeconds())}`
}
