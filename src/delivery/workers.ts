import type { Runtime } from '../runtime.ts'
import { expire, resume } from './store.ts'

/** Ends messages that came too late, and lets go what was held for people who are back. */
export async function sweepDeliveries({ db, clock }: Runtime): Promise<number> {
  return (await expire(db, clock.now())) + (await resume(db))
}
