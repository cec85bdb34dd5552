import { test } from './support/index.ts'
import { walks } from './support/walk.ts'
import { makeWorld } from './support/world.ts'

// A few short walks, always the same; `npm run walks` takes long ones, of other seeds, for as long as it is told.

const minutes = Number(process.env.WALK_MINUTES ?? 0)
const first = Number(process.env.WALK_SEED ?? 0)
const [SHORT, LONG] = [100, 400]

for (const seed of [1, 2, 3]) {
  test.skipIf(minutes > 0)(
    `whatever people do, all are answered and every row has a reason (seed ${seed})`,
    {
      timeout: 120_000,
    },
    ({ world }) => walks(world, seed, SHORT),
  )
}

test.runIf(minutes > 0)(
  `for ${minutes} minutes, all are answered and every row has a reason`,
  {
    timeout: (minutes + 5) * 60_000,
  },
  async () => {
    const end = Date.now() + minutes * 60_000
    for (let seed = first; Date.now() < end; seed++) {
      await walks(await makeWorld(), seed, LONG)
      process.stdout.write(`seed ${seed}: ${LONG} steps\n`)
    }
  },
)
