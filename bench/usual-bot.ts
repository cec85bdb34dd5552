import { type Conversation, type ConversationFlavor, conversations, createConversation } from '@grammyjs/conversations'
import { type Context, InlineKeyboard } from 'grammy'
import { connectServer, type Tx } from '../src/platform/db.ts'
import { type Served, serveGrammy } from './bots.ts'
import type { Wire } from './wire.ts'

// The usual way to write such a bot: the whole walk is one conversation, which shows, waits and remembers; its state is
// kept as Json through Prisma. It keeps no updates, asks nobody's consent, checks nothing, and saves the answers at the
// end. Its screens and buttons are those of Dampingi, so that the same people can do the same with both.

type UsualContext = ConversationFlavor<Context>
type Walk = Conversation<UsualContext, Context>

/**
 * The state of conversations, a row of Json per chat. Of Dampingi's tables `catalogue` is the one with just a number and
 * a Json; in a database of its own it serves as this bot's table of states.
 */
const statesIn = (prisma: Tx) => ({
  async read(key: string) {
    const row = await prisma.catalogue.findUnique({ where: { version: Number(key) } })
    return row === null ? undefined : (row.body as object as never)
  },
  write: (key: string, state: object) => save(prisma, Number(key), state),
  async delete(key: string) {
    await prisma.catalogue.deleteMany({ where: { version: Number(key) } })
  },
})

async function save(prisma: Tx, version: number, value: object): Promise<void> {
  const body = { ...value }
  await prisma.catalogue.upsert({
    where: { version },
    create: { version, body, createdAt: new Date() },
    update: { body },
  })
}

const answersKey = (chat: number): number => 1_000_000 + chat

/** What the buttons of the usual bot say; it needs no ids, because the conversation knows where it is. */
export const buttons = { open: 'open', begin: 'begin', confirm: 'confirm' }

const withButton = (label: string, data: string) => ({ reply_markup: new InlineKeyboard().text(label, data) })

/** Waits for a button and shows the next screen in place of the one it was on. */
async function pressed(walk: Walk, data: string, text: string, next?: InlineKeyboard): Promise<void> {
  const ctx = await walk.waitForCallbackQuery(data)
  await ctx.answerCallbackQuery()
  await ctx.editMessageText(text, next ? { reply_markup: next } : {})
}

async function said(walk: Walk): Promise<[string, Context]> {
  const ctx = await walk.waitFor('message:text')
  return [ctx.message.text, ctx]
}

const nextUp = (item: number, items: number): string =>
  item < items ? `Sudah terkirim: ${item} dari ${items}. Selanjutnya: Hal ke-${item + 1}.` : 'Semua sudah terkirim.'

/** Serves a bot that asks for `items` things, with `questions` questions each. */
export async function serveUsualBot(
  databaseUrl: string,
  wire: Wire,
  items: number,
  questions: number,
): Promise<Served> {
  const db = await connectServer(databaseUrl)
  const prisma = db.reader

  async function proposal(walk: Walk, ctx: Context): Promise<void> {
    const answers: Record<string, string[]> = {}
    await ctx.reply(nextUp(0, items), withButton('Buka', buttons.open))
    for (let item = 1; item <= items; item++) {
      const card = `Hal ke-${item}. Beberapa pertanyaan tentang usaha Bapak/Ibu. Yang sering salah: jawaban terlalu singkat.`
      await pressed(walk, buttons.open, card, new InlineKeyboard().text('Kirim sekarang', buttons.begin))
      await pressed(walk, buttons.begin, `1 dari ${questions}. Bagaimana usaha ini bekerja?`)
      const told: string[] = []
      for (let question = 1; question <= questions; question++) {
        const [text, answered] = await said(walk)
        told.push(text)
        if (question < questions)
          await answered.reply(`${question + 1} dari ${questions}. Bagaimana usaha ini bekerja?`)
        else
          await answered.reply(`${told.join('. ')}. Apakah sudah benar?`, withButton('Benar, kirim', buttons.confirm))
      }
      answers[`hal_${item}`] = told
      const next = item < items ? new InlineKeyboard().text('Buka', buttons.open) : undefined
      await pressed(walk, buttons.confirm, nextUp(item, items), next)
    }
    await walk.external(() => save(prisma, answersKey(ctx.chat?.id ?? 0), answers))
  }

  const served = await serveGrammy<UsualContext>(wire, (bot) => {
    bot.use(conversations({ storage: { type: 'key', version: 1, adapter: statesIn(prisma) } }))
    bot.use(createConversation(proposal))
    bot.command('start', (ctx) => ctx.conversation.enter('proposal'))
  })
  const stop = async () => {
    await served.stop()
    await db.close()
  }
  return { ...served, stop }
}
