import { allZones } from '../booking/desk-plan-store.ts'
import { type BotContext, defineQuestion } from '../people/context.ts'
import { type Grant, INVITATION_DAYS, type PersonId, role } from '../people/rules.ts'
import { invite } from '../people/service.ts'
import { allRegions } from '../people/store.ts'
import type { Screen } from '../platform/telegram/screen.ts'
import { days, later } from '../platform/time.ts'
import { grantId, readRegions } from './rules.ts'
import * as service from './service.ts'
import { placesOf } from './store.ts'
import * as views from './views.ts'

/** Makes an invitation, and the screen that shows its link. */
export async function invitationFor(ctx: BotContext, grant: Grant): Promise<Screen> {
  const { rt, actor, t } = ctx
  const outcome = actor && (await invite(rt, actor, grant))
  if (!outcome?.ok) return views.refused(t, 'not-yours')
  const token = outcome.value
  const expires = later(rt.clock.now(), days(INVITATION_DAYS))
  return views.invitationMade(t, { grant, token, bot: ctx.me.username, expires }, await placesOf(rt.db.reader))
}

/** One of the staff, as they are now. */
export async function memberNow({ rt, actor, t }: BotContext, id: PersonId): Promise<Screen> {
  const outcome = actor && (await service.member(rt, actor, id))
  if (!outcome?.ok) return views.refused(t, outcome?.reason ?? 'not-yours')
  return views.member(t, outcome.value.member, outcome.value.work, await placesOf(rt.db.reader))
}

/** An invitation for several regions. */
export const severalRegions = defineQuestion(
  'invite-many',
  { role: role() },
  {
    prompt: async ({ t }) => views.regionsUnclear(t, []),
    take: async (ctx, { text = '' }, { role }) => {
      const read = readRegions(text, await allRegions(ctx.rt.db.reader))
      if ('unclear' in read) return { screen: views.regionsUnclear(ctx.t, read.unclear), again: true }
      return { screen: await invitationFor(ctx, { role, regions: read.codes.toSorted() }) }
    },
  },
)

/** Other regions for a role somebody holds. */
export const otherRegions = defineQuestion(
  'staff-where',
  { grantId: grantId() },
  {
    prompt: async ({ rt, t }, { grantId }) => views.regionsAsk(t, grantId, await allZones(rt.db)),
    take: async (ctx, { text = '' }, { grantId }) => {
      const { rt, actor, t } = ctx
      const read = readRegions(text, await allRegions(rt.db.reader))
      if ('unclear' in read) return { screen: views.regionsUnclear(t, read.unclear), again: true }
      const outcome = actor && (await service.setRegions(rt, actor, grantId, read.codes))
      return {
        screen: outcome?.ok ? await memberNow(ctx, outcome.value) : views.refused(t, outcome?.reason ?? 'not-yours'),
      }
    },
  },
)
