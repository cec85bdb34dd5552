import { type FreeDay, type OfficeId, PROVINCE, type WorkCalendar } from '../calendar/rules.ts'
import { calendarOf, REACH } from '../calendar/store.ts'
import { type WorkingTime, workingTime } from '../calendar/working-time.ts'
import type { PersonId, RegionCode } from '../people/rules.ts'
import type { Tx } from '../platform/db.ts'
import { daysAfter, type LocalDate, later, localDate } from '../platform/time.ts'
import { absencesOf } from './officer-store.ts'
import type { Clocks } from './rules.ts'

/** Hands out the working times of offices and of the officers in them, each laid out once. */
export async function clockmaker(
  tx: Tx,
  now: Date,
): Promise<(region: RegionCode | undefined, officerId: PersonId | undefined) => Promise<Clocks>> {
  const away = Map.groupBy(await absencesOf(tx), ({ personId }) => personId)
  const calendars = new Map<OfficeId, WorkCalendar>()
  const rulers = new Map<string, WorkingTime>()
  const [from, until] = [localDate(later(now, -REACH)), localDate(later(now, REACH))]

  async function calendar(office: OfficeId): Promise<WorkCalendar> {
    const known = calendars.get(office) ?? (await calendarOf(tx, office))
    calendars.set(office, known)
    return known
  }
  function ruler(key: string, of: () => WorkCalendar): WorkingTime {
    const known = rulers.get(key) ?? workingTime(of(), from, until)
    rulers.set(key, known)
    return known
  }
  return async (region, officerId) => {
    const office = region ?? PROVINCE
    const own = await calendar(office)
    const absent = officerId === undefined ? [] : (away.get(officerId) ?? [])
    const whole = ruler(office, () => own)
    if (absent.length === 0) return { office: whole, officer: whole }
    const without = () => ({ ...own, free: [...own.free, ...absent.flatMap(daysOf)] })
    return { office: whole, officer: ruler(`${office} ${officerId}`, without) }
  }
}

/** The days of an absence, as days on which the officer's clock stands still. */
function daysOf({ firstDay, lastDay }: { firstDay: LocalDate; lastDay: LocalDate }): FreeDay[] {
  const found: FreeDay[] = []
  for (let day = firstDay; day <= lastDay; day = daysAfter(day, 1)) found.push({ day, kind: 'closure', name: '' })
  return found
}
