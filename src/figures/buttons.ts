import { defineButton } from '../platform/telegram/button.ts'

export const openFigures = defineButton('figures', {})
export const openRegions = defineButton('figures-regions', {})
