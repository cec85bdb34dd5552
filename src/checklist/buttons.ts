import { z } from 'zod'
import { businessForm, commodity } from '../dossier/catalogue.ts'
import { businessId, dossierId, fieldName, itemId, offeredAnswer, offeredNumber, unsortedId } from '../dossier/rules.ts'
import { companionId } from '../people/companion.ts'
import { regionCode } from '../people/rules.ts'
import { pageNumber } from '../platform/id.ts'
import { defineButton, defineLink } from '../platform/telegram/button.ts'
import { localDay } from '../platform/time.ts'

export const openHome = defineButton('home', {})
export const openPapers = defineButton('papers', {})
export const openItem = defineButton('item', { itemId: itemId() })
/** Goes on with whatever the item lacks; begins it anew where it was sent in already. */
export const sendItem = defineButton('send', { itemId: itemId() })
export const howToGet = defineButton('how', { itemId: itemId() })
export const askWait = defineButton('wait', { itemId: itemId() })
export const notApplicable = defineButton('n-a', { itemId: itemId() })

export const openBusinesses = defineButton('mine', {})
/** Goes on with the papers of this business. */
export const openBusiness = defineButton('at', { businessId: businessId() })
export const addBusiness = defineButton('add-b', {})
export const changeBusinessName = defineButton('name-b', { businessId: businessId() })
export const changeRegion = defineButton('move-b', { businessId: businessId() })
export const changeCommodity = defineButton('make-b', { businessId: businessId() })
export const pickRegion = defineButton('region', { businessId: businessId(), region: regionCode() })
export const pickCommodity = defineButton('make', { businessId: businessId(), commodity: commodity() })

export const openForm = defineButton('form', {})
export const pickForm = defineButton('form-is', {
  businessId: businessId(),
  form: z.enum([...businessForm().options, 'unsure']),
})
export const openGroup = defineButton('group', {})
export const openOwned = defineButton('owned', {})
export const sayOwned = defineButton('owned-is', { itemId: itemId(), owned: z.enum(['yes', 'not-yet']) })

export const pagesDone = defineButton('pages-ok', { itemId: itemId() })
export const pagesAgain = defineButton('pages-x', { itemId: itemId() })

/** Answers the question of a group of requirements. */
export const answerGroup = defineButton('group-of', {
  dossierId: dossierId(),
  group: z.string().regex(/^[a-z_-]{2,24}$/),
  answer: z.enum(['yes', 'no', 'unsure']),
})

/** Leaves a field to the officer. */
export const leaveField = defineButton('leave', { itemId: itemId(), field: fieldName() })
/** Takes a number that was offered instead of the one typed. */
export const useNumber = defineButton('use-no', { itemId: itemId(), number: offeredNumber() })
/** Takes a number that was offered as the answer to a question. */
export const useAnswer = defineButton('use-said', {
  itemId: itemId(),
  question: fieldName(),
  number: offeredAnswer(),
})
/** Takes one of the days a typed date may have meant. */
export const useDay = defineButton('use-day', {
  itemId: itemId(),
  which: z.enum(['issued', 'expires']),
  day: localDay(),
})
export const useWaitDay = defineButton('wait-day', { itemId: itemId(), day: localDay() })
export const nameIsSame = defineButton('name-ok', { itemId: itemId() })
export const nameDiffers = defineButton('name-x', { itemId: itemId() })
export const pickAnswer = defineButton('answer', { itemId: itemId(), question: fieldName(), answer: fieldName() })
export const attachFile = defineButton('attach', { itemId: itemId() })
export const confirmParagraph = defineButton('said-ok', { itemId: itemId() })
export const answerAgain = defineButton('said-x', { itemId: itemId() })

export const sortInto = defineButton('sort', { unsortedId: unsortedId(), itemId: itemId() })
export const openTray = defineButton('tray', {})
/** Another page of papers to choose from. */
export const sortMore = defineButton('sort-more', { page: pageNumber() })
export const sortTogether = defineButton('sort-as', { unsortedId: unsortedId(), together: z.enum(['one', 'several']) })
export const sortAt = defineButton('sort-at', { unsortedId: unsortedId(), businessId: businessId() })
export const sortSkip = defineButton('sort-skip', { unsortedId: unsortedId() })
export const sortDrop = defineButton('sort-drop', { unsortedId: unsortedId() })

const token = () => z.string().regex(/^[0-9a-f]{32}$/)
export const openCompanions = defineButton('helpers', {})
export const inviteCompanion = defineButton('helper-new', {})
/** t.me/<bot>?start=damping_<token> */
export const companionLink = defineLink('damping', { token: token() })
export const openInvitation = defineButton('helper-open', { token: token() })
/** The presser says that they are 18 or older. */
export const askToAccompany = defineButton('helper-18', { token: token() })
export const tooYoung = defineButton('helper-17', {})
export const answerCompanion = defineButton('helper-is', { companionId: companionId(), answer: z.enum(['yes', 'no']) })
export const endCompanion = defineButton('helper-end', { companionId: companionId() })
