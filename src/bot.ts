import { Bot, BotError } from 'grammy'
import type { Message, Update, UserFromGetMe } from 'grammy/types'
import { admin } from './admin/bot.ts'
import { calendarDesk } from './admin/calendar-bot.ts'
import { deskPlanning } from './admin/desk-bot.ts'
import { deskDrafting } from './admin/draft-bot.ts'
import { rulesDesk } from './admin/rules-bot.ts'
import { alerts } from './alerts/bot.ts'
import { booking } from './booking/bot.ts'

import { moving } from './booking/moving-bot.ts'

import { deskDay } from './booking/visit-bot.ts'

import { broadcastButtons, broadcasting } from './broadcast/bot.ts'
import { draftingBroadcasts } from './broadcast/draft-bot.ts'
import { checklist } from './checklist/bot.ts'
import { companionDoor, companions } from './checklist/companion-bot.ts'
import { spoken } from './checklist/spoken-bot.ts'
import { tray } from './checklist/tray-bot.ts'
import { greetingIn } from './checklist/typed.ts'
import { walkOn } from './checklist/walk.ts'
import { figures } from './figures/bot.ts'
import { answerStray, findThread, helpline, isForHelpline } from './helpline/bot.ts'
import type { Handle } from './inbox/service.ts'
import { nominationClaim, nominationDesk, nominationDoor, nominationNumber } from './nomination/bot.ts'
import { people, startAtDesk } from './people/bot.ts'
import { asking, type BotContext } from './people/context.ts'
import { identify } from './people/identify.ts'
import { keepMenu } from './people/menu.ts'
import { isOrder } from './people/orders.ts'
import { setBlocked } from './people/store.ts'
import { isDatabaseAway } from './platform/db.ts'
import { translator } from './platform/i18n/translator.ts'
import { blandly, type LogLine } from './platform/log.ts'
import { clientOptions, fileFetcher, type TelegramClient } from './platform/telegram/client.ts'
import { mayPass, telegramFailure } from './platform/telegram/failure.ts'
import { handlingOf } from './platform/telegram/handling.ts'
import { answerPress, show, unlessRefused } from './platform/telegram/screen.ts'
import { privacy } from './privacy/bot.ts'
import { review } from './review/bot.ts'
import { dossierDesk } from './review/dossier-bot.ts'
import { likenessDesk } from './review/likeness-bot.ts'
import { ownerDesk } from './review/owner-bot.ts'
import { searching } from './review/search-bot.ts'
import type { Runtime } from './runtime.ts'
import { staffDesk } from './staff/bot.ts'

/** Door 1, Telegram: handles one update at a time, as the inbox hands them over. */
export interface BotDoor {
  handle: Handle
  /** Says sorry for an update that failed too often. */
  giveUp: Handle
}

/** Makes the bot. It keeps nothing in memory between two updates, so it may be made anew at any time. */
export function createBot(rt: Runtime, client: TelegramClient, botInfo: UserFromGetMe): BotDoor {
  const bot = new Bot<BotContext>(client.token, { botInfo, client: clientOptions(client) })

  // The order is a promise: whoever writes is known and understood before anything else, commands win over questions,
  // and what nobody took is answered by the last.
  bot.use(leaveGroups)
  bot.use(identify(rt, fileFetcher(client)))
  bot.use(keepMenu)
  bot.on('my_chat_member', noteBlocking)
  bot.on('edited_message', (ctx) => show(ctx, { text: ctx.t('edited') }))
  bot.use(findThread)
  bot.use(nominationNumber)
  bot.use(asking(isOrder, isAside, sayWhatIsNext))
  bot.use(
    companionDoor,
    broadcastButtons,
    // The link on a ticket is a /start too: an officer's comes before their desk, an owner's before the walk.
    deskDay,
    nominationDoor,
    people,
    nominationClaim,
    helpline,
    booking,
    checklist,
    companions,
    moving,
    tray,
    spoken,
    review,
    dossierDesk,
    ownerDesk,
    likenessDesk,
    searching,
    alerts,
    broadcasting,
    draftingBroadcasts,
    admin,
    deskPlanning,
    deskDrafting,
    calendarDesk,
    rulesDesk,
    figures,
    nominationDesk,
    staffDesk,
    privacy,
  )
  bot.use(answerWhatNobodyTook)

  const apologise: Handle = async (update) => {
    const chatId = update.message?.chat.id ?? update.callback_query?.from.id
    if (chatId === undefined) return
    const text = translator('id')('sorry', { code: String(handlingOf(update).cause) })
    await bot.api.sendMessage(chatId, text).catch(() => undefined) // nothing better is left to do
  }

  const giveUp: Handle = async (update) => {
    rt.log.error({ door: 'telegram', what: kindOf(update), id: handlingOf(update).cause, outcome: 'given up' })
    await apologise(update)
  }

  const handle: Handle = async (update) => {
    const started = Date.now()
    const line = (outcome: string): LogLine => {
      const { cause, actor } = handlingOf(update)
      const about = { door: 'telegram' as const, what: kindOf(update), id: cause, ms: Date.now() - started, outcome }
      return actor === undefined ? about : { ...about, actor }
    }
    try {
      await bot.handleUpdate(update)
      rt.log.info(line('done'))
    } catch (thrown) {
      const error = thrown instanceof BotError ? thrown.error : thrown
      const failure = telegramFailure(error)
      if (mayPass(failure) || isDatabaseAway(error)) throw error
      handlingOf(update).question = undefined
      if (failure === 'unreachable') return rt.log.info(line('blocked'))
      rt.log.error({ ...line('failed'), error: blandly(error) })
      await apologise(update)
    }
  }

  return { handle, giveUp }
}

/** What an update is, for the log: never what it says. */
const kindOf = (update: Update): string => Object.keys(update).find((key) => key !== 'update_id') ?? 'nothing'

/** In a group the bot says one sentence and leaves; nothing of it is kept. */
async function leaveGroups(ctx: BotContext, next: () => Promise<void>): Promise<void> {
  if (!ctx.chat || ctx.chat.type === 'private') return next()
  const isMember =
    ctx.myChatMember === undefined || ['member', 'administrator'].includes(ctx.myChatMember.new_chat_member.status)
  if (!isMember) return
  // Where it may not even write, it leaves without a word.
  if (ctx.chat.type !== 'channel') await unlessRefused(ctx.api.sendMessage(ctx.chat.id, translator('id')('group')))
  await ctx.api.leaveChat(ctx.chat.id)
}

async function noteBlocking(ctx: BotContext): Promise<void> {
  const blocked = ctx.myChatMember?.new_chat_member.status === 'kicked'
  await setBlocked(ctx.rt.db.reader, ctx.speaker.accountId, blocked ? ctx.rt.clock.now() : undefined)
}

/** A greeting answers no question, and is answered itself; so does what is for the helpline. */
const isAside = (message: Message, toAnything: boolean): boolean =>
  greetingIn(message.text ?? '') !== undefined || isForHelpline(message, toAnything)

/** The last in line: an old button, a sentence nobody understood, a sticker. One word about it, then where to go on. */
async function answerWhatNobodyTook(ctx: BotContext): Promise<void> {
  const greeting = greetingIn(ctx.message?.text ?? '')
  const isGreeted = greeting !== undefined
  if (isGreeted) await show(ctx, { text: ctx.t(`greeted-${greeting}`) })
  if (isGreeted && ctx.openQuestion()) return // which is asked again
  const isKnown = isGreeted || (ctx.message !== undefined && isOrder(ctx.message))
  if (ctx.message && !isOwnersWalk(ctx)) return startAtDesk(ctx, isKnown ? 'greeted' : 'not-understood')
  const stray = ctx.message && !isGreeted ? await answerStray(ctx) : undefined
  if (stray === 'answered') return
  if (ctx.message && !isGreeted && !stray) await show(ctx, { text: ctx.t('not-understood') })
  await sayWhatIsNext(ctx)
}

const isOwnersWalk = ({ actor, speaker }: BotContext): boolean =>
  actor?.consented === true || speaker.assisting !== undefined

/** Where to go on; a press that led nowhere is told so. */
async function sayWhatIsNext(ctx: BotContext): Promise<void> {
  if (ctx.callbackQuery) await answerPress(ctx, ctx.t('expired'))
  await (isOwnersWalk(ctx) ? walkOn(ctx) : startAtDesk(ctx))
}
