import type { Runtime } from '../runtime.ts'
import { moveBroadcasts } from './running-service.ts'

/** Begins what is due, goes on with what is under way, and ends what is over. */
export const sweepBroadcasts = (rt: Runtime): Promise<number> => moveBroadcasts(rt)
