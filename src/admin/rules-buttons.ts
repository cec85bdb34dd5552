import { z } from 'zod'
import { alertReason, ruleNumber } from '../alerts/rules.ts'
import { defineButton } from '../platform/telegram/button.ts'

export const openRules = defineButton('stuck-rules', {})
export const openRule = defineButton('stuck-rule', { reason: alertReason() })
export const switchRule = defineButton('stuck-turn', { reason: alertReason(), to: z.enum(['on', 'off']) })
export const askAfter = defineButton('stuck-after', { reason: alertReason() })
export const askNumber = defineButton('stuck-number', { which: ruleNumber() })
