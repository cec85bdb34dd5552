import type { Actor } from '../people/rules.ts'
import { ok, type Result, refuse } from '../platform/result.ts'
import { type LocalDate, localDate, localDay } from '../platform/time.ts'
import type { Runtime } from '../runtime.ts'
import type { Requirement } from './catalogue.ts'
import { endsBefore, warnFrom } from './dates.ts'
import {
  type AnswerMistake,
  CONFIRMED,
  type DateField,
  type DayMistake,
  NAME,
  NUMBER,
  nextField,
  PAGES,
  PLACE,
  readAnswer,
  readFieldDay,
  readPaperNumber,
  SAME_NAME,
  whyNotEnd,
} from './fields.ts'
import { drafted, type Filled, fill, saveOwn } from './filling-service.ts'
import { compareAgain } from './likeness-store.ts'
import { sameName } from './names.ts'
import type { BadNumber, RegionCodes } from './number-reading.ts'
import { readNumber } from './numbers.ts'
import * as papers from './paper-store.ts'
import type { FillRefusal, ItemId } from './rules.ts'
import { nameWords } from './titles.ts'

// What is typed or pressed for an item: numbers, dates, names, answers, and until when it waits.

/** Why a typed number was not taken, with what may be offered instead. */
export type NumberOutcome =
  | Result<Filled & { underAge: boolean }, FillRefusal>
  | { ok: false; reason: 'bad-number'; reading: BadNumber }

/** Takes the number of a paper as it was typed, when it is one. */
export async function answerNumber(
  rt: Runtime,
  actor: Actor,
  itemId: ItemId,
  typed: string,
  regions: readonly RegionCodes[],
): Promise<NumberOutcome> {
  let bad: BadNumber | undefined
  let underAge = false
  const outcome = await fill(rt, actor, itemId, async (tx, held) => {
    const reading = readPaperNumber(held.requirement, typed, { now: localDate(rt.clock.now()), regions })
    if ('mistake' in reading) {
      bad = reading
      return ok(false)
    }
    underAge = reading.facts?.underAge === true
    await compareAgain(tx, itemId)
    return saveOwn(rt, tx, actor, held, NUMBER, reading.number)
  })
  if (!outcome.ok) return outcome
  return bad ? { ok: false, reason: 'bad-number', reading: bad } : ok({ ...outcome.value, underAge })
}

export type DayOutcome =
  | Result<Filled & { endsEarly: boolean }, FillRefusal | DayMistake>
  | { ok: false; reason: 'ambiguous'; either: LocalDate[] }

const LIFETIME = 'lifetime'

/** Takes a date as it was typed. A permit that ends before the field visits do is flagged at once, and again in time. */
export async function answerDay(
  rt: Runtime,
  actor: Actor,
  itemId: ItemId,
  which: DateField,
  typed: string,
): Promise<DayOutcome> {
  const today = localDate(rt.clock.now())
  const reading = readFieldDay(which, typed, today)
  if ('mistake' in reading) return refuse(reading.mistake)
  if ('either' in reading) return { ok: false, reason: 'ambiguous', either: reading.either }
  const day = 'day' in reading ? reading.day : undefined
  let endsEarly = false
  const outcome = await fill<FillRefusal | DayMistake>(rt, actor, itemId, async (tx, held) => {
    const mistake = which === 'expires' ? whyNotEnd(held.requirement, held.values, day, today) : undefined
    if (mistake) return refuse(mistake)
    const saved = await saveOwn(rt, tx, actor, held, which, day ?? LIFETIME)
    if (!saved.ok || which !== 'expires') return saved
    endsEarly = day !== undefined && endsBefore(day, held.fieldVisitUntil)
    await papers.setWarning(tx, itemId, day && warningDay(held.requirement, day, today))
    return saved
  })
  return outcome.ok ? ok({ ...outcome.value, endsEarly }) : outcome
}

/** When the owner is warned again; not at all when that is over, because they were told at once. */
function warningDay({ validity }: Requirement, day: LocalDate, today: LocalDate): LocalDate | undefined {
  const from = warnFrom(day, validity.type === 'dated' ? validity.warnDays : undefined)
  return from > today ? from : undefined
}

/** Leaves a number, a date or a name to the officer; what was told already stays. */
export const leaveToOfficer = (
  rt: Runtime,
  actor: Actor,
  itemId: ItemId,
  field: string,
): Promise<Result<Filled, FillRefusal>> =>
  fill(rt, actor, itemId, async (tx, held) => {
    if (held.requirement.kind === 'data' || field === PAGES) return refuse('not-yours')
    if (held.values[field]) return ok(false)
    return saveOwn(rt, tx, actor, held, field, '', 'left')
  })

/** Says that the name on a paper is that of the KTP. */
export const sayNameIsSame = (rt: Runtime, actor: Actor, itemId: ItemId): Promise<Result<Filled, FillRefusal>> =>
  fill(rt, actor, itemId, (tx, held) => saveOwn(rt, tx, actor, held, NAME, SAME_NAME))

/** Takes the name as it stands on a paper. Titles and spellings do not make another person; a real difference stays. */
export async function answerName(
  rt: Runtime,
  actor: Actor,
  itemId: ItemId,
  name: string,
): Promise<Result<Filled & { differs: boolean }, FillRefusal>> {
  let differs = false
  const outcome = await fill(rt, actor, itemId, async (tx, held) => {
    differs = sameName(name, held.ownerName, nameWords) === 'different'
    return saveOwn(rt, tx, actor, held, NAME, differs ? name : SAME_NAME)
  })
  return outcome.ok ? ok({ ...outcome.value, differs }) : outcome
}

/** Why an answer was not taken; a number that is asked for in a question names its mistake like any other. */
export type AnswerOutcome =
  | Result<Filled, FillRefusal | AnswerMistake>
  | { ok: false; reason: 'bad-number'; reading: BadNumber }

/** Takes the answer to a question of a data item. */
export async function answerQuestion(
  rt: Runtime,
  actor: Actor,
  itemId: ItemId,
  questionId: string,
  typed: string,
): Promise<AnswerOutcome> {
  let bad: BadNumber | undefined
  const outcome = await fill<FillRefusal | AnswerMistake>(rt, actor, itemId, async (tx, held) => {
    const { requirement } = held
    const question = requirement.kind === 'data' ? requirement.questions.find(({ id }) => id === questionId) : undefined
    if (!question) return refuse('not-yours')
    const kind = question.answer === 'text' ? question.number : undefined
    if (kind !== undefined && kind !== 'free') {
      const number = readNumber(kind, typed, { now: localDate(rt.clock.now()), regions: [] })
      if ('number' in number) return saveOwn(rt, tx, actor, held, questionId, number.number)
      bad = number
      return ok(false)
    }
    const reading = readAnswer(question, typed)
    if ('mistake' in reading) return refuse(reading.mistake)
    return saveOwn(rt, tx, actor, held, questionId, reading.value)
  })
  return bad && outcome.ok ? { ok: false, reason: 'bad-number', reading: bad } : outcome
}

/** Takes the point on the map where the pictures were made. */
export const answerPlace = (
  rt: Runtime,
  actor: Actor,
  itemId: ItemId,
  { latitude, longitude }: { latitude: number; longitude: number },
): Promise<Result<Filled, FillRefusal>> =>
  fill(rt, actor, itemId, (tx, held) =>
    saveOwn(rt, tx, actor, held, PLACE, `${latitude.toFixed(5)},${longitude.toFixed(5)}`),
  )

/** Says that the paragraph made of the answers is right; what came back is sent again as it is. */
export const confirmAnswers = (rt: Runtime, actor: Actor, itemId: ItemId): Promise<Result<Filled, FillRefusal>> =>
  fill(rt, actor, itemId, async (tx, held) => {
    const next = nextField(held.requirement, 0, held.values)
    return next === undefined || next.kind === 'confirm' ? saveOwn(rt, tx, actor, held, CONFIRMED, 'yes') : ok(false)
  })

/** Drops the answers of a data item, to give them anew. What waited for an officer is taken back until then. */
export const answerAnew = (rt: Runtime, actor: Actor, itemId: ItemId): Promise<Result<Filled, FillRefusal>> =>
  fill(rt, actor, itemId, async (tx, held) => {
    if (held.requirement.kind !== 'data') return refuse('not-yours')
    await drafted(rt, tx, actor, held)
    await papers.dropValues(tx, itemId)
    if (held.state === 'submitted') {
      await papers.replaceSent(tx, itemId, rt.clock.now())
      await papers.setItemState(tx, itemId, 'started', rt.clock.now())
    }
    return ok(false)
  })

/** Says whether a slow paper is there already. */
export const sayOwned = (
  rt: Runtime,
  actor: Actor,
  itemId: ItemId,
  owned: 'yes' | 'not-yet',
): Promise<Result<Filled, FillRefusal>> =>
  fill(rt, actor, itemId, async (tx) => {
    await papers.setOwned(tx, itemId, owned)
    return ok(false)
  })

export type WaitOutcome =
  | Result<LocalDate, FillRefusal | DayMistake | 'past'>
  | { ok: false; reason: 'ambiguous'; either: LocalDate[] }

/** Lets an item wait on somebody else until the day the owner expects it. */
export async function waitUntil(rt: Runtime, actor: Actor, itemId: ItemId, typed: string): Promise<WaitOutcome> {
  const today = localDate(rt.clock.now())
  const reading = readFieldDay('expires', typed, today)
  if ('either' in reading) {
    const coming = reading.either.filter((day) => day > today)
    const [only] = coming
    if (!only) return refuse('past')
    return coming.length === 1 ? waitUntil(rt, actor, itemId, only) : { ok: false, reason: 'ambiguous', either: coming }
  }
  if ('mistake' in reading) return refuse(reading.mistake)
  if (!('day' in reading)) return refuse('unreadable')
  if (reading.day <= today) return refuse('past')
  const { day } = reading
  const outcome = await fill(rt, actor, itemId, async (tx, held) => {
    if (['open', 'started', 'waiting', 'returned'].includes(held.state)) {
      await papers.setItemState(tx, itemId, 'waiting', rt.clock.now(), localDay().parse(day))
    }
    return ok(false)
  })
  return outcome.ok ? ok(day) : outcome
}

/** Asks an officer to agree that a conditional requirement does not apply. */
export const askNotApplicable = (rt: Runtime, actor: Actor, itemId: ItemId): Promise<Result<Filled, FillRefusal>> =>
  fill(rt, actor, itemId, async (tx, held) => {
    if (held.requirement.level === 'wajib_bersyarat' && held.state !== 'submitted') {
      await papers.setItemState(tx, itemId, 'not-applicable-asked', rt.clock.now())
    }
    return ok(false)
  })
