import { z } from 'zod'
import { rowId } from '../platform/id.ts'
import { defineButton } from '../platform/telegram/button.ts'

export const openDraft = defineButton('draft', {})
export const dropDraft = defineButton('draft-drop', {})
export const pickZone = defineButton('draft-zone', { zone: z.string().regex(/^[a-z_]{2,24}$/) })
export const leaveForLater = defineButton('draft-later', { what: z.enum(['venue', 'point']) })
export const pickHours = defineButton('draft-hours', { which: z.enum(['whole', 'later', 'morning']) })
export const takeUsualSeats = defineButton('draft-seats', {})
/** Makes the desk of the draft that was shown. */
export const openDrafted = defineButton('draft-yes', { draftId: rowId() })
