import { openSchedule } from '../booking/buttons.ts'
import { openHome, openItem, sendItem } from '../checklist/buttons.ts'
import { type BusinessForm, type Catalogue, type Group, requirementOf } from '../dossier/catalogue.ts'
import type { ItemState } from '../dossier/item-states.ts'
import type { ItemId } from '../dossier/rules.ts'
import { toldReason } from '../dossier/words.ts'
import { html, type Translate } from '../platform/i18n/translator.ts'
import type { Screen, ScreenButton } from '../platform/telegram/screen.ts'
import { pictureOf } from './paper-views.ts'
import type { Decision, ReviewedPaper } from './rules.ts'
import { nameOf } from './views.ts'

// What an owner hears of their officer's decisions.

interface DecisionFacts {
  paper: ReviewedPaper
  decision: Decision
  catalogue: Catalogue
}

/** What the owner hears: good news in a line, or the picture with what to do about it. */
export function decisionNotice(t: Translate, { paper: reviewed, decision, catalogue }: DecisionFacts): Screen {
  const about = { requirement: nameOf(t, reviewed, catalogue), business: reviewed.business }
  if (decision.verdict === 'accepted') {
    return {
      text: t('notice-accepted', about),
      buttons: [[goOn(t)]],
    }
  }
  const reason = decision.reason ?? 'other'
  const { kind } = requirementOf(catalogue, reviewed.requirementId)
  // What accompanies answers is not what came back.
  const first = kind === 'data' ? undefined : reviewed.pages[0]
  const again = t(kind === 'data' ? 'notice-returned.rewrite' : 'notice-returned.retake')
  return {
    text: t('notice-returned', {
      ...about,
      reason: html(toldReason(t, reason, decision.words)),
      tip: html(t(`told-${reason}.tip`)),
    }),
    ...(first ? { picture: pictureOf(first) } : {}),
    buttons: [[{ label: again, data: sendItem.with({ itemId: reviewed.itemId }), style: 'primary' }]],
  }
}

export const undoneNotice = (t: Translate, facts: { paper: ReviewedPaper; catalogue: Catalogue }): Screen => ({
  text: t('notice-undone', { requirement: nameOf(t, facts.paper, facts.catalogue), business: facts.paper.business }),
})

interface RulingFacts {
  itemId: ItemId
  requirementId: string
  business: string
  state: Extract<ItemState, 'received' | 'not-applicable' | 'open'>
  catalogue: Catalogue
}

/** What the owner hears of a ruling on an item that is no paper. What is asked for all the same comes with a way to it. */
export function ruledNotice(t: Translate, { itemId, requirementId, business, state, catalogue }: RulingFacts): Screen {
  const { name, shortName } = requirementOf(catalogue, requirementId)
  const open = {
    label: t.label('notice-ruled-open.open', { name: shortName[t.language] }),
    data: openItem.with({ itemId }),
  }
  return {
    text: t(`notice-ruled-${state}`, { requirement: name[t.language], business }),
    buttons: [[state === 'open' ? { ...open, style: 'primary' } : goOn(t)]],
  }
}

/** What the owner hears when an officer found out the form of their business. */
export const formNotice = (t: Translate, { business, form }: { business: string; form: BusinessForm }): Screen => ({
  text: t('notice-form-decided', { business, form: t(`form-${form}`) }),
  buttons: [[goOn(t)]],
})

/** What the owner hears when their business was admitted as a participant. */
export const nominatedNotice = (t: Translate, { business }: { business: string }): Screen => ({
  text: t('notice-nominated', { business }),
  buttons: [[{ label: t('notice-nominated.desks'), data: openSchedule.with({}) }]],
})

/** What the owner hears when an officer answered the question of a group of requirements. */
export const groupNotice = (
  t: Translate,
  { business, group, answer }: { business: string; group: Group; answer: 'yes' | 'no' },
): Screen => ({
  text: t('notice-group-decided', {
    business,
    ask: group.question?.ask[t.language] ?? '',
    answer: t(`group-${answer}`),
  }),
  buttons: [[goOn(t)]],
})

const goOn = (t: Translate): ScreenButton => ({
  label: t('notice-accepted.continue'),
  data: openHome.with({}),
  style: 'primary',
})
