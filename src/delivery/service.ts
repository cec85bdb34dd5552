import type { PersonId } from '../people/rules.ts'
import type { Tx } from '../platform/db.ts'
import { inDaytime } from '../platform/time.ts'
import type { Runtime } from '../runtime.ts'
import type { Notice } from './notice.ts'
import { insertDeliveries } from './store.ts'

interface Message<Data> {
  to: PersonId
  /** What makes this message the only one of its kind, such as `decided:412`. A second one with the same is dropped. */
  purpose: string
  data: Data
  /** Not to be sent earlier. */
  notBefore?: Date
}

/** Saves a message in the caller's transaction: it is told if the fact is, and never without it. */
export const notify = <Data>(
  rt: Runtime,
  tx: Tx,
  notice: Notice<Data>,
  { to, ...message }: Message<Data>,
): Promise<void> => notifyEach(rt, tx, notice, [{ to }], () => message)

/** The same for many people, in one statement. `message` tells each one's purpose and data. */
export async function notifyEach<Data, Reader extends { to: PersonId }>(
  rt: Runtime,
  tx: Tx,
  notice: Notice<Data>,
  readers: readonly Reader[],
  message: (reader: Reader) => Omit<Message<Data>, 'to'>,
): Promise<void> {
  const now = rt.clock.now()
  const rows = readers.map((reader) => {
    const { purpose, data, notBefore = now } = message(reader)
    const due_at = notice.daytime ? inDaytime(notBefore) : notBefore
    const parsed = notice.data.parse(data)
    const expires_at = notice.expiresAt(parsed, notBefore) ?? null
    return { person_id: reader.to, purpose, data: parsed, due_at, expires_at }
  })
  await insertDeliveries(tx, { kind: notice.kind, priority: notice.priority, now, rows })
}
