import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type DayPlan, layOut } from '../../src/booking/layout.ts'
import { atWib, clockTime, type LocalDate, later, minutes } from '../../src/platform/time.ts'

const day = '2024-06-10' as LocalDate
const monday: DayPlan = {
  day,
  opens: '08:00',
  closes: '15:30',
  break: { from: '12:00', until: '13:00' },
  slotMinutes: 30,
  tables: 2,
  walkInShare: 20,
}

test('a day of the desks of June 2024: thirteen slots, twenty-six seats, five of them for walk-ins', () => {
  const slots = layOut(monday)
  expect(slots.map(({ startsAt }) => clockTime(startsAt).slice(0, 5)).join(' ')).toBe(
    '08.00 08.30 09.00 09.30 10.00 10.30 11.00 11.30 13.00 13.30 14.00 14.30 15.00',
  )
  expect(slots.map(({ walkIns }) => walkIns)).toEqual([0, 0, 1, 0, 0, 1, 0, 1, 0, 0, 1, 0, 1])
})

test('a Friday makes room for the prayer', () => {
  const slots = layOut({ ...monday, day: '2024-06-14' as LocalDate, break: { from: '11:30', until: '13:30' } })
  expect(slots.map(({ startsAt }) => clockTime(startsAt).slice(0, 5))).not.toContain('11.30')
  expect(slots).toHaveLength(11)
})

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

const anyDay = fc
  .record({
    times: fc.uniqueArray(fc.integer({ min: 0, max: 24 * 60 - 1 }), { minLength: 4, maxLength: 4 }),
    hasBreak: fc.boolean(),
    slotMinutes: fc.integer({ min: 10, max: 240 }),
    tables: fc.integer({ min: 1, max: 50 }),
    walkInShare: fc.integer({ min: 0, max: 100 }),
  })
  .map(({ times, hasBreak, ...rest }): DayPlan => {
    const [opens = '', from = '', until = '', closes = ''] = times.toSorted((a, b) => a - b).map(clock)
    return { day, opens, closes, ...(hasBreak ? { break: { from, until } } : {}), ...rest }
  })

test('no slots overlap, none reaches into the break or past the day, and the seats add up', () => {
  fc.assert(
    fc.property(anyDay, (plan) => {
      const slots = layOut(plan)
      const [opens, closes] = [atWib(day, plan.opens), atWib(day, plan.closes)]
      for (const [index, { startsAt, endsAt, walkIns }] of slots.entries()) {
        const before = slots[index - 1]
        expect(startsAt >= (before?.endsAt ?? opens) && endsAt <= closes).toBe(true)
        expect(endsAt).toEqual(later(startsAt, minutes(plan.slotMinutes)))
        if (plan.break) {
          expect(endsAt <= atWib(day, plan.break.from) || startsAt >= atWib(day, plan.break.until)).toBe(true)
        }
        expect(walkIns).toBeGreaterThanOrEqual(0)
        expect(walkIns).toBeLessThanOrEqual(plan.tables)
      }
      const kept = slots.reduce((sum, { walkIns }) => sum + walkIns, 0)
      expect(kept).toBe(Math.floor((slots.length * plan.tables * plan.walkInShare) / 100))
    }),
  )
})
