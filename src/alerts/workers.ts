import type { Runtime } from '../runtime.ts'
import { digestEach } from './digest-service.ts'
import { lookAtDossiers } from './sweep-service.ts'

/** Whose turn it is, what is stuck, and who is to be reminded. */
export const sweepTurns = (rt: Runtime): Promise<number> => lookAtDossiers(rt)

/** The message of the morning. */
export const sweepDigests = (rt: Runtime): Promise<number> => digestEach(rt)
