import { z } from 'zod'
import { defineButton, defineLink } from '../platform/telegram/button.ts'
import { language, linkId } from './rules.ts'

export const agree = defineButton('agree', {})
export const readConsent = defineButton('consent-full', {})
export const refuseConsent = defineButton('consent-no', {})
export const askConsentAgain = defineButton('consent-again', {})

export const openMenu = defineButton('menu', {})
export const openHelp = defineButton('help', {})
export const speak = defineButton('speak', { language: language() })
export const rename = defineButton('rename', {})

const token = () => z.string().regex(/^[0-9a-f]{32}$/)
/** t.me/<bot>?start=undangan_<token> */
export const invitationLink = defineLink('undangan', { token: token() })
export const acceptInvitation = defineButton('invited', { token: token() })

/** t.me/<bot>?start=ponsel_<token> */
export const accountLink = defineLink('ponsel', { token: token() })
export const stopMove = defineButton('not-me', { linkId: linkId() })
/** Back from somebody else's papers to one's own desk. */
export const stopAssisting = defineButton('help-end', {})
