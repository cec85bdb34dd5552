import type { Runtime } from '../runtime.ts'
import { warnOfEnds } from './service.ts'

/** Permits that end soon. */
export const sweepEnds = (rt: Runtime): Promise<number> => warnOfEnds(rt)
