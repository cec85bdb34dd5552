import { z } from 'zod'
import { defineNotice } from '../delivery/notice.ts'
import { businessId } from '../dossier/rules.ts'
import { businessName } from '../dossier/store.ts'
import * as views from './likeness-views.ts'

/** Tells an owner that two registrations of theirs are one now. */
export const registrationsJoined = defineNotice({
  kind: 'registrations-joined',
  data: z.object({ businessId: businessId() }),
  async load(db, { businessId }) {
    const business = await businessName(db.reader, businessId)
    return business === undefined ? undefined : { businessId, business }
  },
  render: views.joinedNotice,
})
