import type { BotContext } from '../people/context.ts'
import { translator } from '../platform/i18n/translator.ts'
import { editAt } from '../platform/telegram/screen.ts'
import { type ShownAlert, shownTo } from './alert-store.ts'
import { alertUrgent, morningDigest } from './notices.ts'
import type { AlertId } from './rules.ts'

/**
 * Edits the messages in which others were told of an alert, so that all of them show who has it: the urgent ones, and
 * this morning's digests. A message that cannot be edited any more stays as it is; its buttons still tell the truth.
 */
export async function refreshMessages(ctx: BotContext, id: AlertId): Promise<void> {
  const pressed = ctx.callbackQuery?.message
  for (const shown of await shownTo(ctx.rt.db, id, ctx.rt.clock.now())) {
    const isOwn = shown.chatId === ctx.chatId && shown.messageId === pressed?.message_id
    if (!isOwn) await edit(ctx, shown)
  }
}

async function edit(ctx: BotContext, { kind, data, chatId, messageId, language }: ShownAlert): Promise<void> {
  const notice = kind === alertUrgent.kind ? alertUrgent : morningDigest
  const parsed = notice.data.safeParse(data)
  const render = parsed.success && (await notice.compose(ctx.rt.db, parsed.data as never))
  if (!render) return
  await editAt(ctx, messageId, await render(translator(language)), chatId)
}
