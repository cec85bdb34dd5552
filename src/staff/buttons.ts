import { z } from 'zod'
import { personId, regionCode, role } from '../people/rules.ts'
import { pageNumber } from '../platform/id.ts'
import { defineButton } from '../platform/telegram/button.ts'
import { grantId } from './rules.ts'

export const openStaff = defineButton('staff', { page: pageNumber() })
export const openMember = defineButton('staff-one', { personId: personId() })
export const askRegions = defineButton('staff-where', { grantId: grantId() })
export const setRegions = defineButton('staff-in', {
  grantId: grantId(),
  where: z.string().regex(/^(?:all|[a-z_]{2,24})$/),
})
export const askEnd = defineButton('staff-end', { grantId: grantId() })
export const endGrant = defineButton('staff-end-to', {
  grantId: grantId(),
  to: z.union([personId(), z.literal('all')]),
})

export const askInvite = defineButton('invite', {})
export const pickRole = defineButton('invite-role', { role: role() })
export const makeInvitation = defineButton('invite-in', {
  role: role(),
  region: z.union([regionCode(), z.literal('all')]),
})
/** All regions of a zone: its coordinator. */
export const inviteForZone = defineButton('invite-zone', { role: role(), zone: z.string().regex(/^[a-z_]{2,24}$/) })
/** Several regions, which are typed. */
export const inviteForSeveral = defineButton('invite-many', { role: role() })
/** Shows the link of an invitation as a picture. Its token is in the message above already. */
export const showQr = defineButton('invite-qr', { token: z.string().regex(/^[0-9a-f]{32}$/) })
