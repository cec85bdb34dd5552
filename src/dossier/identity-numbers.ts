import { type LocalDate, localDay } from '../platform/time.ts'
import { inCapitals, type NumberContext, type NumberReading, readDigits, signsOf, wordsOf } from './number-reading.ts'

// Numbers of a person and of a business.

const calendarDay = localDay()

const ADULT = 18
/** Born this long ago, or in the future: with two digits for the year nobody can tell, and the second is a slip. */
const OLDEST = 95

const monthOf = (nik: string): string => nik.slice(8, 10)
const birthDayOf = (nik: string): number => Number(nik.slice(6, 8)) % 40

const birthIn = (century: string, nik: string): LocalDate | undefined =>
  calendarDay.safeParse(`${century}${nik.slice(10, 12)}-${monthOf(nik)}-${String(birthDayOf(nik)).padStart(2, '0')}`)
    .data

/** Sixteen digits with a possible birth date in them, in either century. */
export const looksLikeNik = (digits: string): boolean =>
  /^\d{16}$/.test(digits) &&
  Number(digits.slice(6, 8)) <= 71 &&
  (birthIn('20', digits) ?? birthIn('19', digits)) !== undefined

/** The day on which somebody born on `day` has been alive for so many years. */
const birthday = (day: LocalDate, years: number): string => `${Number(day.slice(0, 4)) + years}${day.slice(4)}`

/**
 * NIK: 16 digits, of which 7–12 are the birth date (day +40 for women). The first six say where the person was first
 * registered, which may be anywhere, so nobody is refused for them.
 * Source: Dukcapil Klaten, https://dukcapil.klaten.go.id/arti-16-digit-nomor-induk-kependudukan-nik
 */
export const readNik = (typed: string, { now }: NumberContext): NumberReading =>
  readDigits(signsOf(typed), (digits) => {
    if (digits.length !== 16) return { mistake: 'nik-length', digits: digits.length }
    if (!looksLikeNik(digits)) return { mistake: 'nik-birth-date' }
    const recent = birthIn('20', digits)
    const born = recent && recent <= now ? recent : birthIn('19', digits)
    if (!born || birthday(born, OLDEST) < now) return { mistake: 'nik-birth-ahead' }
    const woman = Number(digits.slice(6, 8)) > 40
    return { number: digits, facts: { born, woman, underAge: birthday(born, ADULT) > now } }
  })

/**
 * NPWP: 16 digits now (a person's is the NIK, any other begins with 0), 15 on old cards, 22 for a place of business
 * (NITKU: the 16 of the head office and 6 more). An old one stays as it is: without the NIK it has no new form.
 * Source: OnlinePajak on PER-06/PJ/2024, https://www.online-pajak.com/?p=61683
 */
export const readNpwp = (typed: string): NumberReading =>
  readDigits(signsOf(typed), (number) => {
    const form = ({ 15: 'old', 16: 'new', 22: 'branch' } as const)[number.length]
    if (!form) return { mistake: 'npwp-length', digits: number.length }
    const head = number.slice(0, 16)
    const isPersons = form !== 'old' && !head.startsWith('0') && looksLikeNik(head)
    return { number, facts: { form, ...(isPersons && { nik: head }) } }
  })

/** Papers from before the NIB, and the numbers that letters of an office have ("503/12/Ekbang/2023"). */
const OTHER_LETTER =
  /(?<!\p{L})(SKU|SKDU|SITU|SIUP|TDP|IUMK|SURAT\s+KETERANGAN|KETERANGAN\s+USAHA)(?!\p{L})|\/[^/]*\p{L}[^/]*\/.*\d/u

/**
 * NIB: 13 digits, valid as long as the business works. Owners send the letter of their nagari (SKU) instead.
 * Sources: https://satoeasa.com/mengenal-apa-itu-nib-dan-izin-usaha-oss-rba and, for the mix-up,
 * https://www.halosultra.com/sultra-raya/24855/disperindag-sultra-tekankan-pentingnya-legalitas-usaha-bagi-ikm
 */
export function readNib(typed: string): NumberReading {
  if (OTHER_LETTER.test(inCapitals(typed))) return { mistake: 'nib-sku' }
  return readDigits(signsOf(typed), (number) =>
    number.length === 13 ? { number, facts: {} } : { mistake: 'nib-length', digits: number.length },
  )
}

/**
 * KBLI: five digits, with or without the letter of the section ("C10750") and the words for it. There is no closed
 * list, because BPS 7/2025 renewed it; 10 to 33 is manufacturing in all versions.
 * Sources: https://justisio.com/regulation/indonesia/z17olr3khi2skgpelqdyhikn?m=0&page=30 and
 * http://www.ceumeta.com/2021/12/jangan-salah-pilih-kbli-supaya-kamu.html
 */
export function readKbli(typed: string): NumberReading {
  const groups = wordsOf(typed).filter((word) => /\d/.test(word))
  const codes = new Set(groups.flatMap((group) => group.match(/^[A-V]?(\d{5})$/)?.[1] ?? []))
  if (codes.size > 1) return { mistake: 'kbli-several' }
  // "KBLI 2020: 13134" names its version; any other digits beside are part of a number that is too long.
  const isAlone = groups.every((group) => /^([A-V]?\d{5}|20\d\d)$/.test(group))
  const [code] = isAlone ? codes : []
  return readDigits(code ?? signsOf(typed), (number) => {
    if (number.length !== 5) return { mistake: 'kbli-length', digits: number.length }
    const division = Number(number.slice(0, 2))
    return { number, facts: { manufacturing: division >= 10 && division <= 33 } }
  })
}
