import { commodities } from '../dossier/catalogue.ts'
import { html, type Translate } from '../platform/i18n/translator.ts'
import type { Screen } from '../platform/telegram/screen.ts'
import type { NewSheet } from '../platform/workbook.ts'
import * as button from './buttons.ts'
import type { ClaimRefusal, Invited } from './invitation-service.ts'
import type { GivenToOwner, Unclaimed } from './invitation-store.ts'

/** An invitation with the link that was made for it. */
export interface Letter extends Invited {
  link: string
}

const back = (t: Translate) => [{ label: t('back'), data: button.openNominations.with({}) }]

/** What is sent by WhatsApp or read out. */
const letterText = (t: Translate, { owner, business, link, expiresAt }: Letter): string =>
  t.label('owner-letter', { owner, business, link, until: t.day(expiresAt) })

/** Straight to the chat with that number, with the text ready in it. */
const whatsApp = (t: Translate, letter: Letter): string | undefined =>
  letter.phone === undefined
    ? undefined
    : `https://wa.me/${letter.phone}?text=${encodeURIComponent(letterText(t, letter))}`

/** One invitation, with its text ready to be sent on, in the language of owners. */
export function invitation(t: Translate, letter: Letter, inTheirs: Translate): Screen {
  const url = whatsApp(inTheirs, letter)
  return {
    text: t('owner-invitation', { business: letter.business, owner: letter.owner, text: letterText(inTheirs, letter) }),
    protect: true,
    ...(url ? { buttons: [[{ label: t('owner-invitation.whatsapp'), url }]] } : {}),
  }
}

export const came = (t: Translate, reason: 'not-yours' | 'came'): Screen => ({
  text: reason === 'came' ? t('owner-came') : t('not-yours'),
})

/** All invitations as a table: a row for each, with its link and a link that opens WhatsApp. */
export const letterSheet = (t: Translate, letters: readonly Letter[]): NewSheet => ({
  name: t.label('letters-sheet'),
  columns: [
    { name: t.label('list-column-owner'), width: 26 },
    { name: t.label('list-column-business'), width: 30 },
    { name: t.label('list-column-region'), width: 20 },
    { name: t.label('list-column-phone'), width: 18 },
    { name: t.label('letters-link'), width: 60 },
    { name: t.label('letters-whatsapp'), width: 60 },
    { name: t.label('letters-text'), width: 80 },
  ],
  rows: letters.map((letter) => [
    letter.owner,
    letter.business,
    letter.regionName,
    letter.phone === undefined ? undefined : `+${letter.phone}`,
    letter.link,
    whatsApp(t, letter),
    letterText(t, letter),
  ]),
})

export const letters = (t: Translate, count: number, bytes: Uint8Array): Screen => ({
  text: t('letters', { count }),
  picture: { kind: 'document', bytes, name: 'undangan-ikm.xlsx' },
})

export const cardsTitle = (t: Translate): string => t.label('letters-title')

/** What stands on a card besides the QR code. */
export const cardOf = (t: Translate, { owner, business, regionName, expiresAt }: Letter) => ({
  title: business,
  lines: [`${owner}, ${regionName}`, '', t.label('letters-card', { until: t.day(expiresAt) })],
})

export const cards = (t: Translate, bytes: Uint8Array): Screen => ({
  text: t('letters-cards'),
  picture: { kind: 'document', bytes, name: 'undangan-ikm-qr.pdf' },
  buttons: [back(t)],
})

export const nobodyToInvite = (t: Translate): Screen => ({ text: t('letters-nobody'), buttons: [back(t)] })

const PAGE = 8

/** Who has not come, a button for each invitation. */
export const unclaimed = (t: Translate, all: readonly Unclaimed[], page: number): Screen => ({
  text: all.length === 0 ? t('letters-nobody') : t('unclaimed', { count: all.length }),
  buttons: [
    ...all.slice(page * PAGE, (page + 1) * PAGE).map(({ business, regionName, dossierId }) => [
      {
        label: t.label('unclaimed.one', { business, region: regionName }),
        data: button.inviteOwner.with({ dossierId }),
      },
    ]),
    ...((page + 1) * PAGE < all.length
      ? [[{ label: t('queue.more'), data: button.openUnclaimed.with({ page: page + 1 }) }]]
      : []),
    back(t),
  ],
})

// ── For whoever was invited ──

/** Who has come by a link says by their own number that it is they. Nothing of the list is shown before. */
export const numberAsk = (t: Translate): Screen => ({
  text: t('claim-ask'),
  keyboard: [[{ label: t('claim-ask.share'), asks: 'contact' }]],
})
export const numberSkip = (t: Translate): Screen => ({
  text: t('claim-skip'),
  buttons: [[{ label: t('claim-skip.go'), data: button.skipClaim.with({}) }]],
})

export const linkRefused = (t: Translate, reason: 'unknown' | 'used' | 'expired'): Screen => ({
  text: t(`nomination-link-${reason}`),
})

/** What the dinas gave, now that it is known whose it is. */
export const claimed = (t: Translate, given: readonly GivenToOwner[]): string =>
  t('claimed', {
    owner: given[0]?.owner ?? '',
    lines: html(
      given
        .map(({ business, region, commodity }) => {
          const known = commodities.find((each) => each === commodity)
          return t('claimed-business', { business, region, product: known ? t.label(`commodity-${known}`) : '–' })
        })
        .join('\n'),
    ),
  })

export const claimRefused = (t: Translate, reason: Exclude<ClaimRefusal, 'not-invited'>): string => t(`claim-${reason}`)
