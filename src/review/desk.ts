import type { Composer } from 'grammy'
import type { DossierId } from '../dossier/rules.ts'
import { catalogueOf } from '../dossier/store.ts'
import type { BotContext, KnownContext } from '../people/context.ts'
import { holds } from '../people/rules.ts'
import { show } from '../platform/telegram/screen.ts'
import { dossier } from './dossier-views.ts'
import { likenessesOf } from './likeness-service.ts'
import type { DossierTasks } from './rules.ts'
import { openDossier } from './service.ts'
import * as views from './views.ts'

// What every part of an officer's desk does.

export const officersOf = (composer: Composer<BotContext>) =>
  composer.filter((ctx): ctx is BotContext & KnownContext => ctx.actor !== undefined && holds(ctx.actor, 'officer'))

export const catalogueFor = ({ rt }: BotContext, { catalogueVersion }: { catalogueVersion: number }) =>
  catalogueOf(rt.db.reader, catalogueVersion)

export async function showDossier(ctx: KnownContext, dossierId: DossierId): Promise<void> {
  const tasks = await tasksOrRefusal(ctx, dossierId)
  if (!tasks) return
  const alike = await likenessesOf(ctx.rt, ctx.actor, dossierId)
  await show(ctx, dossier(ctx.t, tasks, await catalogueFor(ctx, tasks), alike))
}

/** What is to be ruled on in a dossier; undefined when the officer may not, and has been told. */
export async function tasksOrRefusal(ctx: KnownContext, dossierId: DossierId): Promise<DossierTasks | undefined> {
  const outcome = await openDossier(ctx.rt, ctx.actor, dossierId)
  if (outcome.ok) return outcome.value
  await show(ctx, views.decideRefused(ctx.t, outcome.reason))
  return undefined
}
