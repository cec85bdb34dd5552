import { days, later } from '../platform/time.ts'
import type { Runtime } from '../runtime.ts'
import { dropQuestionsBefore, forgetBefore } from './store.ts'

const KEEP_DAYS = 7

/** Forgets updates handled a week ago and questions open for as long. */
export async function sweepInbox(rt: Runtime): Promise<number> {
  const before = later(rt.clock.now(), -days(KEEP_DAYS))
  return (await forgetBefore(rt.db, before)) + (await dropQuestionsBefore(rt.db, before))
}
