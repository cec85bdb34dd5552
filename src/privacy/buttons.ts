import { defineButton } from '../platform/telegram/button.ts'

export const openMyData = defineButton('data', {})
export const askWithdraw = defineButton('withdraw', {})
export const confirmWithdraw = defineButton('withdraw-yes', {})
