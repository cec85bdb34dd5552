import { z } from 'zod'
import { defineNotice } from '../delivery/notice.ts'
import { personName } from '../people/account-store.ts'
import { companionId } from '../people/companion.ts'
import { companionById } from '../people/companion-store.ts'
import * as views from './companion-views.ts'

// Each answers something that one of the two just did, so none waits for the morning.

/** Asks an owner whether somebody may accompany them; nothing when that was settled meanwhile. */
export const companionAsked = defineNotice({
  kind: 'companion-asked',
  data: z.object({ companionId: companionId() }),
  priority: 5,
  daytime: false,
  async load(db, { companionId }) {
    const companion = await companionById(db.reader, companionId)
    if (companion?.state !== 'asked') return undefined
    return { id: companionId, name: (await personName(db.reader, companion.personId)) ?? '' }
  },
  render: views.askedNotice,
})

/** Tells whoever asked what the owner said. */
export const companionAnswered = defineNotice({
  kind: 'companion-answered',
  data: z.object({ companionId: companionId(), yes: z.boolean() }),
  daytime: false,
  async load(db, { companionId, yes }) {
    const companion = await companionById(db.reader, companionId)
    if (companion?.state !== (yes ? 'agreed' : 'ended')) return undefined
    return yes ? { owner: (await personName(db.reader, companion.ownerId)) ?? '' } : {}
  },
  render: views.answeredNotice,
})

/** Tells the one who did not end it. */
export const companionEnded = defineNotice({
  kind: 'companion-ended',
  data: z.object({ companionId: companionId(), byOwner: z.boolean() }),
  daytime: false,
  async load(db, { companionId, byOwner }) {
    const companion = await companionById(db.reader, companionId)
    if (!companion) return undefined
    const other = byOwner ? companion.ownerId : companion.personId
    return { name: (await personName(db.reader, other)) ?? '', byOwner }
  },
  render: views.endedNotice,
})
