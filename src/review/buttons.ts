import { z } from 'zod'
import { decisionId, dossierId, itemId, returnReason, submissionId } from '../dossier/rules.ts'
import { pageNumber } from '../platform/id.ts'
import { defineButton } from '../platform/telegram/button.ts'

export const openQueue = defineButton('queue', { page: pageNumber() })
export const openDossiers = defineButton('dossiers', { page: pageNumber() })
export const openDossier = defineButton('dossier', { dossierId: dossierId() })
export const openWaiting = defineButton('waiting', { dossierId: dossierId() })
export const openPage = defineButton('page', { submissionId: submissionId(), page: pageNumber() })
export const acceptPaper = defineButton('accept', { submissionId: submissionId() })
export const askReason = defineButton('return', { submissionId: submissionId() })
export const returnPaper = defineButton('return-for', { submissionId: submissionId(), reason: returnReason() })
export const undoDecision = defineButton('undo', { decisionId: decisionId() })
export const askGround = defineButton('same-one', { submissionId: submissionId() })
export const askNumber = defineButton('fill-no', { submissionId: submissionId() })
export const receiveSample = defineButton('got-it', { itemId: itemId() })
export const ruleApplies = defineButton('applies', { itemId: itemId(), applies: z.enum(['yes', 'no']) })

export const askMove = defineButton('move-to', { dossierId: dossierId() })
/** The officer says that they verified who asks for it. */
export const confirmMove = defineButton('move-yes', { dossierId: dossierId() })
