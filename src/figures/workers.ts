import type { Runtime } from '../runtime.ts'
import { tellHeads } from './service.ts'

/** The message with which the head's week begins. */
export const sweepHeads = (rt: Runtime): Promise<number> => tellHeads(rt)
