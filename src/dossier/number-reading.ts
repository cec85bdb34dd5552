import { z } from 'zod'
import type { RegionCode } from '../people/rules.ts'
import type { LocalDate } from '../platform/time.ts'

// What every number has in common: how it is typed, and what comes of reading it.

export const numberKinds = ['nik', 'npwp', 'nib', 'kbli', 'p-irt', 'md', 'halal', 'merek'] as const
export type NumberKind = (typeof numberKinds)[number]
export const numberKind = () => z.enum(numberKinds)

/** A kabupaten or kota in both codings: Kemendagri's "13.01" and the four digits of BPS. */
export interface RegionCodes {
  code: RegionCode
  bpsCode: string
}

/** What a number is judged by. */
export interface NumberContext {
  now: LocalDate
  regions: readonly RegionCodes[]
}

/** What a number tells of itself. */
export interface NumberFacts {
  /** NIK: the birth date in it. */
  born?: LocalDate
  woman?: boolean
  /** NIK: younger than 18, so an officer must talk to them. The number of a family card can look like this too. */
  underAge?: boolean
  /** NPWP: 15, 16 or 22 digits. */
  form?: 'old' | 'new' | 'branch'
  /** NPWP of a person: the NIK that it is, to be compared with the KTP. */
  nik?: string
  /** KBLI: of the manufacturing section, as an IKM needs one. */
  manufacturing?: boolean
  /** P-IRT: where it was issued; two where Kemendagri and BPS mean different regions by the same digits. */
  regions?: RegionCode[]
  /** P-IRT: the year it ends in; the day is on the certificate only. */
  expiryYear?: number
}

/** Why a number was not taken. Each has its own sentence, `number-<mistake>`. */
export type NumberMistake =
  | 'empty'
  | 'letters'
  | 'made-up'
  | 'other-kind'
  | 'nik-length'
  | 'nik-birth-date'
  | 'nik-birth-ahead'
  | 'npwp-length'
  | 'nib-length'
  | 'nib-sku'
  | 'kbli-length'
  | 'kbli-several'
  | 'p-irt-length'
  | 'p-irt-old'
  | 'p-irt-no-year'
  | 'p-irt-package'
  | 'p-irt-region'
  | 'p-irt-year'
  | 'p-irt-expired'
  | 'md-length'
  | 'md-prefix'
  | 'md-receipt'
  | 'md-imported'
  | 'halal-length'
  | 'halal-prefix'
  | 'halal-kh'
  | 'halal-receipt'
  | 'merek-length'
  | 'merek-prefix'
  | 'merek-application'

/** A number that may be kept, in its normal form. */
export interface GoodNumber {
  number: string
  facts: NumberFacts
}

export interface BadNumber {
  mistake: NumberMistake
  /** The number that was probably meant, in its normal form: to be offered, never to be taken unasked. */
  suggestion?: string
  /** How many digits were typed, where that is what is wrong. */
  digits?: number
  /** The year that an expired permit ended in. */
  year?: number
  /** Which kind of number this is instead. */
  fits?: NumberKind
}

export type NumberReading = GoodNumber | BadNumber
export type Check = (digits: string) => NumberReading

const LONGEST = 300
const LABELS = /^(?:NOMOR|NOMER|NO|NIK|KTP|NPWP|NIB|KBLI|SPP|PIRT|IRT|BPOM|RI|HALAL|MEREK|MERK)+(?=.*\d)/

/** Capitals and plain digits, whatever keyboard they come from. */
export const inCapitals = (typed: string): string => typed.slice(0, LONGEST).normalize('NFKC').toUpperCase()

/** The words and groups of digits in what was typed. */
export const wordsOf = (typed: string): string[] =>
  inCapitals(typed)
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => word.replace(LABELS, ''))
    .filter((word) => word !== '')

/** "M.D." or "I D M", standing alone. */
const spacedOut = (prefix: string): RegExp => new RegExp(`(?<!\\p{L})${[...prefix].join('[\\s.]*')}(?!\\p{L})`, 'gu')

/**
 * The letters and digits of a number, without marks and without the words people put around it ("No. NIK saya: …").
 * Words are kept if they are one of the `prefixes`, or might be digits typed as letters (O for 0).
 */
export function signsOf(typed: string, prefixes: readonly string[] = []): string {
  const together = prefixes.reduce((text, prefix) => text.replace(spacedOut(prefix), ` ${prefix} `), inCapitals(typed))
  const isPart = (word: string) => /\p{N}/u.test(word) || prefixes.includes(word) || /^[OILBS]+$/.test(word)
  return wordsOf(together).filter(isPart).join('')
}

const lookAlikes: Record<string, string> = { O: '0', I: '1', L: '1', B: '8', S: '5' }
const asDigits = (signs: string): string => signs.replace(/[OILBS]/g, (letter) => lookAlikes[letter] ?? letter)

const isMadeUp = (digits: string): boolean =>
  digits.length > 4 && (/^(\d)\1+$/.test(digits) || '1234567890'.repeat(3).startsWith(digits))

/** Reads signs that must all be digits. Letters that look like digits are read as such only to be offered. */
export function readDigits(signs: string, check: Check): NumberReading {
  if (!/\p{N}/u.test(signs)) return { mistake: 'empty' }
  if (/^\d+$/.test(signs)) return isMadeUp(signs) ? { mistake: 'made-up' } : check(signs)
  const digits = asDigits(signs)
  const mostlyDigits = signs.replace(/\D/g, '').length * 2 > signs.length
  const meant = mostlyDigits && /^\d+$/.test(digits) && !isMadeUp(digits) ? check(digits) : undefined
  return meant && 'number' in meant ? { mistake: 'letters', suggestion: meant.number } : { mistake: 'letters' }
}

/** Reads signs that must begin with letters; if only these are missing, the number with them is offered. */
export function readPrefixed(signs: string, prefix: string, missing: NumberMistake, check: Check): NumberReading {
  if (signs.startsWith(prefix)) return readDigits(signs.slice(prefix.length), check)
  const misspelt = signs.match(/^[1L](D.*)$/)?.[1]
  if (misspelt && prefix.startsWith('I'))
    return offered('letters', readPrefixed(`I${misspelt}`, prefix, missing, check))
  const bare = readDigits(signs, check)
  return 'number' in bare ? offered(missing, bare) : bare.mistake === 'letters' ? offered(missing, bare) : bare
}

const offered = (mistake: NumberMistake, meant: NumberReading): BadNumber => {
  const suggestion = 'number' in meant ? meant.number : meant.suggestion
  return suggestion === undefined ? { mistake } : { mistake, suggestion }
}
