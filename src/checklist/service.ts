import { notifyEach } from '../delivery/service.ts'
import { takeWarnings } from '../dossier/paper-store.ts'
import { localDate } from '../platform/time.ts'
import type { Runtime } from '../runtime.ts'
import { permitEnds } from './notices.ts'

/** Warns the owners of permits that end soon, each once. Returns how many. */
export function warnOfEnds(rt: Runtime): Promise<number> {
  return rt.db.transaction(async (tx) => {
    const ending = await takeWarnings(tx, localDate(rt.clock.now()))
    await notifyEach(rt, tx, permitEnds, ending, ({ itemId, expires }) => ({
      purpose: `permit-ends:${itemId}:${expires}`,
      data: { itemId, expires },
    }))
    return ending.length
  })
}
