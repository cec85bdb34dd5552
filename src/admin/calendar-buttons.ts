import { z } from 'zod'
import { absenceKinds, seasons } from '../calendar/rules.ts'
import { personId, regionCode } from '../people/rules.ts'
import { rowId } from '../platform/id.ts'
import { defineButton } from '../platform/telegram/button.ts'

export const openCalendar = defineButton('cal', {})
export const pickOffice = defineButton('cal-where', {})
export const askFreeDay = defineButton('cal-add', { office: z.union([regionCode(), z.literal('all')]) })
export const openFreeDay = defineButton('cal-free', { freeId: rowId() })
export const removeFreeDay = defineButton('cal-free-x', { freeId: rowId() })
export const openHours = defineButton('cal-week', { season: z.enum(seasons) })
export const askHours = defineButton('cal-hours', {
  season: z.enum(seasons),
  weekday: z.enum(['1', '2', '3', '4', '5', '6', '7']),
})
export const openRamadan = defineButton('cal-fast', {})
export const askRamadan = defineButton('cal-fast-on', { hijriYear: rowId() })
export const pickOfficer = defineButton('cal-away', {})
export const pickKind = defineButton('cal-away-of', { personId: personId() })
export const pickStandIn = defineButton('cal-away-by', { personId: personId(), kind: z.enum(absenceKinds) })
/** Asks for the dates. */
export const askAbsence = defineButton('cal-away-on', {
  personId: personId(),
  kind: z.enum(absenceKinds),
  standIn: z.union([personId(), z.literal('nobody')]),
})
