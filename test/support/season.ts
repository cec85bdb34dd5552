import { expect } from 'vitest'
import type { Alert } from '../../src/alerts/alert.ts'
import { alertsIn } from '../../src/alerts/alert-store.ts'
import { clockmaker } from '../../src/alerts/clock-service.ts'
import { audienceOf } from '../../src/alerts/escalation.ts'
import { causesIn, turnsIn } from '../../src/alerts/look.ts'
import { officersOn, zonesByRegion } from '../../src/alerts/officer-store.ts'
import { factsOf, type LookedAt, rulesNow } from '../../src/alerts/store.ts'
import { PROVINCE } from '../../src/calendar/rules.ts'
import { workingTimeOf } from '../../src/calendar/store.ts'
import type { WorkingTime } from '../../src/calendar/working-time.ts'
import type { DossierId } from '../../src/dossier/rules.ts'
import { catalogueOf } from '../../src/dossier/store.ts'
import type { PersonId } from '../../src/people/rules.ts'
import { atWib, daysAfter, type LocalDate, localDate } from '../../src/platform/time.ts'
import { sweepAll } from '../../src/workers.ts'
import { type Chance, chance } from './chance.ts'
import { habits, walksOn } from './habits.ts'
import { png } from './papers.ts'
import type { TestPerson } from './person.ts'
import type { World } from './world.ts'

// A season: owners with moods, penyuluh who sleep and leave, holidays and Ramadan, a process that dies, on a clock that
// moves on. Every evening it is asked whether all that was promised of alerts is true.

export interface SeasonPlan {
  owners: number
  officers: number
  days: number
  from: LocalDate
}

const ownerMoods = ['eager', 'slow', 'fading', 'blocking'] as const
type OwnerMood = (typeof ownerMoods)[number]
const officerMoods = ['diligent', 'sleepy', 'leaving'] as const
type OfficerMood = (typeof officerMoods)[number]

interface Owner {
  person: TestPerson
  mood: OwnerMood
  isBlocking: boolean
}
interface Officer {
  person: TestPerson
  personId: PersonId
  mood: OfficerMood
}

interface Season {
  world: World
  by: Chance
  plan: SeasonPlan
  owners: Owner[]
  officers: Officer[]
  /** Alerts as they were the evening before. */
  before: Map<number, Alert>
  trace: string[]
  photos: number
}

/** When something may happen on a day: before work, at the digest, during the day, at closing, at night. */
const TICKS = ['07:20', '08:15', '09:40', '11:20', '14:10', '15:50', '17:30', '21:00', '21:10']
const REGIONS = ['Kota Payakumbuh', 'Kab. Lima Puluh Kota', 'Tanah Datar', 'Kota Solok', 'Kota Padang']
const CODES = ['13.76', '13.07', '13.04', '13.72', '13.71']

/** Plays a season. Answers how much happened in it, so that a test can say that it was no empty one. */
export async function season(world: World, seed: number, plan: SeasonPlan): Promise<Record<string, number>> {
  const by = chance(seed)
  const played: Season = { world, by, plan, owners: [], officers: [], before: new Map(), trace: [], photos: 0 }
  try {
    await begin(played)
    for (let count = 0; count < plan.days; count++) await playDay(played, daysAfter(plan.from, count))
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    throw new Error(`seed ${seed}: ${said}\n\n${played.trace.slice(-12).join('\n')}`, { cause: error })
  }
  const [found] = await world.rt.db.sql<Record<string, number>>(
    `SELECT (SELECT count(*) FROM alert) AS alerts, (SELECT count(*) FROM alert WHERE outcome = 'gone') AS gone,
       (SELECT count(*) FROM alert WHERE level > 0) AS climbed, (SELECT count(*) FROM alert WHERE holder_id IS NOT NULL) AS taken,
       (SELECT count(*) FROM delivery WHERE kind = 'digest' AND state = 'sent') AS digests,
       (SELECT count(*) FROM delivery WHERE kind = 'nudge' AND state = 'sent') AS nudges`,
  )
  return found ?? {}
}

async function begin({ world, by, plan, owners, officers }: Season): Promise<void> {
  await world.openCycle()
  world.clock.moveTo(atWib(plan.from, '07:00'))
  const ends = (days: number) => atWib(daysAfter(plan.from, days), '23:59')
  await world.rt.db.reader.cycle.updateMany({
    data: {
      ownerDeadline: ends(Math.round(plan.days * 0.8)),
      portalDeadline: ends(plan.days + 5),
      fieldVisitUntil: daysAfter(plan.from, plan.days + 60),
    },
  })
  const zones = await world.rt.db.reader.region.findMany({ where: { zoneId: 'payakumbuh' }, select: { code: true } })
  const duties = [...CODES.map((code) => [code]), zones.map(({ code }) => code), []]
  for (let index = 0; index < plan.officers; index++) {
    const person = await world.officer(`Penyuluh ${index}`, duties[index % duties.length] ?? [])
    const { personId } = await world.rt.db.reader.account.findUniqueOrThrow({ where: { telegramId: person.id } })
    officers.push({ person, personId: personId as PersonId, mood: officerMoods[index % 3] ?? 'diligent' })
  }
  for (let index = 0; index < plan.owners; index++) {
    const person = await world.owner(`Pemilik ${index}`)
    await person.registers(`Usaha ${newName(by)}`, REGIONS[index % REGIONS.length] ?? '', 'Gerabah')
    owners.push({ person, mood: by.weigh(ownerMoods.map((mood, at) => [4 - at, mood] as const)), isBlocking: false })
  }
  await world.admitAll()
  world.skim()
}

const SYLLABLES = 'ba da ga ja ka la ma na pa ra sa ta wa ya bo do go jo ko lo mo no po ro so to ri li ni mi'.split(' ')
/** Like nobody else's, or every registration would be taken for another one come again. */
const newName = (by: Chance): string => Array.from({ length: 6 }, () => by.pick(SYLLABLES)).join('')

async function playDay(played: Season, day: LocalDate): Promise<void> {
  const { world, by } = played
  played.trace.push(day)
  for (const tick of TICKS) {
    world.clock.moveTo(atWib(day, tick))
    await pass(played)
    if (tick === '09:40') await officersWork(played, day)
    if (tick === '14:10' || (tick === '21:00' && by.onceIn(3))) await ownersAct(played)
  }
  world.skim()
  await expectPromises(played)
}

/** Lets time do its work; now and then the process dies in the middle, or Telegram stumbles. */
async function pass({ world, by, trace }: Season): Promise<void> {
  const { fault, telegram } = world
  if (by.onceIn(9)) {
    const dieAfter = by.below(40)
    trace.push(`… the process dies after ${dieAfter}`)
    Object.assign(fault, { dieAfter, steps: 0, dead: false })
    await sweepAll(world.rt).catch(() => undefined)
    await world.drainAndSend().catch(() => undefined)
    Object.assign(fault, { dieAfter: undefined, steps: 0, dead: false })
    await world.forgetTries()
  } else if (by.onceIn(15)) {
    telegram.faults.arm({ kind: 'error', code: 502, times: 2 })
    await world.settle()
    telegram.faults.disarm()
    await world.forgetTries()
  }
  await sweepAll(world.rt)
  await world.settle()
}

/** No photo is ever the same as one that came back. */
const newPhotos = (played: Season): (typeof habits)[number] => [
  /Silakan kirim|file yang sama/,
  (owner) => {
    played.photos += 1
    return owner.sendsPhoto(png(played.photos % 250, 8 + Math.floor(played.photos / 250)))
  },
]

/** Nor has anybody the number of another one. */
const ownNib: (typeof habits)[number] = [
  /nomor NIB/,
  (owner) => owner.says(`91200${String(owner.id).padStart(8, '0')}`),
]

async function ownersAct(played: Season): Promise<void> {
  const { world, by, owners, trace } = played
  for (const owner of owners) {
    const { person, mood } = owner
    const actsOnceIn = { eager: 2, slow: 6, fading: 12, blocking: 8 }[mood]
    if (!by.onceIn(actsOnceIn)) continue
    if (owner.isBlocking) {
      if (!by.onceIn(3)) continue
      await person.unblocks()
      owner.isBlocking = false
    } else if (mood === 'blocking' && by.onceIn(4)) {
      await person.blocks()
      owner.isBlocking = true
      continue
    }
    trace.push(`${person.name} acts`)
    await person.says('/lanjut')
    await walksOn(person, [newPhotos(played), ownNib, ...habits], 2 + by.below(8))
    person.skims()
  }
  await world.settle()
}

async function officersWork({ world, by, officers, trace }: Season, day: LocalDate): Promise<void> {
  const time = await workingTimeOf(world.rt.db.reader, PROVINCE, world.clock.now())
  if (!time.isWorkingDay(day)) return
  for (const officer of officers) {
    const { person, personId, mood } = officer
    if (mood === 'leaving' && by.onceIn(20)) {
      const standInId = by.onceIn(2) ? by.pick(officers).personId : undefined
      await world.rt.db.reader.absence.create({
        data: {
          personId,
          kind: 'leave',
          firstDay: daysAfter(day, 1),
          lastDay: daysAfter(day, 1 + by.below(10)),
          standInId: standInId === personId ? null : (standInId ?? null),
          cause: -world.clock.now().getTime() - personId,
        },
      })
      trace.push(`${person.name} goes on leave`)
      continue
    }
    if (mood === 'sleepy' && !by.onceIn(5)) continue
    trace.push(`${person.name} works`)
    await reviews(by, person)
    await takesAlerts(by, person)
  }
}

async function reviews(by: Chance, person: TestPerson): Promise<void> {
  await person.says('/antrean')
  for (let left = 1 + by.below(4); left > 0; left--) {
    const first = person.button(' menunggu')
    if (!first) break
    await person.presses(first.messageId, first.data)
    if (!person.button('✅ Terima')) break
    if (by.onceIn(4)) {
      await person.taps('🔁 Kembalikan')
      await person.taps(
        person
          .skims()
          .at(-1)
          ?.buttons.flat()
          .some(({ text }) => text === 'Buram')
          ? 'Buram'
          : 'Belum lengkap',
      )
    } else await person.taps('✅ Terima')
    person.skims()
    await person.says('/antrean')
  }
  person.skims()
}

async function takesAlerts(by: Chance, person: TestPerson): Promise<void> {
  await person.says('/peringatan')
  const last = person.skims().at(-1)
  for (const { data } of (last?.buttons.flat() ?? []).slice(0, 2)) {
    const id = /^alert:(\d+)$/.exec(data ?? '')?.[1]
    if (id === undefined || !last) continue
    const deed = by.weigh([
      [6, `alert-take:${id}`],
      [2, `alert-nap:${id}:3`],
      [1, `alert-done:${id}`],
      [1, `alert-desk:${id}`],
    ])
    await person.presses(last.id, deed)
  }
  person.skims()
}

// ── What is promised ──

async function expectPromises(played: Season): Promise<void> {
  const { world, before } = played
  const { rt, clock } = world
  const now = clock.now()
  const time = await workingTimeOf(rt.db.reader, PROVINCE, now)
  await expectQuiet(world, time)
  const open = await alertsIn(rt.db, undefined)
  const found = await brokenOf(world, open, time)
  const climbed = open.filter(({ id, level }) => {
    const earlier = before.get(id)
    return earlier?.holderId !== undefined && level > earlier.level
  })
  expect(found).toEqual([])
  expect(climbed.map(({ id }) => id)).toEqual([])
  played.before = new Map(open.map((alert) => [alert.id, alert]))
}

/** What is not as it should be, dossier by dossier: everything is worked out anew from the rows. */
async function brokenOf(world: World, open: readonly Alert[], time: WorkingTime): Promise<string[]> {
  const now = world.clock.now()
  const tx = world.rt.db.reader
  const all = await tx.turn.findMany({ select: { dossierId: true } })
  const ids = all.map(({ dossierId }) => dossierId as DossierId)
  const [officers, zones, rules, clocks] = [
    await officersOn(tx, localDate(now)),
    await zonesByRegion(tx),
    await rulesNow(tx),
    await clockmaker(tx, now),
  ]
  const found = open.flatMap(({ id, level, toldAt, holderId }) => {
    const isOverlooked =
      holderId === undefined && toldAt && level < 2 && time.daysAfter(toldAt, rules.climbsAfter) < now
    return isOverlooked ? [`alert ${id} should have climbed from ${level} since ${toldAt.toISOString()}`] : []
  })
  for (const seen of await factsOf(tx, ids, now)) {
    const own = await clocks(seen.region, seen.officerId)
    const catalogue = await catalogueOf(tx, seen.catalogueVersion)
    found.push(...(await brokenTurn(world, seen, turnsIn(seen, catalogue, now).turn)))
    const causes = causesIn(seen, catalogue, rules, own, now)
    const mine = open.filter(({ dossierId }) => dossierId === seen.dossierId)
    for (const { reason, id } of mine) {
      const holds = causes.some((cause) => cause.reason === reason && cause.at <= now)
      if (!holds) found.push(`alert ${id} (${reason}) has no cause`)
    }
    const place = {
      region: seen.region,
      zone: (seen.region && zones.get(seen.region)) ?? [],
      officerId: seen.officerId,
    }
    for (const { reason, at } of causes) {
      if (at > now || time.daysAfter(at, 1) > now) continue
      const alert = mine.find((each) => each.reason === reason)
      if (!alert && !(await wasClosedLately(world, seen.dossierId, reason, now))) {
        found.push(`${seen.dossierId} is stuck (${reason}) since ${at.toISOString()}, and nobody is told`)
      }
      if (!alert || alert.toldAt || alert.holderId !== undefined || time.daysAfter(alert.openedAt, 1) > now) continue
      if (alert.level === 0 && audienceOf(0, place, officers).length > 0)
        found.push(`alert ${alert.id} was told nobody`)
    }
  }
  return found
}

/** Whose turn it is was kept as it follows from the rows. */
async function brokenTurn(
  { rt }: World,
  { dossierId }: LookedAt,
  turn: ReturnType<typeof turnsIn>['turn'],
): Promise<string[]> {
  const [kept] = await rt.db.sql<{ actor: string; reason: string; since: Date; due: boolean }>(
    `SELECT actor, reason, since, look_at <= '1970-01-02' AS due FROM turn WHERE dossier_id = $1`,
    [dossierId],
  )
  if (!kept || kept.due) return []
  const isSame =
    kept.actor === turn.actor && kept.reason === turn.reason && kept.since.getTime() === turn.since.getTime()
  return isSame ? [] : [`the turn of ${dossierId} is ${JSON.stringify(kept)}, and follows as ${JSON.stringify(turn)}`]
}

async function wasClosedLately({ rt }: World, dossierId: DossierId, reason: string, now: Date): Promise<boolean> {
  const [row] = await rt.db.sql<{ found: boolean }>(
    `SELECT EXISTS (SELECT 1 FROM alert WHERE dossier_id = $1 AND reason = $2 AND closed_at > $3::timestamptz - interval '3 days') AS found`,
    [dossierId, reason, now],
  )
  return row?.found === true
}

/** No penyuluh hears of anything stuck outside working hours, nor of two digests on one day, nor an owner at night. */
async function expectQuiet({ rt, clock }: World, time: WorkingTime): Promise<void> {
  const sent = await rt.db.sql<{ kind: string; personId: number; at: Date; purpose: string }>(
    `SELECT kind, person_id AS "personId", settled_at AS at, purpose FROM delivery
     WHERE state = 'sent' AND settled_at > $1::timestamptz - interval '2 days'
       AND kind IN ('digest', 'alert-urgent', 'alert-gone', 'alert-handed-over')`,
    [clock.now()],
  )
  expect(
    sent.filter(({ at }) => !time.isWorking(at)).map(({ purpose, at }) => `${purpose} ${at.toISOString()}`),
  ).toEqual([])
  const digests = sent.filter(({ kind }) => kind === 'digest').map(({ personId, at }) => `${personId} ${localDate(at)}`)
  expect(digests.filter((each, at) => digests.indexOf(each) !== at)).toEqual([])
  const nudges = await rt.db.sql<{ purpose: string }>(
    `SELECT purpose FROM delivery WHERE kind = 'nudge' AND state = 'sent'
     AND extract(hour FROM settled_at AT TIME ZONE 'Asia/Jakarta') NOT BETWEEN 8 AND 19`,
  )
  expect(nudges).toEqual([])
}
