import { days, later } from '../platform/time.ts'
import type { Runtime } from '../runtime.ts'
import { ENROLMENT_DAYS } from './enrolment.ts'
import { dropEnrolmentsBefore } from './enrolment-store.ts'

/** Forgets owners whom an officer began to take in and did not finish. */
export const sweepEnrolments = (rt: Runtime): Promise<number> =>
  dropEnrolmentsBefore(rt.db.reader, later(rt.clock.now(), -days(ENROLMENT_DAYS)))
