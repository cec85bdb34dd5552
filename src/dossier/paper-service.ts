import type { Actor } from '../people/rules.ts'
import { ok, type Result, refuse } from '../platform/result.ts'
import type { Runtime } from '../runtime.ts'
import { acceptedKinds } from './catalogue.ts'
import { PAGES, pagesOf } from './fields.ts'
import { type Filled, fill, hold, isFull, keep, type Paper, putPage, saveOwn, whyNotChange } from './filling-service.ts'
import * as papers from './paper-store.ts'
import type { FillRefusal, ItemId, PageRefusal } from './rules.ts'

// The pages of an item: a draft, until they are complete.

/** Adds a page to what is being prepared for an item. Its kind is read from its bytes. */
export async function sendPage(
  rt: Runtime,
  actor: Actor,
  itemId: ItemId,
  paper: Paper,
): Promise<Result<Filled, PageRefusal>> {
  const held = await rt.db.transaction((tx) => hold(tx, itemId))
  const refusal = whyNotChange(actor, held)
  if (refusal || !held) return refuse(refusal ?? 'not-yours')
  if (isFull(held)) return refuse('no-more-pages')
  const kept = await keep(rt, held.subject.ownerId, paper, acceptedKinds(held.requirement))
  if (!kept.ok) return kept
  return fill(rt, actor, itemId, (tx, held) => putPage(rt, tx, actor, held, kept.value))
}

/** Says that the pages are complete. */
export const finishPages = (rt: Runtime, actor: Actor, itemId: ItemId): Promise<Result<Filled, FillRefusal>> =>
  fill(rt, actor, itemId, async (tx, held) => {
    const { requirement, draftPages } = held
    if (draftPages < pagesOf(requirement).atLeast) return ok(false)
    return saveOwn(rt, tx, actor, held, PAGES, 'done')
  })

/** Takes the pages of what is being prepared away, to photograph them anew. */
export const retakePages = (rt: Runtime, actor: Actor, itemId: ItemId): Promise<Result<Filled, FillRefusal>> =>
  fill(rt, actor, itemId, async (tx, held) => {
    if (!held.draft) return ok(false)
    await papers.dropPages(tx, held.draft.id)
    await papers.dropValues(tx, itemId, [PAGES])
    return ok(false)
  })
