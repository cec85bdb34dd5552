import type { BotContext } from '../people/context.ts'
import { may } from '../people/rules.ts'
import type { ItemId, Standing } from './rules.ts'
import { standingOf } from './standing-store.ts'

/** Where the speaker stands with the business they are working at: only what they may fill in, with `only` one item of it. */
export async function standing(ctx: BotContext, only?: ItemId): Promise<Standing> {
  const { rt, actor } = ctx
  if (!actor) throw new Error('somebody unknown stands nowhere')
  return ctx.once(`standing ${only}`, async () => {
    const where = await standingOf(rt.db, actor.personId, 'any', only)
    if (!where.subject || may(actor, 'fill', where.subject)) return where
    return standingOf(rt.db, actor.personId, 'own', only)
  })
}
