import { z } from 'zod'
import { defineNotice } from '../delivery/notice.ts'
import { linkById } from '../people/link-store.ts'
import { linkId } from '../people/rules.ts'
import * as views from './owner-views.ts'

/** Tells an owner, where they are now, that their papers are about to go to another phone: they may say no. */
export const accountLinkMade = defineNotice({
  kind: 'account-link',
  data: z.object({ linkId: linkId() }),
  priority: 5,
  daytime: false,
  async load(db, { linkId }) {
    const link = await linkById(db.reader, linkId)
    return link && link.usedAt === null ? { linkId } : undefined
  },
  render: views.moveNotice,
})
