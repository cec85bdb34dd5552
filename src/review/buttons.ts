import { decisionId, dossierId, returnReason, submissionId } from '../dossier/rules.ts'
import { pageNumber } from '../platform/id.ts'
import { defineButton } from '../platform/telegram/button.ts'

export const openQueue = defineButton('queue', { page: pageNumber() })
export const openWaiting = defineButton('waiting', { dossierId: dossierId() })
export const acceptPaper = defineButton('accept', { submissionId: submissionId() })
export const askReason = defineButton('return', { submissionId: submissionId() })
export const returnPaper = defineButton('return-for', { submissionId: submissionId(), reason: returnReason() })
export const undoDecision = defineButton('undo', { decisionId: decisionId() })
