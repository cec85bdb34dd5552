import { z } from 'zod'
import { personId } from '../people/rules.ts'
import { pageNumber } from '../platform/id.ts'
import { defineButton } from '../platform/telegram/button.ts'
import { alertId } from './rules.ts'

/** Which alerts a list shows: taken by whoever looks, free for them, or overlooked for long. */
export const listKinds = ['mine', 'free', 'late'] as const
export type ListKind = (typeof listKinds)[number]

/** Working days for which an alert may sleep. */
export const naps = ['1', '3', '7'] as const

export const openAlerts = defineButton('alerts', { kind: z.enum(listKinds), page: pageNumber() })
/** The list below the message that told of it, which stays and goes on showing who has what. */
export const openTold = defineButton('alerts-told', { kind: z.enum(listKinds) })
export const openAlert = defineButton('alert', { alertId: alertId() })
export const takeAlert = defineButton('alert-take', { alertId: alertId() })
export const snoozeAlert = defineButton('alert-nap', { alertId: alertId(), days: z.enum(naps) })
export const askHandOver = defineButton('alert-give', { alertId: alertId(), page: pageNumber() })
export const handOver = defineButton('alert-give-to', { alertId: alertId(), personId: personId() })
export const solveAlert = defineButton('alert-done', { alertId: alertId() })
export const offerDesk = defineButton('alert-desk', { alertId: alertId() })
export const seePhone = defineButton('alert-phone', { alertId: alertId() })
export const askPhone = defineButton('alert-no-phone', { alertId: alertId() })
