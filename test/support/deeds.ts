import fc from 'fast-check'
import type { Message, Update, User } from 'grammy/types'
import { allButtons } from '../../src/platform/telegram/button.ts'
import type { PersonActions, ShownMessage } from '../../src/simulator/model.ts'
import type { VirtualTelegram } from '../../src/simulator/virtual-telegram.ts'
import { rightAnswer } from './answers.ts'
import { buttonFields } from './button-fields.ts'
import type { Chance } from './chance.ts'
import { png } from './papers.ts'
import { files, oddMessages, orders, words } from './things.ts'

// Everything that can be done in a chat, sensible or not. Each deed says in a few words what it was.

/** Where people act. */
export interface Stage {
  telegram: VirtualTelegram
  by: Chance
  /** Data of buttons that anybody was shown, which others may forge. */
  seen: Set<string>
  /** Updates that the simulated Telegram has no gesture for. */
  odd: Update[]
}

type Deed = (stage: Stage, who: PersonActions) => string

/** Does something by chance, and says what. */
export const act: Deed = (stage, who) => stage.by.weigh(deeds)(stage, who)

const deeds: [weight: number, Deed][] = [
  [60, (stage, who) => goesOn(stage, who)],
  [20, (stage, who) => presses(stage, who)],
  [5, (stage, who) => forges(stage, who)],
  [8, ({ by }, who) => says(who, by.pick(orders))],
  [14, ({ by }, who) => says(who, anyWord(by))],
  [4, ({ by }, who) => sendsPhoto(by, who)],
  [4, ({ by }, who) => sendsFile(by, who)],
  [2, ({ by }, who) => sendsAlbum(by, who)],
  [2, (stage, who) => sendsSomethingOdd(stage, who)],
  [2, (stage, who) => edits(stage, who)],
  [1, (stage, who) => opensLink(stage, who)],
]

const chatOf = ({ telegram }: Stage, { id }: PersonActions): ShownMessage[] => telegram.chat(id).messages
const dataOf = ({ buttons }: ShownMessage): string[] => buttons.flat().flatMap(({ data }) => data ?? [])

/** What a willing person does when they read the newest message: answers, sends a picture, presses what leads on. */
function goesOn(stage: Stage, who: PersonActions): string {
  const { by } = stage
  const read = chatOf(stage, who).findLast(({ from }) => from === 'bot')
  const answer = read && rightAnswer(read)
  if (answer !== undefined) return says(who, answer)
  const all = read ? dataOf(read) : []
  if (read && all.length === 0 && /foto/i.test(read.text)) return sendsPhoto(by, who)
  if (!read || all.length === 0) return says(who, by.pick(['/lanjut', '/lanjut', '/berkas', '/antrean', '/admin']))
  const lead = read.buttons.flat().find(({ style }) => style)?.data ?? by.pick(all)
  return pressesOn(stage, who, read, by.onceIn(3) ? by.pick(all) : lead)
}

/** Any button they ever had, mostly a new one. */
function presses(stage: Stage, who: PersonActions): string {
  const shown = chatOf(stage, who).filter((message) => dataOf(message).length > 0)
  const message = stage.by.onceIn(4) && shown.length > 0 ? stage.by.pick(shown) : shown.at(-1)
  return message ? pressesOn(stage, who, message, stage.by.pick(dataOf(message))) : says(who, '/start')
}

function pressesOn({ seen }: Stage, who: PersonActions, message: ShownMessage, data: string): string {
  for (const each of dataOf(message)) seen.add(each)
  who.presses(message.id, data)
  return `presses ${data}`
}

/** Any button there is, of anybody's items, papers, businesses. */
function forges(stage: Stage, who: PersonActions): string {
  const { by, seen } = stage
  const message = chatOf(stage, who).at(-1)
  if (!message) return says(who, '/start')
  const shown = [...seen].flatMap((data) => data.split(':').slice(1))
  const numbers = shown.filter((part) => /^\d+$/.test(part))
  const exchanged = (part: string) => (/^\d+$/.test(part) && numbers.length > 0 ? by.pick(numbers) : part)
  const data = by.onceIn(10)
    ? by.sample(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 16 }))
    : anyButton(by).split(':').map(exchanged).join(':')
  who.presses(message.id, data)
  return `forges ${data}`
}

/** Data that any kind of button there is may carry. */
function anyButton(by: Chance): string {
  const codec = by.pick(allButtons().filter((codec) => codec.name in buttonFields || codec.read(codec.name)))
  return codec.with(by.sample(fc.record(buttonFields[codec.name] ?? {})) as never)
}

function says(who: PersonActions, text: string): string {
  const sayable = /[\p{L}\p{N}\p{P}\p{S}]/u.test(text) ? text : '.'
  who.says(sayable)
  return `says ${JSON.stringify(sayable.slice(0, 40))}`
}

function anyWord(by: Chance): string {
  if (!by.onceIn(8)) return by.pick(words)
  return by.sample(fc.string({ unit: by.pick(['grapheme', 'binary'] as const), minLength: 1, maxLength: 300 }))
}

function sendsPhoto(by: Chance, who: PersonActions): string {
  const shade = by.below(256)
  who.sendsPhoto({ bytes: png(shade) })
  return `sends photo ${shade}`
}

function sendsAlbum(by: Chance, who: PersonActions): string {
  const album = `album ${by.below(1e9)}`
  for (let count = 2 + by.below(4); count > 0; count--) who.sendsPhoto({ bytes: png(by.below(256)), album })
  return 'sends an album'
}

function sendsFile(by: Chance, who: PersonActions): string {
  const file = by.pick(files)(by)
  who.sendsFile(by.onceIn(4) ? { ...file, caption: anyWord(by).slice(0, 1000) } : file)
  return `sends ${file.name.slice(0, 20)}`
}

function sendsSomethingOdd(stage: Stage, who: PersonActions): string {
  const { by, odd } = stage
  const [what, does] = by.pick<[string, () => unknown]>([
    ['a sticker', () => who.sendsSticker()],
    ['a voice note', () => who.sendsVoice()],
    ['a reply', () => replies(stage, who)],
    ['their contact', () => who.sharesContact()],
    ['a contact', () => who.sharesContact({ phone: '628126600100', name: 'Upik' })],
    ['a place', () => who.sharesLocation(-0.22, 100.63)],
    ...oddMessages.map((content): [string, () => unknown] => [
      Object.keys(content).join(),
      () => odd.push(messageOf(by, who.id, content)),
    ]),
  ])
  does()
  return `sends ${what}`
}

/** Answers any message of the chat, old or new, in Telegram's own way. */
function replies(stage: Stage, who: PersonActions): void {
  const messages = chatOf(stage, who)
  if (messages.length > 0) who.says(anyWord(stage.by) || 'ya', { replyTo: stage.by.pick(messages).id })
}

function messageOf(by: Chance, id: number, content: Partial<Message>): Update {
  const from: User = { id, is_bot: false, first_name: 'Upik' }
  const chat = { id, type: 'private', first_name: 'Upik' } as const
  const message = { message_id: 1, date: 0, chat, from, ...content } as Message & Update.NonChannel
  return { update_id: 2 ** 32 + by.below(2 ** 31), message }
}

function edits(stage: Stage, who: PersonActions): string {
  const own = chatOf(stage, who).filter(({ from, text, file }) => from === 'person' && text !== '' && !file)
  if (own.length === 0) return says(who, 'halo')
  who.edits(stage.by.pick(own).id, 'Saya ubah')
  return 'edits'
}

/** A link that anybody was sent. */
function opensLink({ telegram, by }: Stage, who: PersonActions): string {
  const links = telegram
    .people()
    .flatMap(({ id }) => telegram.chat(id).messages.flatMap(({ text }) => /\?start=([\w-]+)/.exec(text)?.[1] ?? []))
  const payload = by.pick([...links, 'undangan_x', `undangan_${'0'.repeat(32)}`])
  who.opensLink(payload)
  return `opens ${payload.slice(0, 12)}`
}
