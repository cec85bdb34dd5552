import type { Runtime } from '../runtime.ts'
import { sendPapers } from './paper-service.ts'

export { sweepOffers } from './waitlist-service.ts'

/** The lists of the next desks go to those who run them, the evening before. */
export const sweepDayPapers = (rt: Runtime): Promise<number> => sendPapers(rt)
