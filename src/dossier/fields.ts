import { type LocalDate, localDay } from '../platform/time.ts'
import type { PaperNumber, Question, Requirement } from './catalogue.ts'
import { type DateMistake, isMonth, type LocalMonth, lastDayOf } from './date-parts.ts'
import { readDate } from './dates.ts'
import type { BadNumber, NumberContext, NumberFacts } from './number-reading.ts'
import { readNumber } from './numbers.ts'
import { pirtYear } from './permit-numbers.ts'

// What an item still lacks before it can be sent in. Nothing of this is remembered by a dialogue: it follows from rows.

/** An answer that was kept: typed or pressed by the owner, filled in by an officer, or left to the officer. */
export interface Value {
  value: string
  source: 'owner' | 'officer' | 'left'
}
export type Values = Readonly<Record<string, Value>>

/** One thing to ask for. */
export type Field =
  | { kind: 'pages'; have: number; atLeast: number; atMost: number }
  | { kind: 'number'; number: PaperNumber }
  | { kind: 'date'; which: DateField }
  | { kind: 'name' }
  | { kind: 'place' }
  | { kind: 'question'; question: Question; position: number; of: number }
  | { kind: 'confirm' }

export type DateField = 'issued' | 'expires'

/** The names under which answers are kept that are no question of the catalogue. */
export const NUMBER = 'number'
export const NAME = 'name'
export const PAGES = 'pages'
export const PLACE = 'place'
export const CONFIRMED = 'confirmed'
export const NAME_RULING = 'name-ruling'

const MANY_PAGES = 20

/** How many pages or pictures a requirement takes; none are asked for where they only accompany answers. */
export function pagesOf(requirement: Requirement): { atLeast: number; atMost: number } {
  switch (requirement.kind) {
    case 'document':
      return { atLeast: 1, atMost: requirement.pages === 'single' ? 1 : MANY_PAGES }
    case 'media':
      return { atLeast: requirement.count.min, atMost: requirement.count.max }
    case 'letter':
      return { atLeast: 1, atMost: MANY_PAGES }
    case 'data':
      return { atLeast: 0, atMost: requirement.mayAttach ? MANY_PAGES : 0 }
    case 'physical':
      return { atLeast: 0, atMost: 0 }
  }
}

/** What is to be asked for next, or undefined when the item can be sent in. `pages` counts those of the draft. */
export function nextField(requirement: Requirement, pages: number, values: Values): Field | undefined {
  const { atLeast, atMost } = pagesOf(requirement)
  const areDone = pages >= atMost || (pages >= atLeast && values[PAGES] !== undefined)
  if (atLeast > 0 && !areDone) return { kind: 'pages', have: pages, atLeast, atMost }
  return fieldsOf(requirement).find((field) => values[keyOf(field)] === undefined)
}

/** Everything asked after the pages, in its order. */
function fieldsOf(requirement: Requirement): Exclude<Field, { kind: 'pages' }>[] {
  switch (requirement.kind) {
    case 'document':
      return [
        ...(requirement.number ? [{ kind: 'number', number: requirement.number } as const] : []),
        ...requirement.dates.map((which) => ({ kind: 'date', which }) as const),
        ...(requirement.nameCheck ? [{ kind: 'name' } as const] : []),
      ]
    case 'data': {
      const { questions } = requirement
      const asked = questions.map(
        (question, at) => ({ kind: 'question', question, position: at + 1, of: questions.length }) as const,
      )
      return [...asked, { kind: 'confirm' }]
    }
    case 'media':
      return requirement.place ? [{ kind: 'place' }] : []
    case 'letter':
    case 'physical':
      return []
  }
}

/** The name under which the answer to a field is kept. */
function keyOf(field: Exclude<Field, { kind: 'pages' }>): string {
  switch (field.kind) {
    case 'number':
      return NUMBER
    case 'date':
      return field.which
    case 'name':
      return NAME
    case 'place':
      return PLACE
    case 'question':
      return field.question.id
    case 'confirm':
      return CONFIRMED
  }
}

/** Whether a requirement is answered under this name at all. */
export const asksFor = (requirement: Requirement, field: string): boolean =>
  field === PAGES
    ? pagesOf(requirement).atLeast > 0 && pagesOf(requirement).atMost > 1
    : fieldsOf(requirement).some((each) => keyOf(each) === field)

/** Answers that a return makes worthless: they are asked again with the new paper. */
export function clearedBy(reason: string | undefined): string[] {
  switch (reason) {
    case 'number-invalid':
      return [PAGES, NUMBER]
    case 'expired':
      return [PAGES, 'issued', 'expires']
    case 'names-differ':
      return [PAGES, NAME, NAME_RULING]
    case 'wrong-paper':
      return [PAGES, NUMBER, 'issued', 'expires', NAME, NAME_RULING]
    default:
      return [PAGES]
  }
}

/** What is kept when the name on a paper is that of the KTP; anything else that is kept is the other name. */
export const SAME_NAME = 'same'

/** Whether a kept answer about the name says that another one stands on the paper. */
export const isOtherName = (value: Value | undefined): boolean =>
  value !== undefined && value.source !== 'left' && value.value !== SAME_NAME

/** Another name stands on the paper, and no officer has ruled yet that it is the same person. */
export const isNameUnruled = (values: Values): boolean => isOtherName(values[NAME]) && values[NAME_RULING] === undefined

const LONGEST_FREE = 60

/** Reads the number of a paper by its kind; a `free` one is kept as it was typed. */
export function readPaperNumber(
  requirement: Requirement,
  typed: string,
  context: NumberContext,
): { number: string; facts?: NumberFacts } | BadNumber {
  const kind = 'number' in requirement ? requirement.number : undefined
  if (kind !== undefined && kind !== 'free') return readNumber(kind, typed, context)
  const number = typed.replace(/\s+/g, ' ').trim()
  return number === '' || number.length > LONGEST_FREE ? { mistake: 'empty' } : { number }
}

export type AnswerMistake = 'empty' | 'too-long' | 'not-a-number' | 'too-low' | 'too-high' | 'not-an-option'
// Five of these, and what stands around them, still fit into one message.
const LONGEST_ANSWER = 600

/** Reads the answer to a question of a data item; minimum lengths are hints and refuse nothing. */
export function readAnswer(question: Question, typed: string): { value: string } | { mistake: AnswerMistake } {
  const text = typed.replace(/\s+/g, ' ').trim()
  if (text === '') return { mistake: 'empty' }
  switch (question.answer) {
    case 'text':
      return text.length > LONGEST_ANSWER ? { mistake: 'too-long' } : { value: text }
    case 'number':
      return readCount(text, question.min, question.max)
    case 'choice':
      return question.options.some(({ id }) => id === text) ? { value: text } : { mistake: 'not-an-option' }
    case 'yes-no':
      return text === 'yes' || text === 'no' ? { value: text } : { mistake: 'not-an-option' }
  }
}

/** "12", "1.200", "sekitar 12 orang": a whole number with whatever stands around it. */
function readCount(text: string, min = 0, max = 1_000_000_000): { value: string } | { mistake: AnswerMistake } {
  const found = text.match(/\d[\d.]*/g) ?? []
  const count = Number((found[0] ?? '').replaceAll('.', ''))
  if (found.length !== 1 || !Number.isSafeInteger(count)) return { mistake: 'not-a-number' }
  if (count < min) return { mistake: 'too-low' }
  return count > max ? { mistake: 'too-high' } : { value: String(count) }
}

export type DayMistake = DateMistake | 'ahead' | 'over' | 'no-lifetime' | 'other-year'

/** What is wrong with an end that was read well: it is over, there must be one, or the number tells another year. */
export function whyNotEnd(
  requirement: Requirement,
  values: Values,
  day: LocalDate | undefined,
  today: LocalDate,
): DayMistake | undefined {
  const { validity } = requirement
  if (day === undefined) return validity.type === 'dated' && !validity.endless ? 'no-lifetime' : undefined
  const number = 'number' in requirement && requirement.number === 'p-irt' ? values[NUMBER]?.value : undefined
  if (number && pirtYear(number) !== Number(day.slice(0, 4))) return 'other-year'
  return day < today ? 'over' : undefined
}

/** Reads a date for a field: issued never lies ahead. `either` asks back; a lifetime counts as no end. */
export function readFieldDay(
  which: DateField,
  typed: string,
  today: LocalDate,
): { day: LocalDate } | { lifetime: true } | { either: LocalDate[] } | { mistake: DayMistake } {
  const reading = readDate(typed, today)
  if ('mistake' in reading) return reading
  if ('lifetime' in reading) return which === 'expires' ? reading : { mistake: 'unreadable' }
  // A month alone: what ends in it ends on its last day, what began in it on its first.
  const dayIn = (found: LocalDate | LocalMonth) =>
    !isMonth(found) ? found : which === 'issued' ? firstDayOf(found) : lastDayOf(found)
  if ('either' in reading) return { either: reading.either.map(dayIn) }
  const day = 'month' in reading ? dayIn(reading.month) : reading.day
  return which === 'issued' && day > today ? { mistake: 'ahead' } : { day }
}

const firstDayOf = (month: LocalMonth): LocalDate => localDay().parse(`${month}-01`)
