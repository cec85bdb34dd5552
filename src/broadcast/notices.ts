import { z } from 'zod'
import { defineNotice } from '../delivery/notice.ts'
import { type PersonId, personId } from '../people/rules.ts'
import type { Database } from '../platform/db.ts'
import { figuresOf } from './figure-store.ts'
import * as messages from './message-views.ts'
import * as views from './progress-views.ts'
import { type Personal, personalOf } from './reader-store.ts'
import { type BroadcastId, broadcastId, holdSchema } from './rules.ts'
import { KIND, PRIORITY, URGENT_KIND } from './running-store.ts'
import { broadcastWith } from './store.ts'

const told = {
  data: z.object({ broadcastId: broadcastId(), personId: personId() }),
  priority: PRIORITY,
  async load(db: Database, { broadcastId, personId }: { broadcastId: BroadcastId; personId: PersonId }) {
    const personal = await personalOf(db, broadcastId, personId)
    return personal && !personal.isGone ? personal : undefined
  },
  render: (t: Parameters<typeof messages.message>[0], { message, reader }: Personal) =>
    messages.message(t, message, reader),
}
/** What an admin writes to many; nothing for whoever withdrew consent since it began. */
export const broadcastTold = defineNotice({ kind: KIND, ...told })
export const broadcastToldAtOnce = defineNotice({ kind: URGENT_KIND, ...told, daytime: false })

const own = { priority: 1, daytime: false }

/** Shows its author how far a broadcast is: the message that edits itself. */
export const broadcastBegun = defineNotice({
  kind: 'broadcast-begun',
  ...own,
  data: z.object({ broadcastId: broadcastId() }),
  async load(db, { broadcastId }) {
    const broadcast = await broadcastWith(db.reader, broadcastId)
    return broadcast && { broadcast, figures: await figuresOf(db, broadcastId) }
  },
  render: views.progress,
})

/** Asks another admin for their yes. */
export const broadcastAsked = defineNotice({
  kind: 'broadcast-asked',
  ...own,
  data: z.object({ broadcastId: broadcastId(), reached: z.int() }),
  async load(db, { broadcastId, reached }) {
    const broadcast = await broadcastWith(db.reader, broadcastId)
    return broadcast?.state === 'asked' ? { broadcast, reached } : undefined
  },
  render: views.asked,
})

/** Tells an author that another admin said no. */
export const broadcastRefused = defineNotice({
  kind: 'broadcast-refused',
  ...own,
  data: z.object({ broadcastId: broadcastId() }),
  load: (db, { broadcastId }) => broadcastWith(db.reader, broadcastId),
  render: views.refusedByOther,
})

/** Asks what is to become of a broadcast that is held back. */
export const broadcastHeld = defineNotice({
  kind: 'broadcast-held',
  ...own,
  data: z.object({ broadcastId: broadcastId(), why: holdSchema }),
  async load(db, { broadcastId, why }) {
    const broadcast = await broadcastWith(db.reader, broadcastId)
    return broadcast?.state === 'held' && broadcast.heldFor === why ? broadcast : undefined
  },
  render: views.held,
})
