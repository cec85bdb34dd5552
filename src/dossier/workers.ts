import type { Runtime } from '../runtime.ts'
import { assignOfficers } from './store.ts'

/** Dossiers that had no penyuluh get one as soon as their region has one. */
export const sweepUnassigned = (rt: Runtime): Promise<number> => rt.db.transaction(assignOfficers)
