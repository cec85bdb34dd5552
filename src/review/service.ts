import { notify } from '../delivery/service.ts'
import { isNameUnruled } from '../dossier/fields.ts'
import { setItemState } from '../dossier/paper-store.ts'
import {
  type DecideRefusal,
  type DecisionId,
  type DossierId,
  type SubmissionId,
  type UndoRefusal,
  whyNotUndo,
} from '../dossier/rules.ts'
import { type Actor, holds, may, regionsOf } from '../people/rules.ts'
import { audit } from '../people/store.ts'
import type { Tx } from '../platform/db.ts'
import { ok, type Result, refuse } from '../platform/result.ts'
import type { Runtime } from '../runtime.ts'
import { decisionMade, decisionUndone } from './notices.ts'
import {
  type Decided,
  type DossierTasks,
  isAlone,
  isSameDecision,
  type Queue,
  type ReviewedPaper,
  type Verdict,
  whyNotReview,
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
    const refusal = whyNotReview(paper, actor.personId)
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
