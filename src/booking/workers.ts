import type { Runtime } from '../runtime.ts'
import { sendPapers } from './paper-service.ts'
import { moveOffersOn } from './service.ts'

/** Offers that nobody answered in time go to the next in line. */
export const sweepOffers = (rt: Runtime): Promise<number> => moveOffersOn(rt)

/** The lists of the next desks go to those who run them, the evening before. */
export const sweepDayPapers = (rt: Runtime): Promise<number> => sendPapers(rt)
