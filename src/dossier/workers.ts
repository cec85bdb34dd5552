import type { Runtime } from '../runtime.ts'
import { noteLikenesses } from './likeness-service.ts'
import { assignOfficers } from './store.ts'

/** Dossiers that had no penyuluh get one as soon as their region has one. */
export const sweepUnassigned = (rt: Runtime): Promise<number> => rt.db.transaction(assignOfficers)

/** Registrations that resemble each other become a question for an officer. */
export const sweepLikenesses = (rt: Runtime): Promise<number> => noteLikenesses(rt)
