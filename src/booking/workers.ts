import type { Runtime } from '../runtime.ts'
import { moveOffersOn } from './service.ts'

/** Offers that nobody answered in time go to the next in line. */
export const sweepOffers = (rt: Runtime): Promise<number> => moveOffersOn(rt)
