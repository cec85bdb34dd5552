import type { Machine } from '../../src/platform/machine.ts'

/** A machine whose time passes only when a test says so. */
export function handMachine(): Machine & { pass(milliseconds: number): Promise<void> } {
  let time = 0
  let timers: { at: number; task: () => void }[] = []
  return {
    now: () => time,
    after(milliseconds, task) {
      const timer = { at: time + milliseconds, task }
      timers.push(timer)
      return () => {
        timers = timers.filter((other) => other !== timer)
      }
    },
    async pass(milliseconds) {
      await settle()
      const end = time + milliseconds
      for (;;) {
        const next = timers.filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at)[0]
        if (!next) break
        timers = timers.filter((timer) => timer !== next)
        time = next.at
        next.task()
        await settle()
      }
      time = end
    },
  }
}

/** Lets everything that waits for nothing but its turn go on. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve))
}
