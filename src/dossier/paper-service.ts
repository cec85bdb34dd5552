import { type Actor, may } from '../people/rules.ts'
import { ok, type Result, refuse } from '../platform/result.ts'
import type { Runtime } from '../runtime.ts'
import { PAGES, pagesOf } from './fields.ts'
import { type Filled, fill, keep, type Paper, putPage, saveOwn } from './filling-service.ts'
import * as papers from './paper-store.ts'
import type { FillRefusal, ItemId, PageRefusal } from './rules.ts'
import { subjectOfItem } from './store.ts'

// The pages of an item: a draft, until they are complete.

/** Adds a page to what is being prepared for an item. Its kind is read from its bytes. */
export async function sendPage(
  rt: Runtime,
  actor: Actor,
  itemId: ItemId,
  paper: Paper,
): Promise<Result<Filled, PageRefusal>> {
  const subject = await subjectOfItem(rt.db.reader, itemId)
  if (!subject || !may(actor, 'fill', subject)) return refuse('not-yours')
  const kept = await keep(rt, subject.ownerId, paper)
  if (!kept.ok) return kept
  return fill(rt, actor, itemId, (tx, held) => putPage(rt, tx, actor, held, kept.value))
}

/** Says that the pages are complete. */
export const finishPages = (rt: Runtime, actor: Actor, itemId: ItemId): Promise<Result<Filled, FillRefusal>> =>
  fill(rt, actor, itemId, async (tx, held) => {
    const { requirement, draftPages } = held
    if (draftPages < pagesOf(requirement).atLeast) return ok(false)
    await saveOwn(rt, tx, actor, held, PAGES, 'done')
    return ok(false)
  })

/** Takes the pages of what is being prepared away, to photograph them anew. */
export const retakePages = (rt: Runtime, actor: Actor, itemId: ItemId): Promise<Result<Filled, FillRefusal>> =>
  fill(rt, actor, itemId, async (tx, held) => {
    if (held.draft) await papers.dropPages(tx, held.draft.id)
    await papers.dropValues(tx, itemId, [PAGES])
    return ok(false)
  })
