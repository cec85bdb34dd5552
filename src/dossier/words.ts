import type { Translate } from '../platform/i18n/translator.ts'
import { type LocalDate, localDay } from '../platform/time.ts'
import type { Requirement } from './catalogue.ts'
import { isOtherName, NAME, NAME_RULING, NUMBER, PLACE, type Value, type Values } from './fields.ts'
import type { BadNumber } from './number-reading.ts'
import { masked } from './numbers.ts'
import { paragraphOf } from './paragraph.ts'
import type { ReturnReason } from './rules.ts'

/** Why a paper came back, in words for its owner: it blames the picture, never the person. */
export const toldReason = (t: Translate, code: ReturnReason, words = ''): string =>
  code === 'other' ? t('told-other', { words }) : t(`told-${code}`)

/** What was answered about an item, a line each, for whoever checks it. Identity numbers are masked, unless `whole`. */
export function valueLines(t: Translate, requirement: Requirement, values: Values, whole = false): string[] {
  if (requirement.kind === 'data')
    return [t('value-paragraph', { paragraph: paragraphIn(requirement, values, t.language) })]
  const number = values[NUMBER]
  const issued = values.issued
  const expires = values.expires
  const place = values[PLACE]
  return [
    ...(number ? [t('value-number', { number: numberInWords(t, requirement, number, whole) })] : []),
    ...(issued ? [t('value-issued', { day: dayInWords(t, issued) })] : []),
    ...(expires ? [t('value-expires', { day: dayInWords(t, expires) })] : []),
    ...(place ? [t('value-place', { place: place.source === 'left' ? t.label('value-left') : place.value })] : []),
    ...nameLines(t, values),
  ]
}

function numberInWords(t: Translate, requirement: Requirement, { value, source }: Value, whole: boolean): string {
  if (source === 'left') return t.label('value-left')
  return whole ? value : maskedNumber(requirement, value)
}

function maskedNumber(requirement: Requirement, number: string): string {
  const kind = numberKindOf(requirement)
  return kind === undefined || kind === 'free' ? number : masked(kind, number)
}

const numberKindOf = (requirement: Requirement) => ('number' in requirement ? requirement.number : undefined)

/** Whether the number of a paper is shown in part only, for it says who somebody is. */
export function isNumberMasked(requirement: Requirement, number: Value | undefined): boolean {
  return number !== undefined && number.source !== 'left' && maskedNumber(requirement, number.value).includes('•')
}

/** What is wrong with a number, how much of it there is, and what was probably meant. */
export function numberMistake(t: Translate, requirement: Requirement, bad: BadNumber): string {
  const { digits, suggestion } = bad
  return [
    mistakeInWords(t, requirement, bad),
    ...(digits === undefined ? [] : [t('number-counted', { count: digits })]),
    ...(suggestion === undefined ? [] : [t('number-suggested', { number: suggestion })]),
  ].join('\n')
}

function mistakeInWords(t: Translate, requirement: Requirement, { mistake, fits, year }: BadNumber): string {
  if (mistake === 'p-irt-expired') return t('number-p-irt-expired', { year: String(year ?? '') })
  if (mistake !== 'other-kind') return t(`number-${mistake}`)
  const kind = numberKindOf(requirement)
  return t('number-other-kind', {
    found: fits ? t.label(`number-kind-${fits}`) : '',
    wanted: kind && kind !== 'free' ? t.label(`number-kind-${kind}`) : requirement.name[t.language],
  })
}

function dayInWords(t: Translate, { value, source }: Value): string {
  if (source === 'left') return t.label('value-left')
  const day: LocalDate | undefined = localDay().safeParse(value).data
  return day ? t.dayOf(day) : t.label('value-lifetime')
}

function nameLines(t: Translate, values: Values): string[] {
  const name = values[NAME]
  const ruling = values[NAME_RULING]
  if (!isOtherName(name) || !name) return []
  return [
    t('value-other-name', { name: name.value }),
    ...(ruling ? [t('value-name-ruling', { ground: ruling.value })] : []),
  ]
}

/** The paragraph of a data item, in a language. */
export function paragraphIn(requirement: Requirement, values: Values, language: 'id' | 'en'): string {
  if (requirement.kind !== 'data') return ''
  const answers = Object.fromEntries(Object.entries(values).map(([field, { value }]) => [field, value]))
  return paragraphOf(requirement, answers, language)
}
