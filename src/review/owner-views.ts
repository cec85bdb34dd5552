import type { DossierId } from '../dossier/rules.ts'
import { stopMove } from '../people/buttons.ts'
import type { LinkId } from '../people/rules.ts'
import type { Translate } from '../platform/i18n/translator.ts'
import type { Screen } from '../platform/telegram/screen.ts'
import * as button from './buttons.ts'
import type { MovedOwner, MoveRefusal } from './rules.ts'

const toDossier = (t: Translate, dossierId: DossierId) => [
  { label: t('owner-back'), data: button.openDossier.with({ dossierId }) },
]

/** Asks the officer whether they verified who wants the papers on another phone. */
export const moveAsk = (t: Translate, { dossierId, owner, offline }: MovedOwner): Screen => ({
  text: `${t(offline ? 'connect-ask' : 'move-ask', { owner })}\n\n${t('verify-ask')}`,
  buttons: [
    [{ label: t('move-ask.yes'), data: button.confirmMove.with({ dossierId }), style: 'primary' }],
    toDossier(t, dossierId),
  ],
})

export const moveLink = (
  t: Translate,
  dossierId: DossierId,
  facts: { owner: string; link: string; expiresAt: Date },
): Screen => ({
  text: t('move-link', {
    owner: facts.owner,
    link: facts.link,
    day: t.day(facts.expiresAt),
    time: t.time(facts.expiresAt),
  }),
  buttons: [toDossier(t, dossierId)],
})

export const moveRefused = (t: Translate, reason: MoveRefusal): Screen => ({
  text: reason === 'not-yours' ? t('decide-not-yours') : t('move-works-here'),
  buttons: [[{ label: t('paper.queue'), data: button.openQueue.with({ page: 0 }) }]],
})

export const moveNotice = (t: Translate, { linkId }: { linkId: LinkId }): Screen => ({
  text: t('notice-move'),
  buttons: [[{ label: t('notice-move.stop'), data: stopMove.with({ linkId }), style: 'danger' }]],
})
