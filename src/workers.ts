import { setTimeout as sleep } from 'node:timers/promises'
import { seatOffered, visitReminder } from './booking/notices.ts'
import { sweepOffers } from './booking/workers.ts'
import { companionAnswered, companionAsked, companionEnded } from './checklist/companion-notices.ts'
import { cycleOpened, permitEnds, trayHidden } from './checklist/notices.ts'
import { sweepEnds } from './checklist/workers.ts'
import type { Notice } from './delivery/notice.ts'
import type { Sender } from './delivery/sender.ts'
import { sweepLikenesses, sweepUnassigned } from './dossier/workers.ts'
import { sweepInbox } from './inbox/workers.ts'
import { blandly } from './platform/log.ts'
import { registrationsJoined } from './review/likeness-notices.ts'
import { decisionMade, decisionUndone, formDecided, groupDecided, itemRuled, nominated } from './review/notices.ts'
import { accountLinkMade } from './review/owner-notices.ts'
import { sweepEnrolments } from './review/workers.ts'
import type { Runtime } from './runtime.ts'

/** Door 2, time: everything the bot may say unasked, and everything it looks for once a minute. */
export const notices = [
  cycleOpened,
  permitEnds,
  trayHidden,
  decisionMade,
  decisionUndone,
  itemRuled,
  formDecided,
  groupDecided,
  nominated,
  accountLinkMade,
  companionAsked,
  companionAnswered,
  companionEnded,
  registrationsJoined,
  visitReminder,
  seatOffered,
] as unknown as readonly Notice<never>[]

const sweeps = {
  'sweep-unassigned': sweepUnassigned,
  'sweep-ends': sweepEnds,
  'sweep-inbox': sweepInbox,
  'sweep-enrolments': sweepEnrolments,
  'sweep-likenesses': sweepLikenesses,
  'sweep-offers': sweepOffers,
}

/** Runs every sweep once. One that fails is logged and looked at again at the next tick. */
export async function sweepAll(rt: Runtime): Promise<void> {
  for (const [what, sweep] of Object.entries(sweeps)) await guarded(rt, what, () => sweep(rt))
}

async function guarded(rt: Runtime, what: string, work: () => Promise<number>): Promise<void> {
  const started = Date.now()
  try {
    const count = await work()
    if (count > 0) rt.log.info({ door: 'worker', what, ms: Date.now() - started, outcome: `${count} rows` })
  } catch (error) {
    rt.log.error({ door: 'worker', what, ms: Date.now() - started, outcome: 'failed', error: blandly(error) })
  }
}

const LOOK_EVERY = 1_000
const SWEEP_EVERY = 60_000
/** Between two looks, however often somebody wakes us. */
const REST = 50

export interface Workers {
  /** Looks at once: something was just saved to be sent, or the clock was moved. */
  wake(alsoSweep?: 'sweep'): void
  stop(): Promise<void>
}

/** Starts the clockwork: messages are looked for every second, sweeps run every minute. Due times are columns. */
export function startWorkers(rt: Runtime, sender: Sender): Workers {
  let running: Promise<void> | undefined
  let again = false
  let sweptAt = 0

  async function run(): Promise<void> {
    do {
      again = false
      if (Date.now() - sweptAt >= SWEEP_EVERY) {
        sweptAt = Date.now()
        await sweepAll(rt)
      }
      await guarded(rt, 'send', sender.sendDue)
      if (again) await sleep(REST)
    } while (again)
  }
  const wake = (alsoSweep?: 'sweep'): void => {
    if (alsoSweep) sweptAt = 0
    again = true
    running ??= run().finally(() => {
      running = undefined
    })
  }
  const timer = setInterval(wake, LOOK_EVERY)
  wake()

  return {
    wake,
    async stop() {
      clearInterval(timer)
      await running
    },
  }
}
