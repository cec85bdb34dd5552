import { type Catalogue, isGate, requirementOf } from '../dossier/catalogue.ts'
import { isSent } from '../dossier/item-states.ts'
import { html, type Translate } from '../platform/i18n/translator.ts'
import type { PaperTable } from '../platform/pdf.ts'
import type { Screen } from '../platform/telegram/screen.ts'
import { openDossier } from './buttons.ts'
import type { DossierTasks } from './rules.ts'

/** What an owner still has to bring, to be printed in large type for those without Telegram. */
export function checklistPaper(
  t: Translate,
  { business, owner, items }: DossierTasks,
  catalogue: Catalogue,
): PaperTable {
  // What is asked only of some is on the list once its owner began with it.
  const missing = items
    .filter(({ state }) => !isSent(state))
    .map(({ requirementId, state }) => ({ requirement: requirementOf(catalogue, requirementId), state }))
    .filter(({ requirement, state }) => requirement.condition === undefined || state !== 'open')
    .map(({ requirement }) => requirement)
    .filter((requirement) => requirement.preparedBy === 'pemilik' && isGate(requirement))
  return {
    title: t.label('printed-title', { business }),
    lines: [t.label('printed-owner', { owner }), t.label('printed-hint')],
    columns: [
      { name: t.label('printed-paper'), share: 4 },
      { name: t.label('printed-issuer'), share: 3 },
      { name: t.label('printed-there'), share: 1 },
    ],
    rows: missing.map(({ name, issuer }) => [name[t.language], issuer[t.language], '']),
    large: true,
  }
}

/** The paper as a file. */
export const printed = (t: Translate, { dossierId, business }: DossierTasks, bytes: Uint8Array): Screen => ({
  text: t('printed', { business: html(business) }),
  picture: { kind: 'document', bytes, name: 'daftar-dokumen.pdf' },
  buttons: [[{ label: t('back'), data: openDossier.with({ dossierId }) }]],
})
