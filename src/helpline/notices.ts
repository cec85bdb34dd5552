import { z } from 'zod'
import { defineNotice } from '../delivery/notice.ts'
import { catalogueOf } from '../dossier/store.ts'
import type { Database } from '../platform/db.ts'
import { helpMessageId } from './rules.ts'
import { readMessage } from './thread-store.ts'
import * as views from './views.ts'

const data = z.object({ helpMessageId: helpMessageId() })

/** The message with its thread and the paper it is about; nothing when the owner withdrew meanwhile. */
async function load(db: Database, { helpMessageId }: z.output<typeof data>) {
  const message = await readMessage(db.reader, helpMessageId)
  if (!message || message.thread.frozen) return undefined
  const { catalogueVersion } = message.thread
  const catalogue = catalogueVersion === undefined ? undefined : await catalogueOf(db.reader, catalogueVersion)
  return { message, catalogue }
}

/** Brings a question to an officer. */
export const helpAsked = defineNotice({ kind: 'help-asked', data, load, render: views.questionNotice })

/** Brings an answer to whoever asked. */
export const helpAnswered = defineNotice({ kind: 'help-answered', data, priority: 1, load, render: views.answerNotice })

/** Tells the sender that a question or an answer reached nobody. */
export const helpLost = defineNotice({
  kind: 'help-lost',
  data: z.object({ helpMessageId: helpMessageId(), why: z.enum(['blocked', 'failed']) }),
  async load(db, { helpMessageId, why }) {
    const facts = await load(db, { helpMessageId })
    return facts && { ...facts, why }
  },
  render: views.lostNotice,
})
