import { z } from 'zod'
import { businessForm, commodity } from '../dossier/catalogue.ts'
import { decisionId, dossierId, itemId, returnReason, submissionId } from '../dossier/rules.ts'
import { regionCode } from '../people/rules.ts'
import { pageNumber } from '../platform/id.ts'
import { defineButton } from '../platform/telegram/button.ts'
import { enrolmentId } from './enrolment.ts'
import { likenessId } from './likeness.ts'
import { rulings } from './rules.ts'

export const openQueue = defineButton('queue', { page: pageNumber() })
export const openDossiers = defineButton('dossiers', { page: pageNumber() })
export const openDossier = defineButton('dossier', { dossierId: dossierId() })
/** What is still missing, to be printed. */
export const printMissing = defineButton('print', { dossierId: dossierId() })
export const openWaiting = defineButton('waiting', { dossierId: dossierId() })
export const openPage = defineButton('page', { submissionId: submissionId(), page: pageNumber() })
export const acceptPaper = defineButton('accept', { submissionId: submissionId() })
export const askReason = defineButton('return', { submissionId: submissionId() })
export const returnPaper = defineButton('return-for', { submissionId: submissionId(), reason: returnReason() })
export const undoDecision = defineButton('undo', { decisionId: decisionId() })
export const askGround = defineButton('same-one', { submissionId: submissionId() })
/** Shows the number of a paper whole, while this page is looked at. */
export const seeNumber = defineButton('see-no', { submissionId: submissionId(), page: pageNumber() })
export const askNumber = defineButton('fill-no', { submissionId: submissionId() })
/** Takes a number that was offered instead of the one typed. */
export const useNumber = defineButton('take-no', {
  submissionId: submissionId(),
  number: z.string().regex(/^[A-Z0-9]{5,24}$/),
})
/** Leaves a question about a paper unanswered. */
export const leaveQuestion = defineButton('stop-ask', { submissionId: submissionId() })

const ruledOn = () => ({ dossierId: dossierId(), itemId: itemId() })
/** Asks once more before a ruling on an item is made. */
export const askRuling = defineButton('rule', { ...ruledOn(), ruling: z.enum(rulings) })
export const receiveSample = defineButton('got-it', { itemId: itemId() })
export const ruleApplies = defineButton('applies', { itemId: itemId(), applies: z.enum(['yes', 'no']) })

const groupName = () => z.string().regex(/^[a-z_]{2,24}$/)
/** Admits a candidate as a participant. */
export const admit = defineButton('admit', { dossierId: dossierId() })
export const askForm = defineButton('form-ask', { dossierId: dossierId() })
export const decideForm = defineButton('form-set', { dossierId: dossierId(), form: businessForm() })
export const askGroup = defineButton('any-ask', { dossierId: dossierId(), group: groupName() })
export const decideGroup = defineButton('any-set', {
  dossierId: dossierId(),
  group: groupName(),
  answer: z.enum(['yes', 'no']),
})

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
