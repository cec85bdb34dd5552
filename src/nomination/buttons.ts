import { defineButton } from '../platform/telegram/button.ts'
import { listId } from './plan.ts'
export const openNominations = defineButton('nominated', {})
export const askList = defineButton('list', {})
export const applyList = defineButton('list-yes', { listId: listId() })
export const askUndo = defineButton('list-undo', { listId: listId() })
export const undoList = defineButton('list-undo-yes', { listId: listId() })
