import type { Translate } from '../platform/i18n/translator.ts'
import { type LocalDate, localDay } from '../platform/time.ts'
import type { Requirement } from './catalogue.ts'
import { isOtherName, NAME, NAME_RULING, NUMBER, PLACE, type Value, type Values } from './fields.ts'
import { masked } from './numbers.ts'
import { paragraphOf } from './paragraph.ts'
import type { ReturnReason } from './rules.ts'

/** Why a paper came back, in words for its owner: it blames the picture, never the person. */
export const toldReason = (t: Translate, code: ReturnReason, words = ''): string =>
  code === 'other' ? t('told-other', { words }) : t(`told-${code}`)

/** What was answered about an item, a line each, for whoever checks it. Identity numbers are masked. */
export function valueLines(t: Translate, requirement: Requirement, values: Values): string[] {
  if (requirement.kind === 'data')
    return [t('value-paragraph', { paragraph: paragraphIn(requirement, values, t.language) })]
  const number = values[NUMBER]
  const issued = values.issued
  const expires = values.expires
  const place = values[PLACE]
  return [
    ...(number ? [t('value-number', { number: numberInWords(t, requirement, number) })] : []),
    ...(issued ? [t('value-issued', { day: dayInWords(t, issued) })] : []),
    ...(expires ? [t('value-expires', { day: dayInWords(t, expires) })] : []),
    ...(place ? [t('value-place', { place: place.source === 'left' ? t.label('value-left') : place.value })] : []),
    ...nameLines(t, values),
  ]
}

function numberInWords(t: Translate, requirement: Requirement, { value, source }: Value): string {
  if (source === 'left') return t.label('value-left')
  const kind = 'number' in requirement ? requirement.number : undefined
  return kind === undefined || kind === 'free' ? value : masked(kind, value)
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
