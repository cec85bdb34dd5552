import { html, type Translate } from '../platform/i18n/translator.ts'
import { plainOf } from '../platform/telegram/formatting.ts'
import type { Screen, ScreenButton } from '../platform/telegram/screen.ts'
import * as button from './buttons.ts'
import type { Broadcast, Figures, Hold, Steer } from './rules.ts'

const BEGINNING = 200

/** The beginning of what a broadcast says, without its formatting. */
export function beginning(words: string | undefined, length = BEGINNING): string {
  const text = plainOf(words ?? '')
    .replace(/\s+/g, ' ')
    .trim()
  return text.length > length ? `${text.slice(0, length - 1).trimEnd()}…` : text
}

const BAR = 10

/** How far a broadcast is, and what may be done to it. */
export function progress(t: Translate, { broadcast, figures }: { broadcast: Broadcast; figures: Figures }): Screen {
  const { total, waiting } = figures
  const done = total - waiting
  const full = total === 0 ? 0 : Math.floor((done / total) * BAR)
  const head = t('cast-progress', {
    state: html(t(`cast-state-${broadcast.state}`)),
    words: beginning(broadcast.words),
    bar: `${'▰'.repeat(full)}${'▱'.repeat(BAR - full)}`,
    done,
    total,
  })
  return { text: [head, ...figureLines(t, figures)].join('\n'), buttons: steering(t, broadcast, figures) }
}

function figureLines(t: Translate, { sent, blocked, skipped, expired, failed, presses }: Figures): string[] {
  const counted = [
    ['sent', sent],
    ['blocked', blocked],
    ['refused', failed.refused],
    ['uncertain', failed.uncertain],
    ['broken', failed.broken],
    ['skipped', skipped],
    ['expired', expired],
    ['pressed', presses],
  ] as const
  return counted.flatMap(([what, count]) => (count > 0 || what === 'sent' ? [t(`cast-figure-${what}`, { count })] : []))
}

const choices: Partial<Record<Broadcast['state'], readonly Steer[]>> = {
  asked: ['end'],
  scheduled: ['end'],
  sending: ['stop'],
  stopped: ['resume', 'end'],
}

function steering(
  t: Translate,
  { id, state, heldFor, button: wanted }: Broadcast,
  { presses }: Figures,
): ScreenButton[][] {
  const steers = heldFor === undefined ? (choices[state] ?? []).map((what) => steer(t, id, what)) : []
  const pressed = { label: t('cast-presses'), data: button.seePresses.with({ broadcastId: id }) }
  return [
    ...(steers.length > 0 ? [steers] : []),
    ...(heldFor === undefined ? [] : waysOut(t, id, heldFor)),
    ...(wanted && wanted.kind !== 'link' && presses > 0 ? [[pressed]] : []),
    [
      { label: t('cast-again'), data: button.openBroadcast.with({ broadcastId: id }) },
      { label: t('cast-xlsx'), data: button.askReceipts.with({ broadcastId: id }) },
    ],
  ]
}

const steer = (t: Translate, broadcastId: Broadcast['id'], what: Steer): ScreenButton => ({
  label: t(`cast-steer-${what}`),
  data: button.steer.with({ broadcastId, what }),
  ...(what === 'stop' ? { style: 'danger' as const } : {}),
})

function waysOut(t: Translate, id: Broadcast['id'], why: Hold): ScreenButton[][] {
  const end = steer(t, id, 'end')
  if (why === 'empty') return [[end]]
  const plain = { label: t('cast-steer-plain'), data: button.withoutFile.with({ broadcastId: id }) }
  const go: ScreenButton = {
    label: t(why === 'author-left' ? 'cast-steer-take' : 'cast-steer-as-is'),
    data: button.steer.with({ broadcastId: id, what: 'resume' }),
  }
  return why === 'refused' ? [[plain], [go, end]] : [[go], [end]]
}

/** Asks another admin, with the words as they are. */
export const asked = (t: Translate, { broadcast, reached }: { broadcast: Broadcast; reached: number }): Screen => ({
  text: t('cast-asked', { words: beginning(broadcast.words, 900), count: reached }),
  buttons: [
    [
      {
        label: t('cast-asked.yes', { count: reached }),
        data: button.approve.with({ broadcastId: broadcast.id, answer: 'yes' }),
        style: 'success',
      },
    ],
    [{ label: t('cast-preview.me'), data: button.testOnMe.with({ broadcastId: broadcast.id }) }],
    [{ label: t('cast-asked.no'), data: button.approve.with({ broadcastId: broadcast.id, answer: 'no' }) }],
  ],
})

export const refusedByOther = (t: Translate, broadcast: Broadcast): Screen => ({
  text: t('cast-refused', { words: beginning(broadcast.words) }),
})

/** Says why a broadcast is held back, and asks. */
export const held = (t: Translate, broadcast: Broadcast): Screen => {
  const why = broadcast.heldFor ?? 'empty'
  return {
    text: t('cast-held', { words: beginning(broadcast.words), why: html(t(`cast-held-${why}`)) }),
    buttons: waysOut(t, broadcast.id, why),
  }
}
