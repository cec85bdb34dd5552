import { z } from 'zod'
import { defineNotice } from '../delivery/notice.ts'
import { wasSent } from '../delivery/store.ts'
import { decisionId, itemId, submissionId } from '../dossier/rules.ts'
import { catalogueOf, itemFacts } from '../dossier/store.ts'
import { readPaper } from './store.ts'
import * as views from './views.ts'

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
    return { ...item, state, catalogue: await catalogueOf(db.reader, item.catalogueVersion) }
  },
  render: views.ruledNotice,
})
