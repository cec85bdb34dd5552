import { z } from 'zod'
import { dossierId } from '../dossier/rules.ts'
import { pageNumber } from '../platform/id.ts'
import { defineButton } from '../platform/telegram/button.ts'
import { draftId } from './result-rules.ts'
import { dayId } from './rules.ts'
import { act, visitId, visitOutcome } from './visit-rules.ts'

export const openDuty = defineButton('duty', {})
export const openList = defineButton('duty-day', { dayId: dayId(), page: pageNumber() })
export const askArrival = defineButton('duty-in', { dayId: dayId() })
export const askWalkIn = defineButton('duty-guest', { dayId: dayId() })
/** `called` is how many the officer has called so far, so that an old press calls nobody. */
export const callNext = defineButton('duty-next', { dayId: dayId(), called: pageNumber() })
/** Whom to call about a day. */
export const openCalls = defineButton('duty-calls', { dayId: dayId(), page: pageNumber() })
export const printList = defineButton('duty-print', { dayId: dayId() })
export const openVisit = defineButton('guest', { visitId: visitId() })
export const doAct = defineButton('guest-act', { visitId: visitId(), act: z.enum(['arrive', 'call', 'absent']) })
export const finish = defineButton('guest-end', { visitId: visitId(), outcome: visitOutcome() })
export const undo = defineButton('guest-undo', { visitId: visitId(), act: act() })
export const askNotes = defineButton('guest-note', { visitId: visitId() })
export const sayDossier = defineButton('guest-is', { visitId: visitId(), dossierId: dossierId() })
export const askToRebook = defineButton('guest-again', { visitId: visitId() })

export const askResults = defineButton('duty-type', { dayId: dayId() })
export const saveResults = defineButton('duty-save', { draftId: draftId() })

/** How it was, said by the owner the morning after. */
export const rate = defineButton('visit-was', { visitId: visitId(), score: z.enum(['1', '2', '3', '4', '5']) })
export const askWords = defineButton('visit-says', { visitId: visitId() })
