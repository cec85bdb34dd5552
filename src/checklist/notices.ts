import { z } from 'zod'
import { defineNotice } from '../delivery/notice.ts'
import { requirementOf } from '../dossier/catalogue.ts'
import { dossierId, itemId } from '../dossier/rules.ts'
import { catalogueOf, itemFacts, openingOf } from '../dossier/store.ts'
import { localDay } from '../platform/time.ts'
import * as views from './views.ts'

/** Tells an owner who registered before the cycle that papers can be sent now. */
export const cycleOpened = defineNotice({
  kind: 'cycle-opened',
  data: z.object({ dossierId: dossierId() }),
  load: (db, { dossierId }) => openingOf(db.reader, dossierId),
  render: views.cycleOpenedNotice,
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
