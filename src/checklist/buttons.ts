import { commodity } from '../dossier/catalogue.ts'
import { businessId, itemId, unsortedId } from '../dossier/rules.ts'
import { regionCode } from '../people/rules.ts'
import { defineButton } from '../platform/telegram/button.ts'

export const openHome = defineButton('home', {})
export const openPapers = defineButton('papers', {})
export const openItem = defineButton('item', { itemId: itemId() })
export const sendItem = defineButton('send', { itemId: itemId() })
export const howToGet = defineButton('how', { itemId: itemId() })

export const changeBusinessName = defineButton('rename-b', {})
export const changeRegion = defineButton('move-b', { businessId: businessId() })
export const changeCommodity = defineButton('make-b', { businessId: businessId() })

export const pickRegion = defineButton('region', { businessId: businessId(), region: regionCode() })
export const pickCommodity = defineButton('make', { businessId: businessId(), commodity: commodity() })

export const sortInto = defineButton('sort', { unsortedId: unsortedId(), itemId: itemId() })
export const sortLater = defineButton('sort-later', {})
