import type { Runtime } from '../runtime.ts'
import { dropOldLists } from './list-service.ts'

/** Lists that nobody applied are not kept. */
export const sweepLists = (rt: Runtime): Promise<number> => dropOldLists(rt)
