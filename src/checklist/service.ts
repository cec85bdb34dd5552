import { notify, notifyEach } from '../delivery/service.ts'
import { takeWarnings } from '../dossier/paper-store.ts'
import type { Actor } from '../people/rules.ts'
import { later, localDate, minutes } from '../platform/time.ts'
import type { Runtime } from '../runtime.ts'
import { permitEnds, trayHidden } from './notices.ts'

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

/** Has a hidden tray told of a minute after `since`, in which its sendings were counted; once for each such minute. */
export function tellTrayAgain(rt: Runtime, { personId }: Actor, chatId: number, since: Date): Promise<void> {
  return rt.db.transaction((tx) =>
    notify(rt, tx, trayHidden, {
      to: personId,
      purpose: `tray:${chatId}:${since.getTime()}`,
      data: { personId, chatId, since: since.toISOString() },
      notBefore: later(since, minutes(1)),
    }),
  )
}
