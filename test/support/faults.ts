import type { Database } from '../../src/platform/db.ts'

/** Lets a process die at a chosen moment: from then on nothing it does reaches the database or Telegram. */
export interface Fault {
  /** Dies before the given count of steps is over; undefined lives on. */
  dieAfter: number | undefined
  /** Steps (statements, transactions, calls) since the last start. */
  steps: number
  dead: boolean
}

export const noFault = (): Fault => ({ dieAfter: undefined, steps: 0, dead: false })

/** The process died; what it was doing is neither done nor undone. */
class Died extends Error {
  readonly code = 'ECONNRESET'
}

function step(fault: Fault): void {
  if (fault.dead) throw new Died('dead')
  if (fault.dieAfter !== undefined && fault.steps >= fault.dieAfter) {
    fault.dead = true
    throw new Died('died')
  }
  fault.steps += 1
}

/** A database that dies before a statement, before a transaction, or right after it was committed. */
export function faultyDatabase(db: Database, fault: Fault): Database {
  return {
    ...db,
    sql: async (text, values) => {
      step(fault)
      const rows = await db.sql(text, values)
      step(fault)
      return rows as never
    },
    transaction: async (work) => {
      step(fault)
      const result = await db.transaction(work)
      step(fault)
      return result
    },
  }
}

/** Telegram, which may have taken a message although the answer never arrived. */
export function faultyFetch(inner: typeof fetch, fault: Fault): typeof fetch {
  return async (input, init) => {
    step(fault)
    const response = await inner(input, init)
    step(fault)
    return response
  }
}
