import { z } from 'zod'
import { defineNotice } from '../delivery/notice.ts'
import { dossierId } from '../dossier/rules.ts'
import { openingOf } from '../dossier/store.ts'
import * as views from './views.ts'

/** Tells an owner who registered before the cycle that papers can be sent now. */
export const cycleOpened = defineNotice({
  kind: 'cycle-opened',
  data: z.object({ dossierId: dossierId() }),
  load: (db, { dossierId }) => openingOf(db.reader, dossierId),
  render: views.cycleOpenedNotice,
})
