// @ts-check
const zone = 'Asia/Jakarta'
const dayFormat = new Intl.DateTimeFormat('id-ID', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  timeZone: zone,
})
const fullDayFormat = new Intl.DateTimeFormat('id-ID', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: zone,
})
const timeFormat = new Intl.DateTimeFormat('id-ID', {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: zone,
})

/** @param {number} at */
export const timeOf = (at) => timeFormat.format(at).replace(':', '.')

/** "Senin, 3 Juni": the line between two days of a chat. @param {number} at */
export const dayOf = (at) => dayFormat.format(at)

/** "Senin, 3 Juni 2024": the clock of the product. @param {number} at */
export const fullDayOf = (at) => fullDayFormat.format(at)

/** "1,2 MB" @param {number} bytes */
export function sizeOf(bytes) {
  if (bytes < 1024) return `${bytes} B`
  const [value, unit] = bytes < 1024 * 1024 ? [bytes / 1024, 'KB'] : [bytes / 1024 / 1024, 'MB']
  return `${value.toLocaleString('id-ID', { maximumFractionDigits: value < 10 ? 1 : 0 })} ${unit}`
}
