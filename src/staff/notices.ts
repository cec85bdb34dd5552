import { z } from 'zod'
import { defineNotice } from '../delivery/notice.ts'
import { personName } from '../people/account-store.ts'
import { personId } from '../people/rules.ts'
import { grantId } from './rules.ts'
import { grantWith, placesOf } from './store.ts'
import * as views from './views.ts'

/** Tells somebody that a role of theirs has ended. */
export const roleEnded = defineNotice({
  kind: 'role-ended',
  data: z.object({ grantId: grantId() }),
  async load(db, { grantId }) {
    const grant = await grantWith(db.reader, grantId)
    return grant?.ended ? { grant, names: await placesOf(db.reader) } : undefined
  },
  render: views.ended,
})

/** Tells an officer what they took over from a colleague. */
export const workTakenOver = defineNotice({
  kind: 'work-taken-over',
  data: z.object({ from: personId(), dossiers: z.number(), alerts: z.number(), threads: z.number() }),
  load: async (db, { from, ...work }) => ({ name: (await personName(db.reader, from)) ?? '–', work }),
  render: views.takenOver,
})
