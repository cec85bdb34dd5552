import { type Actor, may, type PersonId } from '../people/rules.ts'
import type { Tx } from '../platform/db.ts'
import { ok, type Result, refuse } from '../platform/result.ts'
import type { Runtime } from '../runtime.ts'
import { type Filled, fill, keep, type Paper, putPages } from './filling-service.ts'
import { paperKindOf } from './paper.ts'
import { type StoredPaper, saveFile } from './paper-store.ts'
import type { BusinessId, ItemId, PageRefusal, PaperRefusal, UnsortedId } from './rules.ts'
import { subjectOfBusiness, subjectOfItem } from './store.ts'
import type { TrayFile } from './tray.ts'
import * as store from './tray-store.ts'

// The tray: files nobody asked for are kept first. Which papers they are, their sender says afterwards, one by one.

export interface UnaskedPaper extends Paper {
  album: string | undefined
  /** Whose paper it must be, where its sender has only one business. */
  businessId: BusinessId | undefined
}

/** Puts a paper that came unasked into its sender's tray. The same file again is not put there twice. */
export async function keepUnsorted(
  rt: Runtime,
  actor: Actor,
  paper: UnaskedPaper,
): Promise<Result<'kept' | 'again', PaperRefusal | 'not-yours'>> {
  const { album, businessId } = paper
  const subject = businessId === undefined ? undefined : await subjectOfBusiness(rt.db.reader, businessId)
  if (subject ? !may(actor, 'fill', subject) : !actor.consented) return refuse('not-yours')
  const { personId, cause } = actor
  const kept = await keep(rt, subject?.ownerId ?? personId, paper)
  if (!kept.ok) return kept
  const now = rt.clock.now()
  return rt.db.transaction(async (tx) => {
    const fileId = await saveFile(tx, kept.value.stored, now)
    if (await store.isKnown(tx, fileId, cause)) return ok('again')
    await store.saveUnsorted(tx, { personId, fileId, cause, album, businessId, now })
    return ok('kept')
  })
}

export interface Tray {
  files: TrayFile[]
  count: number
}

/** What lies in the actor's tray. */
export const openTray = (rt: Runtime, actor: Actor): Promise<Tray> => store.trayOf(rt.db.reader, actor.personId)

/** Says whether files sent together are one paper. */
export const sayTogether = (rt: Runtime, actor: Actor, id: UnsortedId, together: boolean) =>
  change(rt, actor, id, (tx, ids) => store.changeUnsorted(tx, ids, { together }))

/** Says whose paper it is. */
export const sayBusiness = async (rt: Runtime, actor: Actor, id: UnsortedId, businessId: BusinessId) => {
  const subject = await subjectOfBusiness(rt.db.reader, businessId)
  if (!subject || !may(actor, 'fill', subject)) return refuse('not-yours')
  return change(rt, actor, id, (tx, ids) => store.changeUnsorted(tx, ids, { businessId }))
}

/** Puts files off until the others are sorted. */
export const skipUnsorted = (rt: Runtime, actor: Actor, id: UnsortedId) =>
  change(rt, actor, id, (tx, ids) => store.changeUnsorted(tx, ids, { skippedAt: rt.clock.now() }))

/** Says that files are no papers: they leave the tray. */
export const dropUnsorted = (rt: Runtime, actor: Actor, id: UnsortedId) =>
  change(rt, actor, id, (tx, ids) => store.changeUnsorted(tx, ids, { sortedAt: rt.clock.now() }))

/** A change of the files of one unit that still lie in the actor's tray; of others nothing is changed. */
function change(
  rt: Runtime,
  actor: Actor,
  id: UnsortedId,
  act: (tx: Tx, ids: UnsortedId[]) => Promise<void>,
): Promise<Result<undefined, 'not-yours'>> {
  return rt.db.transaction(async (tx) => {
    const unit = await store.unitOf(tx, id)
    if (unit.length === 0 || unit.some(({ personId }) => personId !== actor.personId)) return refuse('not-yours')
    await act(
      tx,
      unit.filter(({ sorted }) => !sorted).map((file) => file.id),
    )
    return ok()
  })
}

/** Says which paper the files are: they become pages of it. Sorted already, nothing changes. */
export async function sortPaper(
  rt: Runtime,
  actor: Actor,
  id: UnsortedId,
  itemId: ItemId,
): Promise<Result<Filled, PageRefusal>> {
  const subject = await subjectOfItem(rt.db.reader, itemId)
  if (!subject || !may(actor, 'fill', subject)) return refuse('not-yours')
  const moved = await movedTo(rt, actor, subject.ownerId, id)
  return fill(rt, actor, itemId, async (tx, held) => {
    const unit = await store.unitOf(tx, id)
    if (unit.length === 0 || unit.some(({ personId }) => personId !== actor.personId)) return refuse('not-yours')
    const waiting = unit.filter(({ sorted }) => !sorted)
    const files = waiting.map((file) => puttable(file, moved.get(file.id)))
    const outcome = await putPages(rt, tx, actor, held, files)
    const ids = waiting.map((file) => file.id)
    if (outcome.ok) await store.changeUnsorted(tx, ids, { sortedAt: rt.clock.now() })
    return outcome
  })
}

function puttable({ mime, sha256, fileId, cause }: store.HeldFile, stored: StoredPaper | undefined) {
  return { kind: paperKindOf(mime), sha256, cause, ...(stored ? { stored } : { fileId }) }
}

/** The files of a unit as papers of their owner, where somebody who acts for that owner had sent them as their own. */
async function movedTo(rt: Runtime, actor: Actor, ownerId: PersonId, id: UnsortedId) {
  const moved = new Map<UnsortedId, StoredPaper>()
  for (const file of await store.unitOf(rt.db.reader, id)) {
    if (file.ownerId === ownerId || file.personId !== actor.personId || file.sorted) continue
    const { telegramFileId, telegramKind, storageKey } = file
    const kept = await keep(rt, ownerId, { bytes: await rt.files.get(storageKey), telegramFileId, telegramKind })
    if (kept.ok) moved.set(file.id, kept.value.stored)
  }
  return moved
}
