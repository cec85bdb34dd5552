/** Something whose cost is measured, in rounds. */
export interface Trial {
  /** Puts everything in place for a round; not measured. */
  prepare(): Promise<void>
  /** Does it, and answers by how many the cost is to be divided. */
  run(): Promise<number>
}

/** How often everything is done: first to warm up, which does not count, then to be measured. */
export interface Rounds {
  warmUps: number
  measured: number
}

/**
 * The CPU microseconds of every trial, round by round. The trials take turns, in both directions, so that whatever else
 * the machine does falls on all of them. The first rounds only warm up.
 */
export async function interleaved<Name extends string>(
  trials: Record<Name, Trial>,
  { warmUps, measured }: Rounds,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(trials) as Name[]
  const costs = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, number[]>
  for (let round = -warmUps; round < measured; round++) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      const cost = await costOf(trials[name])
      if (round >= 0) costs[name].push(cost)
    }
  }
  return costs
}

async function costOf(trial: Trial): Promise<number> {
  await trial.prepare()
  const before = process.cpuUsage()
  const count = await trial.run()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / count
}
