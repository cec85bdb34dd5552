import type { Runtime } from '../runtime.ts'
import { signOf } from './likeness.ts'
import * as store from './likeness-store.ts'
import type { BusinessId } from './rules.ts'

const AT_ONCE = 200

/**
 * Compares what is new among the registrations with the others, and notes each pair that resembles once. Their owners are
 * told nothing. Answers how many pairs were noted.
 */
export async function noteLikenesses(rt: Runtime): Promise<number> {
  const due = await store.businessesToCompare(rt.db.reader, AT_ONCE)
  let found = 0
  for (const id of due) found += await compare(rt, id)
  return found
}

const compare = (rt: Runtime, id: BusinessId): Promise<number> =>
  rt.db.transaction(async (tx) => {
    if (!(await store.takeToCompare(tx, id))) return 0
    const near = await store.registrationsNear(tx, id)
    const mine = near.find(({ businessId }) => businessId === id)
    let found = 0
    for (const other of near) {
      const sign = mine && signOf(mine, other)
      if (sign) await store.saveLikeness(tx, id, other.businessId, sign, rt.clock.now())
      if (sign) found++
    }
    return found
  })
