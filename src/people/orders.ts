import type { Composer, MiddlewareFn } from 'grammy'
import type { Message } from 'grammy/types'
import { type Language, languages } from '../platform/i18n/languages.ts'
import { translator } from '../platform/i18n/translator.ts'
import type { ScreenKey } from '../platform/telegram/screen.ts'
import type { BotContext } from './context.ts'
import type { Actor, Role } from './rules.ts'

// Commands and the keys of the reply keyboard, pressed or typed: they always mean what they say, also in the middle of
// a question.

/** What can be ordered: its command, its key on the keyboard if it has one, words for it, and whose menu it is in. */
const orders = {
  start: { command: 'start', for: 'everyone' },
  continue: { command: 'lanjut', key: 'order-continue', words: ['lanjut', 'lanjutkan', 'continue'], for: 'everyone' },
  papers: { command: 'berkas', key: 'order-papers', words: ['berkas saya', 'my file'], for: 'owner' },
  desks: { command: 'jadwal', key: 'order-desks', words: ['jadwal', 'desk'], for: 'owner' },
  ask: { command: 'tanya', key: 'order-ask', words: ['tanya', 'bertanya', 'mau tanya'], for: 'everyone' },
  menu: { command: 'menu', words: ['menu'], for: 'everyone' },
  data: { command: 'data', for: 'everyone' },
  help: { command: 'bantuan', words: ['bantuan', 'tolong', 'help'], for: 'everyone' },
  cancel: { command: 'batal', words: ['batal'], for: 'everyone' },
  queue: { command: 'antrean', key: 'order-queue', for: 'officer' },
  alerts: { command: 'peringatan', key: 'order-alerts', for: 'officer' },
  search: { command: 'cari', for: 'officer' },
  desk: { command: 'desk', key: 'order-desk', for: 'officer' },
  figures: { command: 'statistik', key: 'order-figures', for: ['admin', 'head'] },
  admin: { command: 'admin', key: 'order-admin', for: 'admin' },
  broadcasts: { command: 'siaran', for: 'admin' },
} as const satisfies Record<
  string,
  { command: string; key?: `order-${string}`; words?: readonly string[]; for: Audience }
>

/** Whose menu something is in. */
type Audience = Role | readonly Role[] | 'owner' | 'everyone'

export type Order = keyof typeof orders
const all = Object.entries(orders) as [Order, (typeof orders)[Order]][]

const labelOf = (order: Order, language: Language): string | undefined => {
  const entry = orders[order]
  return 'key' in entry ? translator(language)(entry.key) : undefined
}

/** What was typed without the picture of a key, and the signs at its end: "Tolong!" */
const bare = (text: string): string =>
  text
    .toLowerCase()
    .replace(/^[^\p{L}\p{N}/]+/u, '')
    .replace(/[\s.!?]+$/, '')

const byLabel = new Map(
  languages.flatMap((language) =>
    all.flatMap(([order]): [string, Order][] => {
      const label = labelOf(order, language)
      return label ? [[bare(label), order]] : []
    }),
  ),
)
const byWord = new Map(
  all.flatMap(([order, entry]) =>
    'words' in entry ? entry.words.map((word) => [word as string, order] as const) : [],
  ),
)
const byCommand = new Map<string, Order>([...byWord, ...all.map(([order, { command }]) => [command, order] as const)])

/** The command at the beginning of a message, without slash and bot name. */
const commandIn = (text: string): string | undefined =>
  /^\/([a-z0-9_]+)(?:@\w+)?(?:\s|$)/i.exec(text)?.[1]?.toLowerCase()

const orderIn = (text: string): Order | undefined =>
  byLabel.get(bare(text)) ?? byWord.get(bare(text)) ?? byCommand.get(commandIn(text) ?? '')

/** Whether a message is an order, also a misspelt one: never the answer to a question. */
export const isOrder = ({ text }: Message): boolean =>
  text !== undefined && (orderIn(text) !== undefined || commandIn(text) !== undefined)

/** Handles an order, given as command or as key, in either language. */
export function onOrder<C extends BotContext>(composer: Composer<C>, order: Order, handler: MiddlewareFn<C>): void {
  composer.use((ctx, next) => {
    const text = ctx.message?.text
    return text !== undefined && orderIn(text) === order ? handler(ctx, next) : next()
  })
}

/** Whoever works here and is no owner has no papers of their own, and no keys for them. */
function isFor(wanted: Audience, actor: Actor | undefined): boolean {
  if (wanted === 'owner') return !actor || actor.consented || actor.grants.length === 0
  const staff = [wanted].flat()
  return wanted === 'everyone' || actor?.grants.some(({ role }) => staff.includes(role)) === true
}

/** The reply keyboard of a person: what they may order by a key. */
export function keyboardFor(actor: Actor | undefined, language: Language): ScreenKey[][] {
  const keys = all.filter(([, entry]) => isFor(entry.for, actor)).flatMap(([order]) => labelOf(order, language) ?? [])
  return keys.length < 4 ? [keys] : [keys.slice(0, 2), keys.slice(2)]
}

const ordersOf = (actor: Actor | undefined) => all.filter(([, entry]) => isFor(entry.for, actor))

/** The commands Telegram offers a person behind the menu button. */
export function commandsFor(actor: Actor | undefined, language: Language) {
  const t = translator(language)
  return ordersOf(actor).map(([order, { command }]) => ({ command, description: t(`order-${order}.about`) }))
}

/** By which to see when the commands of a person change. */
export const commandsSignature = (actor: Actor | undefined, language: Language): string =>
  `${language}:${ordersOf(actor)
    .map(([order]) => order)
    .join(',')}`
