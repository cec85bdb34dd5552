import { setTimeout as sleep } from 'node:timers/promises'
import { alertGone, alertHandedOver, alertUrgent, deskSuggested, morningDigest, ownerNudged } from './alerts/notices.ts'
import { sweepDigests, sweepTurns } from './alerts/workers.ts'
import {
  dayMoved,
  dayMovedSoon,
  lineClosed,
  placeChanged,
  seatClosed,
  seatClosedSoon,
} from './booking/moving-notices.ts'
import { seatOffered, visitReminder } from './booking/notices.ts'
import { dayPaper } from './booking/paper-notices.ts'
import { rebookAsked, visitFeedback } from './booking/visit-notices.ts'
import { sweepDayPapers, sweepOffers } from './booking/workers.ts'
import {
  broadcastAsked,
  broadcastBegun,
  broadcastHeld,
  broadcastRefused,
  broadcastTold,
  broadcastToldAtOnce,
} from './broadcast/notices.ts'
import { sweepBroadcasts } from './broadcast/workers.ts'
import { companionAnswered, companionAsked, companionEnded } from './checklist/companion-notices.ts'
import { cycleOpened, permitEnds, trayHidden } from './checklist/notices.ts'
import { sweepEnds } from './checklist/workers.ts'
import type { Notice } from './delivery/notice.ts'
import type { Sender } from './delivery/sender.ts'
import { sweepDeliveries } from './delivery/workers.ts'
import { sweepLikenesses, sweepUnassigned } from './dossier/workers.ts'
import { headsMonday } from './figures/notices.ts'
import { sweepHeads } from './figures/workers.ts'
import { helpAnswered, helpAsked, helpLost } from './helpline/notices.ts'
import { sweepThreads } from './helpline/workers.ts'
import { sweepInbox } from './inbox/workers.ts'
import { sweepLists } from './nomination/workers.ts'
import { blandly } from './platform/log.ts'
import { registrationsJoined } from './review/likeness-notices.ts'
import { decisionMade, decisionUndone, formDecided, groupDecided, itemRuled, nominated } from './review/notices.ts'
import { accountLinkMade } from './review/owner-notices.ts'
import { sweepEnrolments } from './review/workers.ts'
import type { Runtime } from './runtime.ts'
import { roleEnded, workTakenOver } from './staff/notices.ts'

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
  visitFeedback,
  rebookAsked,
  dayPaper,
  dayMoved,
  dayMovedSoon,
  seatClosed,
  seatClosedSoon,
  lineClosed,
  placeChanged,
  alertUrgent,
  alertGone,
  alertHandedOver,
  morningDigest,
  ownerNudged,
  deskSuggested,
  helpAsked,
  helpAnswered,
  helpLost,
  headsMonday,
  roleEnded,
  workTakenOver,
  broadcastTold,
  broadcastToldAtOnce,
  broadcastBegun,
  broadcastAsked,
  broadcastRefused,
  broadcastHeld,
] as unknown as readonly Notice<never>[]

const sweeps = {
  'sweep-deliveries': sweepDeliveries,
  'sweep-unassigned': sweepUnassigned,
  'sweep-ends': sweepEnds,
  'sweep-inbox': sweepInbox,
  'sweep-enrolments': sweepEnrolments,
  'sweep-likenesses': sweepLikenesses,
  'sweep-offers': sweepOffers,
  'sweep-day-papers': sweepDayPapers,
  'sweep-turns': sweepTurns,
  'sweep-digests': sweepDigests,
  'sweep-threads': sweepThreads,
  'sweep-heads': sweepHeads,
  'sweep-lists': sweepLists,
  'sweep-broadcasts': sweepBroadcasts,
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

/**
 * Starts the clockwork: messages are looked for every second, sweeps run every minute, side by side, because a broadcast
 * may last for hours. Due times are columns.
 */
export function startWorkers(rt: Runtime, sender: Sender, showProgress: () => Promise<number>): Workers {
  const sweeping = oneAtATime(() => sweepAll(rt))
  const sending = oneAtATime(() => guarded(rt, 'send', sender.sendDue))
  // Beside the sending, which goes on while there is anything to send: what a broadcast still needs, and how far it is.
  const broadcasting = oneAtATime(async () => {
    await guarded(rt, 'broadcasts', () => sweepBroadcasts(rt))
    await guarded(rt, 'progress', showProgress)
  })
  const look = (): void => void broadcasting.run().then(sending.run)
  const sweep = (): void => void sweeping.run().then(look)
  const timers = [setInterval(look, LOOK_EVERY), setInterval(sending.run, LOOK_EVERY), setInterval(sweep, SWEEP_EVERY)]
  sweep()
  look()

  return {
    wake: (alsoSweep) => (alsoSweep ? sweep() : void sending.run()),
    async stop() {
      for (const timer of timers) clearInterval(timer)
      sender.stop()
      await Promise.all([sweeping.end(), sending.end(), broadcasting.end()])
    },
  }
}

/** Work that is asked for at any time and never runs twice at once; asked for meanwhile, it runs once more. */
function oneAtATime(work: () => Promise<void>) {
  let running: Promise<void> | undefined
  let again = false
  let isEnding = false

  async function go(): Promise<void> {
    do {
      again = false
      await work()
      if (again && !isEnding) await sleep(REST)
    } while (again && !isEnding)
  }
  return {
    run(): Promise<void> {
      again = true
      if (isEnding) return Promise.resolve()
      running ??= go().finally(() => {
        running = undefined
      })
      return running
    },
    async end(): Promise<void> {
      isEnding = true
      await running
    },
  }
}
