import { PROVINCE } from '../calendar/rules.ts'
import { workingTimeOf } from '../calendar/store.ts'
import { notify, notifyEach } from '../delivery/service.ts'
import { requirementOf } from '../dossier/catalogue.ts'
import type { DossierId } from '../dossier/rules.ts'
import { catalogueOf } from '../dossier/store.ts'
import { type Actor, holds, may, regionsOf } from '../people/rules.ts'
import { audit } from '../people/store.ts'
import type { Tx } from '../platform/db.ts'
import { ok, type Result, refuse } from '../platform/result.ts'
import { days, type LocalDate, later, localDate } from '../platform/time.ts'
import type { Runtime } from '../runtime.ts'
import * as lists from './list-store.ts'
import { helpAnswered, helpAsked, helpLost } from './notices.ts'
import {
  type AboutItem,
  type AskRefusal,
  answerDay,
  type HelpMessageId,
  responsibleFor,
  type Said,
  type Sight,
  type Thread,
  type ThreadId,
  type ThreadMessage,
  type WaitingThread,
} from './rules.ts'
import * as store from './store.ts'
import * as threads from './thread-store.ts'

/** How long a question that was not sent is kept, and how far back what was lost is looked for. */
const DRAFT_DAYS = 7

/** Keeps a question for the press that sends it. */
export function noteQuestion(
  rt: Runtime,
  actor: Actor,
  said: Said,
  item: AboutItem,
  at: Sight,
): Promise<HelpMessageId> {
  return rt.db.transaction(async (tx) => {
    const place = await store.placeOf(tx, actor.personId, item)
    const { id } = await store.saveMessage(tx, {
      ...{
        threadId: undefined,
        personId: actor.personId,
        side: 'owner',
        said,
        requirementId: place?.requirementId ?? undefined,
      },
      ...{ cause: actor.cause, now: rt.clock.now() },
    })
    await store.addSight(tx, id, at)
    return id
  })
}

/** What the paper is called that a question is about. */
export async function paperOf(
  rt: Runtime,
  actor: Actor,
  item: AboutItem,
): Promise<{ id: string; en: string } | undefined> {
  const place = item === 'none' ? undefined : await store.placeOf(rt.db.reader, actor.personId, item)
  if (place?.requirementId == null || place.catalogueVersion === null) return undefined
  return requirementOf(await catalogueOf(rt.db.reader, place.catalogueVersion), place.requirementId).name
}

/** The question somebody noted, to be shown to them again. */
export async function notedQuestion(rt: Runtime, actor: Actor, id: HelpMessageId): Promise<Said | undefined> {
  const kept = await rt.db.transaction((tx) => store.lockMessage(tx, id))
  return kept?.personId === actor.personId ? kept : undefined
}

export interface Asked {
  threadId: ThreadId
  /** By the end of which day an answer can be expected. */
  answerBy: LocalDate
}

/** Brings a noted question to the officers. Pressed again, it is the same question. `at` shows that it was sent. */
export function sendQuestion(
  rt: Runtime,
  actor: Actor,
  id: HelpMessageId,
  at: Sight | undefined,
): Promise<Result<Asked, AskRefusal>> {
  return rt.db.transaction(async (tx) => {
    const kept = await store.lockMessage(tx, id)
    if (!kept) return refuse('gone')
    if (kept.personId !== actor.personId) return refuse('not-yours')
    if (kept.threadId) return ok(await askedIn(rt, tx, kept.threadId))
    const now = rt.clock.now()
    const here = await store.placeOf(tx, actor.personId, 'none')
    const place = here && { ...here, requirementId: kept.requirementId ?? null }
    const threadId =
      (await store.waitingThread(tx, actor.personId, place)) ?? (await store.openThread(tx, actor.personId, place, now))
    await store.putInThread(tx, id, threadId)
    if (at) await store.addSight(tx, id, at)
    await bringToOfficers(rt, tx, threadId, id)
    return ok(await askedIn(rt, tx, threadId))
  })
}

async function askedIn(rt: Runtime, tx: Tx, threadId: ThreadId): Promise<Asked> {
  const thread = await threads.readThread(tx, threadId)
  const now = rt.clock.now()
  return { threadId, answerBy: answerDay(await workingTimeOf(tx, thread?.region ?? PROVINCE, now), now) }
}

/** Tells whoever is to answer, each time something is asked, in the working hours of their office. */
async function bringToOfficers(rt: Runtime, tx: Tx, threadId: ThreadId, helpMessageId: HelpMessageId): Promise<void> {
  const now = rt.clock.now()
  const { officers, where } = await lists.officersAround(tx, threadId, localDate(now))
  const responsible = responsibleFor(officers, where)
  await store.markAsked(tx, threadId, responsible, now)
  const notBefore = (await workingTimeOf(tx, where.region ?? PROVINCE, now)).opening(now)
  await notifyEach(
    rt,
    tx,
    helpAsked,
    responsible.map((to) => ({ to })),
    ({ to }) => ({ purpose: `help-asked:${helpMessageId}:${to}`, data: { helpMessageId }, notBefore }),
  )
}

export type Replied = ({ as: 'owner' } & Asked) | { as: 'officer'; thread: Thread }

/** Says something in a thread: whoever asked asks on, an officer answers. Also in one that was closed, which opens again. */
export function reply(
  rt: Runtime,
  actor: Actor,
  threadId: ThreadId,
  said: Said,
  at: Sight,
): Promise<Result<Replied, 'not-yours'>> {
  return rt.db.transaction(async (tx) => {
    const thread = await threads.lockThread(tx, threadId)
    if (!thread) return refuse('not-yours')
    const isAsker = thread.askerId === actor.personId && !thread.frozen
    if (!isAsker && !may(actor, 'answer', thread)) return refuse('not-yours')
    const now = rt.clock.now()
    const { id, isNew } = await store.saveMessage(tx, {
      ...{ threadId, personId: actor.personId, side: isAsker ? 'owner' : 'officer', said },
      ...{ requirementId: undefined, cause: actor.cause, now },
    })
    await store.addSight(tx, id, at)
    if (isAsker) {
      if (isNew) await bringToOfficers(rt, tx, threadId, id)
      return ok({ as: 'owner' as const, ...(await askedIn(rt, tx, threadId)) })
    }
    if (isNew) await answerWith(rt, tx, actor, thread, id)
    return ok({ as: 'officer' as const, thread })
  })
}

/** An officer writes to the owner of a dossier, who may answer like to any answer. */
export function writeToOwner(
  rt: Runtime,
  actor: Actor,
  dossierId: DossierId,
  said: Said,
  at: Sight,
): Promise<Result<Thread, 'not-yours'>> {
  return rt.db.transaction(async (tx) => {
    const found = await store.placeOfDossier(tx, dossierId)
    if (!found || !may(actor, 'review', found.subject)) return refuse('not-yours')
    const known = await store.threadBy(tx, actor.cause)
    const threadId =
      known ?? (await store.openThread(tx, found.subject.ownerId, found.place, rt.clock.now(), [actor.personId]))
    const thread = await threads.lockThread(tx, threadId)
    if (!thread) return refuse('not-yours')
    if (known) return ok(thread)
    const { id } = await store.saveMessage(tx, {
      ...{ threadId, personId: actor.personId, side: 'officer', said },
      ...{ requirementId: undefined, cause: actor.cause, now: rt.clock.now() },
    })
    await store.addSight(tx, id, at)
    await answerWith(rt, tx, actor, thread, id)
    return ok(thread)
  })
}

/** Whom a letter about a dossier goes to. */
export async function ownerOf(rt: Runtime, actor: Actor, dossierId: DossierId): Promise<Result<string, 'not-yours'>> {
  const found = await store.placeOfDossier(rt.db.reader, dossierId)
  return found && may(actor, 'review', found.subject) ? ok(found.owner) : refuse('not-yours')
}

async function answerWith(rt: Runtime, tx: Tx, actor: Actor, thread: Thread, id: HelpMessageId): Promise<void> {
  const now = rt.clock.now()
  await store.markAnswered(tx, thread.id, actor.personId, now)
  await notify(rt, tx, helpAnswered, {
    to: thread.askerId,
    purpose: `help-answered:${id}`,
    data: { helpMessageId: id },
  })
  const { ownerId } = thread
  await audit(tx, { actor, deed: 'answer-question', subject: 'help_thread', subjectId: thread.id, ownerId, now })
}

/** Takes a thread off the list; a reply opens it again. */
export function closeThread(rt: Runtime, actor: Actor, id: ThreadId): Promise<Result<Thread, 'not-yours'>> {
  return rt.db.transaction(async (tx) => {
    const thread = await threads.lockThread(tx, id)
    if (!thread || !may(actor, 'answer', thread)) return refuse('not-yours')
    await store.markClosed(tx, id, rt.clock.now())
    return ok({ ...thread, closed: true, waitingSince: undefined })
  })
}

/** How much of a thread is shown. */
const SHOWN = 6

/** A thread as an officer reads it. */
export function openThread(
  rt: Runtime,
  actor: Actor,
  id: ThreadId,
): Promise<Result<{ thread: Thread; messages: ThreadMessage[] }, 'not-yours'>> {
  return rt.db.transaction(async (tx) => {
    const thread = await threads.readThread(tx, id)
    if (!thread || !may(actor, 'answer', thread)) return refuse('not-yours')
    return ok({ thread, messages: await threads.messagesOf(tx, id, SHOWN) })
  })
}

/** Whether somebody may ask on in a thread. */
export async function ownThread(rt: Runtime, actor: Actor, id: ThreadId): Promise<Thread | undefined> {
  const thread = await threads.readThread(rt.db.reader, id)
  return thread?.askerId === actor.personId ? thread : undefined
}

export interface ThreadList {
  threads: WaitingThread[]
  total: number
  page: number
}

/** A page of the threads that wait for this officer, the oldest first. */
export async function openThreads(rt: Runtime, actor: Actor, page: number): Promise<Result<ThreadList, 'not-yours'>> {
  if (!holds(actor, 'officer')) return refuse('not-yours')
  return ok({ page, ...(await lists.waitingThreads(rt.db, regionsOf(actor, 'officer'), actor.personId, page)) })
}

/** Tells those whose question or answer reached nobody, each once; and forgets what was never sent. Returns how many. */
export function tidyThreads(rt: Runtime): Promise<number> {
  return rt.db.transaction(async (tx) => {
    const since = later(rt.clock.now(), -days(DRAFT_DAYS))
    const lost = await lists.lostMessages(tx, since)
    await notifyEach(rt, tx, helpLost, lost, ({ helpMessageId, why }) => ({
      purpose: `help-lost:${helpMessageId}`,
      data: { helpMessageId, why },
    }))
    return lost.length + (await lists.forgetDrafts(tx, since))
  })
}
