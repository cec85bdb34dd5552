import { looksLikeNik, readKbli, readNib, readNik, readNpwp } from './identity-numbers.ts'
import {
  inCapitals,
  type NumberContext,
  type NumberKind,
  type NumberMistake,
  type NumberReading,
  numberKinds,
  signsOf,
} from './number-reading.ts'
import { readHalal, readMd, readMerek, readPirt } from './permit-numbers.ts'

const readers: Record<NumberKind, (typed: string, context: NumberContext) => NumberReading> = {
  nik: readNik,
  npwp: readNpwp,
  nib: readNib,
  kbli: readKbli,
  'p-irt': readPirt,
  md: readMd,
  halal: readHalal,
  merek: readMerek,
}

/** Reads a number as people type it: its normal form and what it tells, or the mistake in it. */
export function readNumber(kind: NumberKind, typed: string, context: NumberContext): NumberReading {
  const lettered = letteredKinds.find((other) => shapes[other](lettersAndDigits(typed)))
  if (lettered && lettered !== kind) return { mistake: 'other-kind', fits: lettered }
  const reading = readers[kind](typed, context)
  if ('number' in reading || !isShapeless(reading.mistake)) return reading
  const others = kindsOf(typed).filter((other) => other !== kind && isSurely(other, typed, reading.mistake, context))
  const [fits] = others
  return fits && others.length === 1 ? { mistake: 'other-kind', fits } : reading
}

/** Kinds whose number says by its letters what it is. */
const letteredKinds = ['md', 'halal', 'merek'] as const
const lettersAndDigits = (typed: string): string => signsOf(typed, ['IDM', 'ID', 'MD'])

/** Mistakes after which it is worth asking whether the number is one of another kind. */
const isShapeless = (mistake: NumberMistake): boolean => /^letters$|-(length|prefix)$/.test(mistake)

/**
 * Whether the number is so much of another kind that this may be said. Fifteen digits may be too many things for an old
 * NPWP, and five for a KBLI; thirteen without their letters may be the permit that was asked for.
 */
function isSurely(kind: NumberKind, typed: string, mistake: NumberMistake, context: NumberContext): boolean {
  if (kind === 'npwp' || kind === 'kbli') return labelled(typed).includes(kind)
  if (kind === 'nib' && mistake === 'nik-length' && beginsInProvince(typed, context)) return false
  if (kind === 'nib' && mistake.endsWith('-prefix')) return labelled(typed).includes(kind)
  const reading = readers[kind](typed, context)
  return 'number' in reading || reading.mistake === 'p-irt-expired'
}

/** Whether a number begins as the NIK of somebody registered here does: then it is rather one of which digits are missing. */
const beginsInProvince = (typed: string, { regions }: NumberContext): boolean =>
  regions.some(({ code }) => signsOf(typed).startsWith(code.replace('.', '')))

const labels: [RegExp, NumberKind][] = [
  [/(?<!\p{L})(NIK|KTP)/u, 'nik'],
  [/(?<!\p{L})(NPWP|NITKU)/u, 'npwp'],
  [/(?<!\p{L})NIB/u, 'nib'],
  [/(?<!\p{L})KBLI/u, 'kbli'],
  [/(?<!\p{L})(SPP[\s.-]*)?P?[\s.-]*IRT/u, 'p-irt'],
  [/(?<!\p{L})(BPOM|MD(?!\p{L}))/u, 'md'],
  [/(?<!\p{L})HALAL/u, 'halal'],
  [/(?<!\p{L})(MERE?K|IDM)/u, 'merek'],
]

const labelled = (typed: string): NumberKind[] =>
  labels.filter(([label]) => label.test(inCapitals(typed))).map(([, kind]) => kind)

const shapes: Record<NumberKind, (signs: string) => boolean> = {
  nik: looksLikeNik,
  npwp: (signs) => /^(\d{15}|\d{16}|\d{22})$/.test(signs),
  nib: (signs) => /^\d{13}$/.test(signs),
  kbli: (signs) => /^\d{5}$/.test(signs),
  'p-irt': (signs) => /^\d{15}$/.test(signs),
  md: (signs) => /^MD\d{12,16}$/.test(signs),
  halal: (signs) => /^ID\d{14,18}$/.test(signs),
  merek: (signs) => /^IDM\d{9}$/.test(signs),
}

/** How the two kinds with 15 digits are printed, which tells them apart. */
const printed: [RegExp, NumberKind][] = [
  [/\d{2}\.\d{3}\.\d{3}\.\d-\d{3}\.\d{3}/, 'npwp'],
  [/(?<!\d)\d{13}\s*[-–]\s*\d{2}(?!\d)/, 'p-irt'],
]

/** Fewer digits than this beside "NIB" or "NPWP" are a year or a question, not the number. */
const FEWEST_DIGITS = 8

/**
 * Kinds that a number typed unasked may be, by its form alone. A number that says what it is ("NIB 9120…") is of that
 * kind, even if something is wrong with it.
 */
export function kindsOf(typed: string): NumberKind[] {
  const signs = lettersAndDigits(typed)
  const text = inCapitals(typed)
  const fitting = numberKinds.filter((kind) => shapes[kind](signs))
  const told = [...labelled(typed), ...printed.filter(([form]) => form.test(text)).map(([, kind]) => kind)]
  const both = fitting.filter((kind) => told.includes(kind))
  if (both.length > 0) return both
  const enough = signs.replace(/\D/g, '').length >= FEWEST_DIGITS
  return enough && told.length > 0 ? [...new Set(told)] : fitting
}

/** A number in its normal form, as it is printed on its paper. */
export function display(kind: NumberKind, number: string): string {
  switch (kind) {
    case 'npwp':
      if (number.length === 22) return `${number.slice(0, 16)} ${number.slice(16)}`
      return number.replace(/^(\d{2})(\d{3})(\d{3})(\d)(\d{3})(\d{3})$/, '$1.$2.$3.$4-$5.$6')
    case 'p-irt':
      return number.replace(/^(\d{13})(\d{2})$/, '$1-$2')
    case 'md':
      return number.replace(/^MD/, 'MD ')
    case 'nik':
    case 'nib':
    case 'kbli':
    case 'halal':
    case 'merek':
      return number
  }
}

/**
 * A number as others see it until they ask for it: the first and last four digits. What is printed on every package
 * (P-IRT, MD, halal, brand) or in a public list (KBLI) is no secret.
 */
export function masked(kind: NumberKind, number: string): string {
  if (kind !== 'nik' && kind !== 'npwp' && kind !== 'nib') return display(kind, number)
  return `${number.slice(0, 4)}${'•'.repeat(Math.max(0, number.length - 8))}${number.slice(-4)}`
}
