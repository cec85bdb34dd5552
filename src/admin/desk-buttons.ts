import { z } from 'zod'
import { targets } from '../booking/moving.ts'
import { dayId, deskId, slotId } from '../booking/rules.ts'
import { pageNumber, rowId } from '../platform/id.ts'
import { defineButton } from '../platform/telegram/button.ts'
import { localDay } from '../platform/time.ts'

export const openDesks = defineButton('plan-desks', {})
export const openDesk = defineButton('plan-desk', { deskId: deskId() })
export const openDay = defineButton('plan-day', { dayId: dayId() })

/** Names the place, or puts it on the map. */
export const askPlace = defineButton('plan-place', { deskId: deskId() })
/** Other hours, or other seats, of a day. */
export const askChange = defineButton('plan-change', { dayId: dayId(), what: z.enum(['hours', 'seats']) })

export const askMove = defineButton('plan-move', { dayId: dayId() })
/** Moves a day, if it is still on the date that was shown. */
export const moveDay = defineButton('plan-move-yes', { dayId: dayId(), from: localDay(), to: localDay() })
/** Whom to call about a day. */
export const openCalls = defineButton('plan-calls', { dayId: dayId(), page: pageNumber() })

export const pickSlot = defineButton('plan-slots', { dayId: dayId() })
/** Opens a slot again that was closed. */
export const reopen = defineButton('plan-open', { slotId: slotId() })
export const askClose = defineButton('plan-shut', { what: z.enum(targets), id: rowId() })
export const close = defineButton('plan-shut-yes', { what: z.enum(targets), id: rowId() })
