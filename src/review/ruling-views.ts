import { businessForms, type Catalogue, type Group, requirementOf } from '../dossier/catalogue.ts'
import type { DossierId } from '../dossier/rules.ts'
import type { Translate } from '../platform/i18n/translator.ts'
import { inPairs, type Screen, type ScreenButton } from '../platform/telegram/screen.ts'
import * as button from './buttons.ts'
import type { DossierTasks, Ruling } from './rules.ts'
import type { RuleRefusal } from './ruling-service.ts'
import { toQueue } from './views.ts'

// What an officer is asked before they rule on something without a paper.

const toDossier = (t: Translate, dossierId: DossierId): ScreenButton => ({
  label: t('owner-back'),
  data: button.openDossier.with({ dossierId }),
})

/** Asks once more, because the owner is told at once. */
export function rulingAsk(
  t: Translate,
  { dossierId, business }: DossierTasks,
  { id: itemId, requirementId }: DossierTasks['items'][number],
  ruling: Ruling,
  catalogue: Catalogue,
): Screen {
  const data =
    ruling === 'received'
      ? button.receiveSample.with({ itemId })
      : button.ruleApplies.with({ itemId, applies: ruling === 'applies' ? 'yes' : 'no' })
  return {
    text: t(`rule-ask-${ruling}`, { requirement: requirementOf(catalogue, requirementId).name[t.language], business }),
    buttons: [[{ label: t('rule-ask.yes'), data, style: 'primary' }], [toDossier(t, dossierId)]],
  }
}

/** Asks for the form of a business, which its owner did not know. */
export const formAsk = (t: Translate, { dossierId, business }: DossierTasks): Screen => ({
  text: t('form-ask', { business }),
  buttons: [
    ...inPairs(
      businessForms.map((form) => ({ label: t(`form-${form}`), data: button.decideForm.with({ dossierId, form }) })),
    ),
    [toDossier(t, dossierId)],
  ],
})

/** Asks the question of a group of requirements, which the owner could not answer. */
export const groupAsk = (
  t: Translate,
  { dossierId, business }: DossierTasks,
  { id: group, question }: Group,
): Screen => ({
  text: t('any-ask', {
    business,
    ask: question?.ask[t.language] ?? '',
    hint: question?.hint?.[t.language] ?? '',
  }),
  buttons: [
    (['yes', 'no'] as const).map((answer) => ({
      label: t(`group-${answer}`),
      data: button.decideGroup.with({ dossierId, group, answer }),
    })),
    [toDossier(t, dossierId)],
  ],
})

/** What the officer found out is kept. */
export const factDecided = (t: Translate, { dossierId, business, subject }: DossierTasks, answer: string): Screen => ({
  text: t('fact-decided', { business, answer, told: t(subject.offline ? 'decided-tell' : 'decided-told') }),
  buttons: [[{ ...toDossier(t, dossierId), style: 'primary' }], [toQueue(t)]],
})

export const rulingRefused = (t: Translate, reason: RuleRefusal, dossierId?: DossierId): Screen => ({
  text: t(reason === 'not-yours' ? 'decide-not-yours' : `ruling-${reason}`),
  buttons: [...(dossierId === undefined ? [] : [[toDossier(t, dossierId)]]), [toQueue(t)]],
})
