import type { Runtime } from '../runtime.ts'
import { tidyThreads } from './service.ts'

/** Questions and answers that reached nobody, and questions that were never sent. */
export const sweepThreads = (rt: Runtime): Promise<number> => tidyThreads(rt)
