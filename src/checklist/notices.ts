import { z } from 'zod'
import { defineNotice } from '../delivery/notice.ts'
import { requirementOf } from '../dossier/catalogue.ts'
import { openingOf } from '../dossier/cycle-store.ts'
import { dossierId, itemId } from '../dossier/rules.ts'
import { catalogueOf, itemFacts } from '../dossier/store.ts'
import { trayOf } from '../dossier/tray-store.ts'
import { personId } from '../people/rules.ts'
import { localDay } from '../platform/time.ts'
import { liveMessageOf, TRAY } from './store.ts'
import * as trayViews from './tray-views.ts'
import * as views from './views.ts'

/** Tells an owner who registered before the cycle that papers can be sent now. */
export const cycleOpened = defineNotice({
  kind: 'cycle-opened',
  data: z.object({ dossierId: dossierId() }),
  load: (db, { dossierId }) => openingOf(db.reader, dossierId),
  render: views.cycleOpenedNotice,
})

/** Tells of a tray whose message is hidden above what came after it; nothing when it was touched or emptied meanwhile. */
export const trayHidden = defineNotice({
  kind: 'tray-hidden',
  data: z.object({ personId: personId(), chatId: z.number().int(), since: z.iso.datetime() }),
  daytime: false,
  async load(db, { personId, chatId, since }) {
    const live = await liveMessageOf(db, chatId, TRAY)
    const { count } = await trayOf(db.reader, personId)
    return count > 0 && live?.since.toISOString() === since ? { count } : undefined
  },
  render: trayViews.trayHidden,
})

/** Warns an owner that a permit ends soon; nothing when another one was sent meanwhile. */
export const permitEnds = defineNotice({
  kind: 'permit-ends',
  data: z.object({ itemId: itemId(), expires: localDay() }),
  async load(db, { itemId, expires }) {
    const item = await itemFacts(db.reader, itemId)
    if (!item || item.frozen || item.expires !== expires) return undefined
    const requirement = requirementOf(await catalogueOf(db.reader, item.catalogueVersion), item.requirementId)
    return { itemId, requirement, business: item.business, expires }
  },
  render: views.permitEndsNotice,
})
