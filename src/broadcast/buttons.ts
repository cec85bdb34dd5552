import { z } from 'zod'
import { deskId } from '../booking/rules.ts'
import { pageNumber } from '../platform/id.ts'
import { defineButton } from '../platform/telegram/button.ts'
import { facets } from './audience.ts'
import { audienceId, broadcastId, steers } from './rules.ts'

export const openBroadcasts = defineButton('casts', {})
export const openBroadcast = defineButton('cast', { broadcastId: broadcastId() })

/** Begins a broadcast, or goes on with the one that was begun. */
export const openDraft = defineButton('cast-draft', {})
export const pickDesk = defineButton('cast-desks', {})
export const fromDesk = defineButton('cast-desk', { deskId: deskId() })
export const dropDraft = defineButton('cast-drop', { broadcastId: broadcastId() })
export const askWords = defineButton('cast-words', { broadcastId: broadcastId() })
export const dropFile = defineButton('cast-no-file', { broadcastId: broadcastId() })

export const openButtons = defineButton('cast-button', { broadcastId: broadcastId() })
export const pickButton = defineButton('cast-button-is', {
  broadcastId: broadcastId(),
  kind: z.enum(['book', 'checklist', 'link', 'none']),
})

export const openAudience = defineButton('cast-for', { broadcastId: broadcastId() })
export const openFacet = defineButton('cast-for-what', { broadcastId: broadcastId(), facet: z.enum(facets) })
export const pickAudience = defineButton('cast-for-is', {
  broadcastId: broadcastId(),
  facet: z.enum(facets),
  value: z.string().regex(/^[a-z0-9_.-]{1,24}$/),
})
export const askAudienceName = defineButton('cast-for-keep', { broadcastId: broadcastId() })
export const openSaved = defineButton('cast-for-kept', { broadcastId: broadcastId() })
export const takeSaved = defineButton('cast-for-take', { broadcastId: broadcastId(), audienceId: audienceId() })

export const openTimes = defineButton('cast-when', { broadcastId: broadcastId() })
export const askTime = defineButton('cast-time', { broadcastId: broadcastId(), which: z.enum(['begin', 'end']) })
export const sendAtOnce = defineButton('cast-now', { broadcastId: broadcastId() })
export const askUrgent = defineButton('cast-night', { broadcastId: broadcastId() })
export const notUrgent = defineButton('cast-day', { broadcastId: broadcastId() })

export const openPreview = defineButton('cast-look', { broadcastId: broadcastId() })
export const seeLeftOut = defineButton('cast-not', { broadcastId: broadcastId() })
export const testOnMe = defineButton('cast-me', { broadcastId: broadcastId() })
/** Says yes to a draft as it was shown. */
export const submit = defineButton('cast-yes', { broadcastId: broadcastId(), revision: pageNumber() })
export const approve = defineButton('cast-agree', { broadcastId: broadcastId(), answer: z.enum(['yes', 'no']) })

export const steer = defineButton('cast-steer', { broadcastId: broadcastId(), what: z.enum(steers) })
export const withoutFile = defineButton('cast-plain', { broadcastId: broadcastId() })
export const askReceipts = defineButton('cast-xlsx', { broadcastId: broadcastId() })
export const seePresses = defineButton('cast-pressed', { broadcastId: broadcastId() })

/** What recipients press: it is counted, and then leads where it says. */
export const follow = defineButton('cast-go', { broadcastId: broadcastId(), to: z.enum(['book', 'checklist']) })
