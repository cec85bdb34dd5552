import { requirementOf } from '../dossier/catalogue.ts'
import { asksFor, NAME_RULING, NUMBER, readPaperNumber } from '../dossier/fields.ts'
import { compareAgain } from '../dossier/likeness-store.ts'
import type { BadNumber, RegionCodes } from '../dossier/number-reading.ts'
import { saveValue } from '../dossier/paper-store.ts'
import type { DecideRefusal, SubmissionId } from '../dossier/rules.ts'
import { catalogueOf } from '../dossier/store.ts'
import { type Actor, may } from '../people/rules.ts'
import { audit } from '../people/store.ts'
import type { Tx } from '../platform/db.ts'
import { ok, type Result, refuse } from '../platform/result.ts'
import { localDate } from '../platform/time.ts'
import type { Runtime } from '../runtime.ts'
import { type ReviewedPaper, whyNotReview } from './rules.ts'
import * as store from './store.ts'

// What an officer finds out about a paper before deciding on it: whose name it is, and its number.

/** Rules that the other name on a paper is the same person's, and on what ground. */
export function ruleName(
  rt: Runtime,
  actor: Actor,
  submissionId: SubmissionId,
  ground: string,
): Promise<Result<ReviewedPaper, DecideRefusal>> {
  return change(rt, actor, submissionId, 'name-ruled', async (tx, paper) => {
    await keep(rt, tx, actor, paper, NAME_RULING, ground)
    return ok()
  })
}

export type NumberOutcome =
  | Result<ReviewedPaper, DecideRefusal>
  | { ok: false; reason: 'bad-number'; reading: BadNumber; paper: ReviewedPaper }

/** Fills in the number that the owner left to the officer, or corrects one. Says what is wrong with it, when something is. */
export async function fillNumber(
  rt: Runtime,
  actor: Actor,
  submissionId: SubmissionId,
  typed: string,
  regions: readonly RegionCodes[],
): Promise<NumberOutcome> {
  let bad: BadNumber | undefined
  const outcome = await change(rt, actor, submissionId, 'number-filled', async (tx, paper) => {
    const requirement = requirementOf(await catalogueOf(tx, paper.catalogueVersion), paper.requirementId)
    if (!asksFor(requirement, NUMBER)) return refuse('not-yours')
    const reading = readPaperNumber(requirement, typed, { now: localDate(rt.clock.now()), regions })
    if ('mistake' in reading) {
      bad = reading
      return ok()
    }
    await keep(rt, tx, actor, paper, NUMBER, reading.number)
    await compareAgain(tx, paper.itemId)
    return ok()
  })
  return bad && outcome.ok ? { ok: false, reason: 'bad-number', reading: bad, paper: outcome.value } : outcome
}

/** A change of a waiting paper by an officer; the paper is returned as it is afterwards. */
function change(
  rt: Runtime,
  actor: Actor,
  submissionId: SubmissionId,
  deed: string,
  act: (tx: Tx, paper: ReviewedPaper) => Promise<Result<undefined, 'not-yours'>>,
): Promise<Result<ReviewedPaper, DecideRefusal>> {
  return rt.db.transaction(async (tx) => {
    const paper = await store.lockPaper(tx, submissionId)
    if (!paper || !may(actor, 'review', paper.subject)) return refuse('not-yours')
    const refusal = whyNotReview(paper, actor.personId)
    if (refusal) return refuse(refusal)
    const acted = await act(tx, paper)
    if (!acted.ok) return acted
    await audit(tx, { actor, deed, subject: 'submission', subjectId: submissionId, now: rt.clock.now() })
    return ok((await store.readPaper(tx, submissionId)) ?? paper)
  })
}

const keep = (
  rt: Runtime,
  tx: Tx,
  { personId }: Actor,
  { itemId }: ReviewedPaper,
  field: string,
  value: string,
): Promise<void> => saveValue(tx, { itemId, field, value, source: 'officer', personId, now: rt.clock.now() })

/** A paper for its number to be read whole: that look is written down under a name of its own. */
export function seeNumber(
  rt: Runtime,
  actor: Actor,
  submissionId: SubmissionId,
  page: number,
): Promise<Result<ReviewedPaper, 'not-yours'>> {
  const now = rt.clock.now()
  return rt.db.transaction(async (tx) => {
    const paper = await store.readPaper(tx, submissionId)
    if (!paper || !may(actor, 'review', paper.subject)) return refuse('not-yours')
    const shown = paper.pages[page]
    if (shown) await store.logAccess(tx, shown.fileId, actor.personId, now)
    await audit(tx, { actor, deed: 'number-seen', subject: 'submission', subjectId: submissionId, now })
    return ok(paper)
  })
}
