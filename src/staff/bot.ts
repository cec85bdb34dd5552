import { Composer } from 'grammy'
import { allZones } from '../booking/desk-plan-store.ts'
import type { BotContext, KnownContext } from '../people/context.ts'
import { press } from '../people/press.ts'
import { may } from '../people/rules.ts'
import { allRegions } from '../people/store.ts'
import { qrPicture } from '../platform/qr.ts'
import { answerPress, send, show } from '../platform/telegram/screen.ts'
import * as button from './buttons.ts'
import { invitationFor, memberNow, otherRegions, severalRegions } from './questions.ts'
import { grantOf, isRegional } from './rules.ts'
import * as service from './service.ts'
import { placesOf } from './store.ts'
import * as views from './views.ts'

// People of the office: who may what, invited, in other regions, leaving.

export const staffDesk = new Composer<BotContext>()

const admins = staffDesk.filter(
  (ctx): ctx is BotContext & KnownContext => ctx.actor !== undefined && may(ctx.actor, 'manage-staff'),
)

press(admins, button.openStaff, async (ctx, { page }) => {
  await ctx.dropQuestion()
  const outcome = await service.staff(ctx.rt, ctx.actor)
  if (!outcome.ok) return show(ctx, views.refused(ctx.t, outcome.reason))
  await show(ctx, views.list(ctx.t, outcome.value, await placesOf(ctx.rt.db.reader), page))
})
press(admins, button.openMember, async (ctx, { personId }) => show(ctx, await memberNow(ctx, personId)))

press(admins, button.askRegions, async (ctx, { grantId }) => ctx.ask(otherRegions.with({ grantId })))
press(admins, button.setRegions, async (ctx, { grantId, where }) => {
  await ctx.dropQuestion()
  const { regions } = where === 'all' ? { regions: [] } : await service.zoneGrant(ctx.rt, 'officer', where)
  if (where !== 'all' && regions.length === 0) return show(ctx, views.refused(ctx.t, 'gone'))
  const outcome = await service.setRegions(ctx.rt, ctx.actor, grantId, regions)
  await show(ctx, outcome.ok ? await memberNow(ctx, outcome.value) : views.refused(ctx.t, outcome.reason))
})

press(admins, button.askEnd, async (ctx, { grantId }) => {
  const outcome = await service.askEnd(ctx.rt, ctx.actor, grantId)
  if (!outcome.ok) return show(ctx, views.refused(ctx.t, outcome.reason))
  await show(ctx, views.endAsk(ctx.t, outcome.value, await placesOf(ctx.rt.db.reader)))
})
press(admins, button.endGrant, async (ctx, { grantId, to }) => {
  const outcome = await service.endGrant(ctx.rt, ctx.actor, grantId, to === 'all' ? undefined : to)
  await show(ctx, outcome.ok ? views.endDone(ctx.t, outcome.value) : views.refused(ctx.t, outcome.reason))
})

// ── Inviting ──

press(admins, button.askInvite, async (ctx) => {
  await ctx.dropQuestion()
  await show(ctx, views.inviteRole(ctx.t))
})
press(admins, button.pickRole, async (ctx, { role }) => {
  if (!isRegional(role)) return show(ctx, await invitationFor(ctx, grantOf(role, 'all')))
  const { reader } = ctx.rt.db
  await show(ctx, views.inviteRegion(ctx.t, role, await allRegions(reader), await allZones(ctx.rt.db)))
})
press(admins, button.makeInvitation, async (ctx, { role, region }) =>
  show(ctx, await invitationFor(ctx, grantOf(role, region))),
)
press(admins, button.inviteForZone, async (ctx, { role, zone }) => {
  const grant = await service.zoneGrant(ctx.rt, role, zone)
  await show(ctx, grant.regions.length === 0 ? views.refused(ctx.t, 'gone') : await invitationFor(ctx, grant))
})
press(admins, button.inviteForSeveral, async (ctx, { role }) => ctx.ask(severalRegions.with({ role })))
press(admins, button.showQr, async (ctx, { token }) => {
  await answerPress(ctx)
  await send(ctx, views.qr(ctx.t, await qrPicture(views.linkOf(ctx.me.username, token))))
})
