import { z } from 'zod'
import { dossierId } from '../dossier/rules.ts'
import { pageNumber } from '../platform/id.ts'
import { defineButton, defineLink } from '../platform/telegram/button.ts'
import { listId } from './plan.ts'

export const openNominations = defineButton('nominated', {})
export const askList = defineButton('list', {})
/** An empty list to be filled in. */
export const showSample = defineButton('list-sample', {})
export const applyList = defineButton('list-yes', { listId: listId() })
export const askUndo = defineButton('list-undo', { listId: listId() })
export const undoList = defineButton('list-undo-yes', { listId: listId() })

/** Those who have not come yet. */
export const openUnclaimed = defineButton('unclaimed', { page: pageNumber() })
/** Links and a QR sheet for all of them. */
export const inviteAll = defineButton('invite-all', {})
export const inviteOwner = defineButton('invite-owner', { dossierId: dossierId() })

/** t.me/<bot>?start=nominasi_<token> */
export const nominationLink = defineLink('nominasi', { token: z.string().regex(/^[0-9a-f]{32}$/) })
/** Goes on without sharing a number. */
export const skipClaim = defineButton('claim-skip', {})
