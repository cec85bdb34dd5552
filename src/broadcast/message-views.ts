import { openSchedule } from '../booking/buttons.ts'
import { openHome } from '../checklist/buttons.ts'
import type { Translate } from '../platform/i18n/translator.ts'
import type { Screen, ScreenButton } from '../platform/telegram/screen.ts'
import * as button from './buttons.ts'
import type { Message } from './rules.ts'
import { filled } from './text.ts'

/** Whom a message is for, as far as it is known. */
export interface ReaderFacts {
  name: string | undefined
  region: string | undefined
  zone: string | undefined
}

/** The message as one reader gets it. */
export function message(t: Translate, { id, words, attachment, button: wanted }: Message, reader: ReaderFacts): Screen {
  const { name = t.label('cast-reader.name'), region = t.label('cast-reader.region'), zone = region } = reader
  return {
    text: filled(words, { nama: name, wilayah: region, zona: zone }),
    ...(attachment ? { picture: attachment } : {}),
    ...(wanted ? { buttons: [[buttonOf(t, id, wanted)]] } : {}),
  }
}

function buttonOf(t: Translate, broadcastId: Message['id'], wanted: NonNullable<Message['button']>): ScreenButton {
  if (wanted.kind === 'link') return { label: wanted.label, url: wanted.url, style: 'primary' }
  const data = button.follow.with({ broadcastId, to: wanted.kind })
  return { label: t(`cast-button-${wanted.kind}`), data, style: 'primary' }
}

/** The button that the one of a broadcast stands for. */
export const leadsTo = (to: 'book' | 'checklist'): string => (to === 'book' ? openSchedule.with({}) : openHome.with({}))
