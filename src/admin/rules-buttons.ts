import { z } from 'zod'
import { alertReason } from '../alerts/rules.ts'
import { defineButton } from '../platform/telegram/button.ts'

export const openRules = defineButton('rules', {})
export const openRule = defineButton('rule', { reason: alertReason() })
export const switchRule = defineButton('rule-turn', { reason: alertReason(), to: z.enum(['on', 'off']) })
export const askAfter = defineButton('rule-after', { reason: alertReason() })
