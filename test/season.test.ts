import { test } from 'vitest'
import { localDay } from '../src/platform/time.ts'
import { expect } from './support/index.ts'
import { season } from './support/season.ts'
import { makeWorld } from './support/world.ts'

// A short season at every run, over Ramadan and its feast; `npm run season` plays the whole year with more people.

const seed = Number(process.env.SEASON_SEED ?? Math.floor(Math.random() * 1_000_000))
const isLong = process.env.SEASON_OWNERS !== undefined
const plan = isLong
  ? { owners: Number(process.env.SEASON_OWNERS), officers: 12, days: Number(process.env.SEASON_DAYS ?? 182) }
  : { owners: 6, officers: 6, days: 22 }

test(`a season: who is stuck is told of in time, once, and in working hours (seed ${seed})`, {
  timeout: 7_200_000,
}, async () => {
  const played = await season(await makeWorld({ keptMessages: 30 }), seed, {
    ...plan,
    from: localDay().parse('2026-02-09'),
  })
  process.stdout.write(`season ${seed}: ${JSON.stringify(played)}\n`)
  expect(played.digests).toBeGreaterThan(5)
  expect(played.alerts).toBeGreaterThan(3)
})
