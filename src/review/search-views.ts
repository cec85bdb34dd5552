import type { Translate } from '../platform/i18n/translator.ts'
import type { Screen } from '../platform/telegram/screen.ts'
import { openDossier } from './buttons.ts'
import type { Found } from './search-store.ts'
import { toQueue } from './views.ts'

export const searchAsk = (t: Translate): Screen => ({ text: t('search-ask') })

/** What was found, a button each. */
export const found = (t: Translate, dossiers: readonly Found[], typed: string): Screen => ({
  text: dossiers.length === 0 ? t('search-none', { typed }) : t('search-found', { count: dossiers.length }),
  buttons: [
    ...dossiers.map(({ dossierId, business, region }) => [
      { label: t.label('search-found.one', { business, region }), data: openDossier.with({ dossierId }) },
    ]),
    [toQueue(t)],
  ],
})
