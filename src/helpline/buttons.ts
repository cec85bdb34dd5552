import { businessId, dossierId, itemId } from '../dossier/rules.ts'
import { pageNumber } from '../platform/id.ts'
import { defineButton } from '../platform/telegram/button.ts'
import { faqId } from './faq.ts'
import { helpMessageId, threadId } from './rules.ts'

/** Asks something about one paper. */
export const askAbout = defineButton('ask-item', { itemId: itemId() })
/** Asks for help with the file of a business. */
export const askHelp = defineButton('help-me', { businessId: businessId() })
/** Shows an answer, with the question that it was found for. */
export const openAnswer = defineButton('faq', { helpMessageId: helpMessageId(), entry: faqId() })
export const sendQuestion = defineButton('ask-send', { helpMessageId: helpMessageId() })
/** Back to the question that was open, or to where their rows say they are. */
export const goOn = defineButton('ask-on', {})
export const askMore = defineButton('ask-more', { threadId: threadId() })

/** Writes to the owner of a dossier, who asked nothing. */
export const writeOwner = defineButton('ask-owner', { dossierId: dossierId() })
export const openThreads = defineButton('asked', { page: pageNumber() })
export const openThread = defineButton('asked-see', { threadId: threadId() })
export const answerThread = defineButton('asked-say', { threadId: threadId() })
export const closeThread = defineButton('asked-end', { threadId: threadId() })
