import type { Api } from 'grammy'
import { mayPass, telegramFailure } from '../platform/telegram/failure.ts'
import type { SendGate } from '../platform/telegram/send-gate.ts'
import type { Runtime } from '../runtime.ts'
import { attempt } from './attempt.ts'
import type { Notice } from './notice.ts'
import { turns } from './pace.ts'
import * as pace from './pace-store.ts'
import * as store from './store.ts'

/** Less than half a second of the pace, so that something more urgent waits no longer. */
const BATCH = 10
/** Telegram may take long over some; the others go on. */
const MOST_IN_FLIGHT = 30
/** The next batch is fetched so many milliseconds before the last message of this one goes. */
const AHEAD = 100
/** How often processes hear of each other's answers and pauses. */
const LISTEN_EVERY = 1_000

/** Sends what is due. The only code that writes to people outside an answer. */
export interface Sender {
  /** Sends everything that is due now; resolves to how many messages were settled. */
  sendDue(): Promise<number>
  /** Takes no more; what is under way is finished. */
  stop(): void
}

/** `api` goes through the gate as something told, not as an answer. */
export function createSender(rt: Runtime, api: Api, notices: readonly Notice<never>[], gate: SendGate): Sender {
  const byKind = new Map(notices.map((notice) => [notice.kind, notice as Notice<unknown>]))
  const { machine, rates } = gate
  let listenedAt = Number.NEGATIVE_INFINITY
  let telling = Promise.resolve()
  let isAway = false
  let isStopping = false

  async function sendDue(): Promise<number> {
    const inFlight = new Set<Promise<void>>()
    const results: { settled: number; errors: unknown[] } = { settled: 0, errors: [] }
    if (machine.now() - listenedAt >= LISTEN_EVERY) await listen(0)
    while (!isStopping && results.errors.length === 0 && gate.pausedFor() === 0) {
      if (isAway && !(await isBack())) break
      const isBusy = inFlight.size > 0
      const due = await store.claimDue(rt.db, rt.clock.now(), Math.min(BATCH, MOST_IN_FLIGHT - inFlight.size))
      if (due.length === 0) {
        if (!isBusy) break
        // What was under way while we looked may have held back the next to the same person: then we look once more.
        if (inFlight.size > 0) await Promise.race(inFlight)
        continue
      }
      const last = await sendAll(due, inFlight, results)
      await after(last - AHEAD)
      while (inFlight.size >= MOST_IN_FLIGHT) await Promise.race(inFlight)
    }
    await Promise.all(inFlight)
    await telling
    if (results.errors.length > 0) throw results.errors[0]
    return results.settled
  }

  /** Starts every message at its turn; resolves to when the last one goes. */
  async function sendAll(
    due: store.DueDelivery[],
    inFlight: Set<Promise<void>>,
    results: { settled: number; errors: unknown[] },
  ): Promise<number> {
    const takenAt = machine.now()
    const { fullIn } = await listen(due.length)
    const waits = turns(fullIn, due.length, due[0]?.priority ?? 0, rates)
    for (const [at, delivery] of due.entries()) {
      const job = after(waits[at] ?? 0)
        .then(() => sendOne(delivery, takenAt))
        .then((isSettled) => {
          if (isSettled) results.settled += 1
        })
        .catch((error: unknown) => void results.errors.push(error))
        .finally(() => inFlight.delete(job))
      inFlight.add(job)
    }
    return waits.at(-1) ?? 0
  }

  /** True when the message is settled, false when it will be tried again. */
  async function sendOne(delivery: store.DueDelivery, takenAt: number): Promise<boolean> {
    if (gate.pausedFor() > 0) {
      await store.postpone(rt.db, delivery, gate.pausedFor() / 1000)
      return false
    }
    const started = machine.now()
    // A machine that slept may have outlasted the time for which the message was taken.
    const isLate = started - takenAt > (store.LEASE_SECONDS * 1000) / 4
    if (isLate && !(await store.stillOurs(rt.db, delivery))) return false
    const outcome = await attempt(rt, api, byKind.get(delivery.kind), delivery)
    if (outcome.state === 'later') {
      isAway ||= outcome.away
      return false
    }
    await store.settle(rt.db, delivery.id, rt.clock.now(), outcome, rates.personApart)
    const ms = Math.round(machine.now() - started)
    rt.log.info({ door: 'worker', what: delivery.kind, id: delivery.id, ms, outcome: outcome.state })
    return true
  }

  /** Tells the other processes what went out here, and hears from them; takes the turns of `count` messages. */
  async function listen(count: number): Promise<pace.Booked> {
    listenedAt = machine.now()
    const { answers, pause } = gate.takeNews()
    if (pause > 0) rt.log.warn({ door: 'worker', what: 'send', outcome: `silent for ${Math.ceil(pause / 1000)} s` })
    const hasNews = count > 0 || answers > 0 || pause > 0
    const { perSecond } = rates.shared
    const booked = await (hasNews ? pace.book(rt.db, { answers, pause, count, perSecond }) : pace.look(rt.db))
    gate.pause(booked.pausedFor)
    return booked
  }

  /** Asks Telegram something that changes nothing, so that no message has to find out whether it is there again. */
  async function isBack(): Promise<boolean> {
    try {
      await api.getMe()
      isAway = false
    } catch (error) {
      if (!mayPass(telegramFailure(error))) throw error
    }
    return !isAway
  }

  const after = (milliseconds: number): Promise<void> =>
    milliseconds <= 0 ? Promise.resolve() : new Promise((resolve) => void machine.after(milliseconds, resolve))

  // Told at once: the others must not find out by asking too much of Telegram themselves.
  gate.onFlood(() => {
    telling = listen(0).then(
      () => undefined,
      () => undefined,
    )
  })
  return {
    sendDue,
    stop() {
      isStopping = true
    },
  }
}
