/** The machine's own time, apart from the product's clock: long polls, retries and the age of a press run by it. */
export interface Machine {
  /** Milliseconds that only ever grow. */
  now(): number
  /** Runs `task` after so many milliseconds; gives back how to call it off. */
  after(milliseconds: number, task: () => void): () => void
}

export const realMachine: Machine = {
  now: () => performance.now(),
  after(milliseconds, task) {
    const timer = setTimeout(task, milliseconds)
    return () => clearTimeout(timer)
  },
}
