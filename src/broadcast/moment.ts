import { atWib, readDay } from '../platform/time.ts'

/** Reads a day and a time of West Sumatra as they are typed: `10 Juni 2024 09.00`, `10/6/2024 pukul 9:30 WIB`. */
export function readMoment(typed: string): Date | undefined {
  const found = /^(.+?)[\s,]+(?:pukul |jam |at )?(\d{1,2})[.:](\d{2})(?:\s*wib)?$/i.exec(typed.trim())
  const day = readDay(found?.[1] ?? '')
  const [hour, minute] = [Number(found?.[2]), Number(found?.[3])]
  if (!day || hour > 23 || minute > 59) return undefined
  return atWib(day, `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`)
}
