import { test } from 'vitest'
import { runOnDatabase, runOnModel, runs, seed } from '../support/booking-sequences.ts'

// From a full desk, where two wait: whatever is done next, in any order.

test(`2,500 sequences on the model (seed ${seed})`, () => runOnModel('full', 2_500))

test(`${runs} sequences on the database, step by step like the model (seed ${seed})`, { timeout: 1_800_000 }, () =>
  runOnDatabase('full'),
)
