import { z } from 'zod'
import { defineNotice } from '../delivery/notice.ts'
import { wasSent } from '../delivery/store.ts'
import { businessForm } from '../dossier/catalogue.ts'
import { decisionId, dossierId, itemId, submissionId } from '../dossier/rules.ts'
import { catalogueOf, itemFacts } from '../dossier/store.ts'
import { readPaper, tasksOf } from './store.ts'
import * as views from './told-views.ts'

const data = z.object({ submissionId: submissionId(), decisionId: decisionId() })

/** Tells the owner what the officer decided on a paper; nothing when it was undone, replaced or frozen meanwhile. */
export const decisionMade = defineNotice({
  kind: 'decision-made',
  data,
  async load(db, { submissionId, decisionId }) {
    const paper = await readPaper(db.reader, submissionId)
    if (!paper || paper.subject.frozen || paper.decision?.id !== decisionId) return undefined
    return { paper, decision: paper.decision, catalogue: await catalogueOf(db.reader, paper.catalogueVersion) }
  },
  render: views.decisionNotice,
})

/** Tells an owner who already heard of a decision that it is being looked at again. */
export const decisionUndone = defineNotice({
  kind: 'decision-undone',
  data,
  async load(db, { submissionId, decisionId }) {
    const paper = await readPaper(db.reader, submissionId)
    if (!paper || paper.subject.frozen || paper.decision || !(await wasSent(db, `decided:${decisionId}`))) {
      return undefined
    }
    return { paper, catalogue: await catalogueOf(db.reader, paper.catalogueVersion) }
  },
  render: views.undoneNotice,
})

/** Tells the owner how an officer ruled on an item that is no paper; nothing when it moved on meanwhile. */
export const itemRuled = defineNotice({
  kind: 'item-ruled',
  data: z.object({ itemId: itemId(), state: z.enum(['received', 'not-applicable', 'open']) }),
  async load(db, { itemId, state }) {
    const item = await itemFacts(db.reader, itemId)
    if (!item || item.frozen || item.state !== state) return undefined
    return { ...item, itemId, state, catalogue: await catalogueOf(db.reader, item.catalogueVersion) }
  },
  render: views.ruledNotice,
})

/** Tells the owner which form an officer found their business to have. */
export const formDecided = defineNotice({
  kind: 'form-decided',
  data: z.object({ dossierId: dossierId(), form: businessForm() }),
  async load(db, { dossierId, form }) {
    const tasks = await tasksOf(db.reader, dossierId)
    return !tasks || tasks.subject.frozen || tasks.form !== form ? undefined : { business: tasks.business, form }
  },
  render: views.formNotice,
})

/** Tells the owner what an officer answered where they did not know. */
export const groupDecided = defineNotice({
  kind: 'group-decided',
  data: z.object({ dossierId: dossierId(), group: z.string(), answer: z.enum(['yes', 'no']) }),
  async load(db, { dossierId, group, answer }) {
    const tasks = await tasksOf(db.reader, dossierId)
    if (!tasks || tasks.subject.frozen || tasks.answers[group] !== answer) return undefined
    const { groups } = await catalogueOf(db.reader, tasks.catalogueVersion)
    const about = groups.find(({ id }) => id === group)
    return about && { business: tasks.business, group: about, answer }
  },
  render: views.groupNotice,
})

/** Tells the owner that their business was admitted as a participant. */
export const nominated = defineNotice({
  kind: 'nominated',
  data: z.object({ dossierId: dossierId() }),
  async load(db, { dossierId }) {
    const tasks = await tasksOf(db.reader, dossierId)
    return tasks && !tasks.subject.frozen ? { business: tasks.business } : undefined
  },
  render: views.nominatedNotice,
})
