import { notify } from '../delivery/service.ts'
import { requirementOf } from '../dossier/catalogue.ts'
import { isNameUnruled, NAME_RULING, NUMBER, readPaperNumber } from '../dossier/fields.ts'
import { type ItemState, mayMove } from '../dossier/item-states.ts'
import { compareAgain } from '../dossier/likeness-store.ts'
import type { BadNumber, RegionCodes } from '../dossier/number-reading.ts'
import { lockItem, saveValue, setItemState } from '../dossier/paper-store.ts'
import {
  type DecideRefusal,
  type DecisionId,
  type DossierId,
  type ItemId,
  type SubmissionId,
  type UndoRefusal,
  whyNotDecide,
  whyNotUndo,
} from '../dossier/rules.ts'
import { catalogueOf } from '../dossier/store.ts'
import { type Actor, holds, may, regionsOf } from '../people/rules.ts'
import { audit } from '../people/store.ts'
import type { Tx } from '../platform/db.ts'
import { ok, type Result, refuse } from '../platform/result.ts'
import { localDate } from '../platform/time.ts'
import type { Runtime } from '../runtime.ts'
import { decisionMade, decisionUndone, itemRuled } from './notices.ts'
import {
  type Decided,
  type DossierTasks,
  isAlone,
  isSameDecision,
  type Queue,
  type ReviewedPaper,
  type Verdict,
} from './rules.ts'
import * as store from './store.ts'

/** A page of what waits in the officer's regions. */
export async function openQueue(rt: Runtime, actor: Actor, page: number): Promise<Result<Queue, 'not-yours'>> {
  if (!holds(actor, 'officer')) return refuse('not-yours')
  return ok(await store.queueOf(rt.db, regionsOf(actor, 'officer'), page))
}

/** A page of all dossiers in the officer's regions. */
export async function openDossiers(rt: Runtime, actor: Actor, page: number): Promise<Result<Queue, 'not-yours'>> {
  if (!holds(actor, 'officer')) return refuse('not-yours')
  return ok(await store.dossiersOf(rt.db, regionsOf(actor, 'officer'), page))
}

/** A dossier with what it wants from an officer besides papers. */
export async function openDossier(
  rt: Runtime,
  actor: Actor,
  id: DossierId,
): Promise<Result<DossierTasks, 'not-yours'>> {
  const tasks = await store.tasksOf(rt.db.reader, id)
  return tasks && may(actor, 'review', tasks.subject) ? ok(tasks) : refuse('not-yours')
}

/** The paper of a dossier that waits longest, for the officer to look at: the look is written down. */
export function openWaiting(
  rt: Runtime,
  actor: Actor,
  dossierId: DossierId,
): Promise<Result<ReviewedPaper, 'not-yours' | 'none-waiting'>> {
  return rt.db.transaction(async (tx) => {
    const submissionId = await store.firstWaiting(tx, dossierId)
    const paper = submissionId && (await store.readPaper(tx, submissionId))
    if (!paper) return refuse(holds(actor, 'officer') ? 'none-waiting' : 'not-yours')
    if (!may(actor, 'review', paper.subject)) return refuse('not-yours')
    await logLook(rt, tx, actor, paper, 0)
    return ok(paper)
  })
}

/** Another page of a paper, counted from 0: that look is written down too. */
export function openPage(
  rt: Runtime,
  actor: Actor,
  submissionId: SubmissionId,
  page: number,
): Promise<Result<ReviewedPaper, 'not-yours'>> {
  return rt.db.transaction(async (tx) => {
    const paper = await store.readPaper(tx, submissionId)
    if (!paper || !may(actor, 'review', paper.subject)) return refuse('not-yours')
    await logLook(rt, tx, actor, paper, page)
    return ok(paper)
  })
}

async function logLook(rt: Runtime, tx: Tx, actor: Actor, { pages }: ReviewedPaper, page: number): Promise<void> {
  const shown = pages[page]
  if (shown) await store.logAccess(tx, shown.fileId, actor.personId, rt.clock.now())
}

/** A paper as it stands, without its picture: for the screens around a decision. */
export async function readPaper(
  rt: Runtime,
  actor: Actor,
  submissionId: SubmissionId,
): Promise<Result<ReviewedPaper, 'not-yours'>> {
  const paper = await store.readPaper(rt.db.reader, submissionId)
  return paper && may(actor, 'review', paper.subject) ? ok(paper) : refuse('not-yours')
}

/** Accepts or returns the newest paper of an item, and tells its owner. The same press again finds the same decision. */
export function decide(
  rt: Runtime,
  actor: Actor,
  submissionId: SubmissionId,
  verdict: Verdict,
): Promise<Result<Decided, DecideRefusal>> {
  const now = rt.clock.now()
  return rt.db.transaction(async (tx) => {
    const paper = await store.lockPaper(tx, submissionId)
    if (!paper || !may(actor, 'review', paper.subject)) return refuse('not-yours')
    const standing = paper.decision
    const alone = isAlone(paper, actor.personId, verdict)
    if (standing && isSameDecision(standing, actor.personId, verdict))
      return ok({ paper, decisionId: standing.id, verdict, alone })
    const refusal = whyNotDecide(paper, paper.state)
    if (refusal) return refuse(refusal)
    if (verdict.verdict === 'accepted' && isNameUnruled(paper.values)) return refuse('name-unruled')
    const decisionId = await store.saveDecision(tx, { submissionId, officerId: actor.personId, verdict, alone, now })
    await setItemState(tx, paper.itemId, verdict.verdict, now)
    await audit(tx, { actor, deed: verdict.verdict, subject: 'submission', subjectId: submissionId, now })
    await notify(rt, tx, decisionMade, {
      to: paper.subject.ownerId,
      purpose: `decided:${decisionId}`,
      data: { submissionId, decisionId },
    })
    return ok({ paper, decisionId, verdict, alone })
  })
}

/** Takes a decision back, until its owner acted on it: the paper waits again, and the owner is told if they knew. */
export function undo(rt: Runtime, actor: Actor, decisionId: DecisionId): Promise<Result<ReviewedPaper, UndoRefusal>> {
  const now = rt.clock.now()
  return rt.db.transaction(async (tx) => {
    const decided = await store.submissionOf(tx, decisionId)
    const paper = decided && (await store.lockPaper(tx, decided.submissionId))
    if (!paper || !may(actor, 'review', paper.subject)) return refuse('not-yours')
    if (decided.undone) return ok(paper)
    const refusal = whyNotUndo(paper)
    if (refusal) return refuse(refusal)
    await store.markUndone(tx, decisionId, now)
    await setItemState(tx, paper.itemId, 'submitted', now)
    await audit(tx, { actor, deed: 'decision-undone', subject: 'submission', subjectId: paper.submissionId, now })
    await notify(rt, tx, decisionUndone, {
      to: paper.subject.ownerId,
      purpose: `undone:${decisionId}`,
      data: { submissionId: paper.submissionId, decisionId },
    })
    return ok(paper)
  })
}

/** Rules that the other name on a paper is the same person's, and on what ground. */
export function ruleName(
  rt: Runtime,
  actor: Actor,
  submissionId: SubmissionId,
  ground: string,
): Promise<Result<ReviewedPaper, DecideRefusal>> {
  return change(rt, actor, submissionId, 'name-ruled', (tx, paper) =>
    saveValue(tx, {
      itemId: paper.itemId,
      field: NAME_RULING,
      value: ground,
      source: 'officer',
      personId: actor.personId,
      now: rt.clock.now(),
    }),
  )
}

/** Fills in the number that the owner left to the officer. Returns what is wrong with it, when something is. */
export async function fillNumber(
  rt: Runtime,
  actor: Actor,
  submissionId: SubmissionId,
  typed: string,
  regions: readonly RegionCodes[],
): Promise<Result<ReviewedPaper, DecideRefusal> | { ok: false; reason: 'bad-number'; reading: BadNumber }> {
  let bad: BadNumber | undefined
  const outcome = await change(rt, actor, submissionId, 'number-filled', async (tx, paper) => {
    const requirement = requirementOf(await catalogueOf(tx, paper.catalogueVersion), paper.requirementId)
    const reading = readPaperNumber(requirement, typed, { now: localDate(rt.clock.now()), regions })
    if ('mistake' in reading) bad = reading
    else {
      const { itemId } = paper
      await saveValue(tx, {
        itemId,
        field: NUMBER,
        value: reading.number,
        source: 'officer',
        personId: actor.personId,
        now: rt.clock.now(),
      })
      await compareAgain(tx, itemId)
    }
  })
  return bad && outcome.ok ? { ok: false, reason: 'bad-number', reading: bad } : outcome
}

/** A change of a waiting paper by an officer; the paper is returned as it is afterwards. */
function change(
  rt: Runtime,
  actor: Actor,
  submissionId: SubmissionId,
  deed: string,
  act: (tx: Tx, paper: ReviewedPaper) => Promise<void>,
): Promise<Result<ReviewedPaper, DecideRefusal>> {
  return rt.db.transaction(async (tx) => {
    const paper = await store.lockPaper(tx, submissionId)
    if (!paper || !may(actor, 'review', paper.subject)) return refuse('not-yours')
    const refusal = whyNotDecide(paper, paper.state)
    if (refusal) return refuse(refusal)
    await act(tx, paper)
    await audit(tx, { actor, deed, subject: 'submission', subjectId: submissionId, now: rt.clock.now() })
    return ok((await store.readPaper(tx, submissionId)) ?? paper)
  })
}

export type RuleRefusal = 'not-yours' | 'decided-already'

/** Confirms that the sample was handed over. */
export const receiveSample = (rt: Runtime, actor: Actor, itemId: ItemId): Promise<Result<DossierId, RuleRefusal>> =>
  rule(rt, actor, itemId, 'received')

/** Rules on a request that a requirement does not apply: it does not, or it is asked for all the same. */
export const ruleNotApplicable = (
  rt: Runtime,
  actor: Actor,
  itemId: ItemId,
  applies: boolean,
): Promise<Result<DossierId, RuleRefusal>> => rule(rt, actor, itemId, applies ? 'open' : 'not-applicable')

/** Moves an item as the table of moves allows an officer, and tells the owner. Moved there already, nothing changes. */
function rule(rt: Runtime, actor: Actor, itemId: ItemId, to: ItemState): Promise<Result<DossierId, RuleRefusal>> {
  const now = rt.clock.now()
  return rt.db.transaction(async (tx) => {
    const item = await lockItem(tx, itemId)
    if (!item || !may(actor, 'review', item.subject)) return refuse('not-yours')
    if (item.state === to) return ok(item.dossierId)
    const requirement = requirementOf(await catalogueOf(tx, item.catalogueVersion), item.requirementId)
    if (!mayMove(item.state, to, 'officer', requirement)) return refuse('decided-already')
    await setItemState(tx, itemId, to, now)
    await audit(tx, { actor, deed: `item-${to}`, subject: 'item', subjectId: itemId, now })
    const purpose = `ruled:${itemId}:${actor.cause}`
    await notify(rt, tx, itemRuled, { to: item.subject.ownerId, purpose, data: { itemId, state: to } })
    return ok(item.dossierId)
  })
}
