import type { Composer } from 'grammy'
import type { ItemId } from '../dossier/rules.ts'
import type { BotContext, KnownContext } from '../people/context.ts'
import type { OpenQuestion, Outcome } from '../platform/telegram/ask.ts'
import { show } from '../platform/telegram/screen.ts'
import { whatNext } from './questions.ts'

// What every part of the walk does.

/** Those whose walk it is: owners who agreed, and whoever fills in for one. */
export const ownersOf = (composer: Composer<BotContext>) =>
  composer.filter(
    (ctx): ctx is BotContext & KnownContext =>
      ctx.actor !== undefined && (ctx.actor.consented || ctx.speaker.assisting !== undefined),
  )

/** Takes the owner to whatever their rows say comes next: the next question of the registration, or home. */
export async function walkOn(ctx: BotContext): Promise<void> {
  const next = await whatNext(ctx)
  if ('ask' in next) return ctx.ask(next.ask)
  await ctx.dropQuestion()
  await show(ctx, next.show)
}

/**
 * Shows what came of a press that filled something in, and asks what is lacking next. A question about another item than
 * the one pressed stays open, and is asked again below.
 */
export async function follow(ctx: BotContext, { screen, next, again }: Outcome, itemId: ItemId): Promise<void> {
  if (!next && !again && !openElsewhere(ctx, itemId)) await ctx.dropQuestion()
  if (screen) await show(ctx, screen)
  if (next) ctx.ask(next, again ? 'quietly' : undefined)
  else askAgainElsewhere(ctx, itemId)
}

/** Asks the open question again below what was shown, unless it is about that very item: then it only stays open. */
export function askAgainElsewhere(ctx: BotContext, itemId: ItemId): void {
  const open = openElsewhere(ctx, itemId)
  if (open) ctx.ask(open)
}

function openElsewhere(ctx: BotContext, itemId: ItemId): OpenQuestion | undefined {
  const open = ctx.openQuestion()
  return open?.about.itemId === itemId ? undefined : open
}

/** Follows what came of a press that is about no item: whatever was open is over. */
export async function followOn(ctx: BotContext, { screen, next }: Outcome): Promise<void> {
  if (!next) await ctx.dropQuestion()
  if (screen) await show(ctx, screen)
  if (next) ctx.ask(next)
}

export const notYours = (ctx: BotContext): Promise<void> => show(ctx, { text: ctx.t('not-yours') })
