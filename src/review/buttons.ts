import { z } from 'zod'
import { commodity } from '../dossier/catalogue.ts'
import { decisionId, dossierId, itemId, returnReason, submissionId } from '../dossier/rules.ts'
import { regionCode } from '../people/rules.ts'
import { pageNumber } from '../platform/id.ts'
import { defineButton } from '../platform/telegram/button.ts'
import { enrolmentId } from './enrolment.ts'
import { likenessId } from './likeness.ts'

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

/** Takes in an owner without Telegram, or goes on doing so. */
export const enrol = defineButton('enrol', {})
export const enrolInto = defineButton('enrol-in', { enrolmentId: enrolmentId(), region: regionCode() })
export const enrolMaking = defineButton('enrol-make', { enrolmentId: enrolmentId(), commodity: commodity() })
export const readForm = defineButton('enrol-text', {})
export const retakeForm = defineButton('enrol-form', { enrolmentId: enrolmentId() })
export const confirmEnrolment = defineButton('enrol-yes', { enrolmentId: enrolmentId() })
export const dropEnrolment = defineButton('enrol-no', { enrolmentId: enrolmentId() })

export const openLikenesses = defineButton('alikes', {})
export const openLikeness = defineButton('alike', { likenessId: likenessId() })
export const askJoin = defineButton('alike-same', { likenessId: likenessId() })
/** The officer says that they verified that it is one person. */
export const join = defineButton('alike-join', { likenessId: likenessId() })
export const keepApart = defineButton('alike-no', { likenessId: likenessId() })
