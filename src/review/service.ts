import { notify } from '../delivery/service.ts'
import { setItemState } from '../dossier/paper-store.ts'
import {
  type DecideRefusal,
  type DecisionId,
  type DossierId,
  type SubmissionId,
  type UndoRefusal,
  whyNotDecide,
  whyNotUndo,
} from '../dossier/rules.ts'
import { type Actor, holds, may, regionsOf } from '../people/rules.ts'
import { audit } from '../people/store.ts'
import { ok, type Result, refuse } from '../platform/result.ts'
import type { Runtime } from '../runtime.ts'
import { decisionMade, decisionUndone } from './notices.ts'
import { type Decided, isSameDecision, type Queue, type ReviewedPaper, type Verdict } from './rules.ts'
import * as store from './store.ts'

/** A page of what waits in the officer's regions. */
export async function openQueue(rt: Runtime, actor: Actor, page: number): Promise<Result<Queue, 'not-yours'>> {
  if (!holds(actor, 'officer')) return refuse('not-yours')
  return ok(await store.queueOf(rt.db, regionsOf(actor, 'officer'), page))
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
    await store.logAccess(tx, paper.file.id, actor.personId, rt.clock.now())
    return ok(paper)
  })
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
    if (standing && isSameDecision(standing, actor.personId, verdict))
      return ok({ paper, decisionId: standing.id, verdict })
    const refusal = whyNotDecide(paper, paper.state)
    if (refusal) return refuse(refusal)
    const decisionId = await store.saveDecision(tx, submissionId, actor.personId, verdict, now)
    await setItemState(tx, paper.itemId, verdict.verdict, now)
    await audit(tx, { actor, deed: verdict.verdict, subject: 'submission', subjectId: submissionId, now })
    await notify(rt, tx, decisionMade, {
      to: paper.subject.ownerId,
      purpose: `decided:${decisionId}`,
      data: { submissionId, decisionId },
    })
    return ok({ paper, decisionId, verdict })
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
