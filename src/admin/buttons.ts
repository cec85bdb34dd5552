import { z } from 'zod'
import { defineButton } from '../platform/telegram/button.ts'
import { localDay } from '../platform/time.ts'

export const openAdmin = defineButton('admin', {})
export const openSwitches = defineButton('switches', {})
/** Asks a conditional requirement of every dossier of the open cycle, or of none. */
export const switchRequirement = defineButton('switch', {
  requirement: z.string().regex(/^[a-z_]{2,32}$/),
  to: z.enum(['on', 'off']),
})
export const planCycle = defineButton('cycle', {})
export const confirmCycle = defineButton('cycle-yes', {
  ownerDeadline: localDay(),
  portalDeadline: localDay(),
  fieldVisitUntil: localDay(),
})
