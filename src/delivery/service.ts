import type { PersonId } from '../people/rules.ts'
import type { Tx } from '../platform/db.ts'
import { inDaytime } from '../platform/time.ts'
import type { Runtime } from '../runtime.ts'
import type { Notice } from './notice.ts'
import { insertDelivery } from './store.ts'

interface Message<Data> {
  to: PersonId
  /** What makes this message the only one of its kind, such as `decided:412`. A second one with the same is dropped. */
  purpose: string
  data: Data
}

/** Saves a message in the caller's transaction: it is told if the fact is, and never without it. */
export async function notify<Data>(rt: Runtime, tx: Tx, notice: Notice<Data>, { to, purpose, data }: Message<Data>): Promise<void> {
  const now = rt.clock.now()
  await insertDelivery(tx, {
    kind: notice.kind,
    priority: notice.priority,
    dueAt: notice.daytime ? inDaytime(now) : now,
    personId: to,
    purpose,
    data: notice.data.parse(data),
    now,
  })
}
