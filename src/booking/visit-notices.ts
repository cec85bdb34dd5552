import { z } from 'zod'
import { defineNotice } from '../delivery/notice.ts'
import type { Tx } from '../platform/db.ts'
import { hasFeedback } from './feedback-store.ts'
import * as views from './feedback-views.ts'
import { type Stage, stageOf, type VisitId, visitId } from './visit-rules.ts'
import { dutyDay, hasBooked, visitWith } from './visit-store.ts'

const data = z.object({ visitId: visitId() })

async function visitAt(tx: Tx, id: VisitId, stage: Stage) {
  const visit = await visitWith(tx, id)
  const day = visit && stageOf(visit) === stage ? await dutyDay(tx, visit.dayId) : undefined
  return visit && day ? { visit, day } : undefined
}

/** Asks the owner how a visit was; nothing when it did not take place after all, or they said it already. */
export const visitFeedback = defineNotice({
  kind: 'visit-feedback',
  data,
  load: async (db, { visitId }) =>
    (await hasFeedback(db.reader, visitId)) ? undefined : visitAt(db.reader, visitId, 'done'),
  render: views.askHowItWas,
})

/** Asks the owner of a visit that did not take place to choose another day; nothing when they have one. */
export const rebookAsked = defineNotice({
  kind: 'rebook-asked',
  data,
  async load(db, { visitId }) {
    const missed = await visitAt(db.reader, visitId, 'absent')
    const { dossierId } = missed?.visit ?? {}
    return dossierId !== undefined && (await hasBooked(db.reader, dossierId)) ? undefined : missed
  },
  render: views.rebook,
})
