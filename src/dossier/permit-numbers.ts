import type { RegionCode } from '../people/rules.ts'
import {
  inCapitals,
  type NumberContext,
  type NumberReading,
  type RegionCodes,
  readDigits,
  readPrefixed,
  signsOf,
} from './number-reading.ts'

// Numbers of permits and certificates for a product.

/** A permit lasts five years and may be renewed half a year before its end, so none ends later than this. */
const LONGEST_PERMIT = 6

/** The year in which a P-IRT number of 15 digits says it ends. */
export const pirtYear = (number: string): number => 2000 + Number(number.slice(13))

/** The regions that four digits mean, in the coding of Kemendagri or of BPS. */
const regionsFor = (digits: string, regions: readonly RegionCodes[]): RegionCode[] =>
  regions.filter(({ code, bpsCode }) => code.replace('.', '') === digits || bpsCode === digits).map(({ code }) => code)

/**
 * P-IRT: 15 digits written 13-2. The first is the packaging, 4–7 are the region that issued it, the last two the year it
 * ends in. Numbers of 12 digits have been dead since 2012. The region's coding is not settled for the kabupaten of West
 * Sumatra, so both count.
 * Sources: https://tempo.co/ekonomi/tak-sekadar-nomor-urut-ini-arti-nomor-p-irt-pada-produk-umkm-462572,
 * https://dibalikjendelakamarku.blogspot.com/2021/11/mengenal-kode-kemanan-pangan.html and, for how many have lapsed,
 * https://radarbanyumas.disway.id/read/48853/1348-izin-pirt-kedawularsa
 */
export const readPirt = (typed: string, { now, regions }: NumberContext): NumberReading =>
  readDigits(signsOf(typed), (number) => {
    const issuedIn = regionsFor(number.slice(3, 7), regions)
    if (number.length === 12) return { mistake: 'p-irt-old' }
    if (number.length === 13 && issuedIn.length > 0) return { mistake: 'p-irt-no-year' }
    if (number.length !== 15) return { mistake: 'p-irt-length', digits: number.length }
    if (number.startsWith('0')) return { mistake: 'p-irt-package' }
    if (issuedIn.length === 0) return { mistake: 'p-irt-region' }
    const expiryYear = pirtYear(number)
    const thisYear = Number(now.slice(0, 4))
    if (expiryYear > thisYear + LONGEST_PERMIT) return { mistake: 'p-irt-year' }
    if (expiryYear < thisYear) return { mistake: 'p-irt-expired', year: expiryYear }
    return { number, facts: { regions: issuedIn, expiryYear } }
  })

const RECEIPT = /(?<!\p{L})(TANDA\s+TERIMA|RESI|STTD|RECEIPT|BUKTI\s+(PENDAFTARAN|REGISTRASI|DAFTAR|BAYAR))(?!\p{L})/u
/** Words that also stand on a permit, and mean a receipt only where its letters are missing. */
const APPLICATION = /(?<!\p{L})(REGISTRASI|PENDAFTARAN|PERMOHONAN|PENGAJUAN|AJU)(?!\p{L})/u

/**
 * BPOM: MD and 12 digits, newer ones a few more. A receipt of the registration is no permit, and ML is for imports.
 * Source: the domain notes of the project (`ovop.md` §2, `documents.json` bpom_md), common knowledge.
 */
export function readMd(typed: string): NumberReading {
  const text = inCapitals(typed)
  const signs = signsOf(typed, ['MD', 'ML'])
  if (signs.startsWith('ML')) return { mistake: 'md-imported' }
  if (RECEIPT.test(text) || (!signs.startsWith('MD') && APPLICATION.test(text))) return { mistake: 'md-receipt' }
  return readPrefixed(signs, 'MD', 'md-prefix', (digits) =>
    /^\d{12,16}$/.test(digits) ? { number: `MD${digits}`, facts: {} } : { mistake: 'md-length', digits: digits.length },
  )
}

/**
 * Halal certificate of BPJPH: ID and 14 to 18 digits, mostly 17. A KH number is that of the fatwa decision (ketetapan
 * halal): the process is not finished.
 * Sources: https://pdfcoffee.com/faq-bpjph-pdf-free.html and
 * https://www.sahabathalal.id/apa-saja-yang-tertulis-di-dalam-sertifikat-halal-bpjph-ri-panduan-lengkap-untuk-konsumen-pelaku-usaha
 */
export function readHalal(typed: string): NumberReading {
  const text = inCapitals(typed)
  const signs = signsOf(typed, ['ID', 'KH'])
  if (signs.startsWith('KH') || /(?<!\p{L})KETETAPAN(?!\p{L})/u.test(text)) return { mistake: 'halal-kh' }
  if (RECEIPT.test(text) || (!signs.startsWith('ID') && APPLICATION.test(text))) return { mistake: 'halal-receipt' }
  return readPrefixed(signs, 'ID', 'halal-prefix', (digits) =>
    /^\d{14,18}$/.test(digits)
      ? { number: `ID${digits}`, facts: {} }
      : { mistake: 'halal-length', digits: digits.length },
  )
}

/**
 * Trademark: IDM and nine digits. What is only applied for has a number that begins with D or J.
 * Source: the domain notes of the project (`ovop.md` §2, `documents.json` sertifikat_merek), common knowledge.
 */
export function readMerek(typed: string): NumberReading {
  const signs = signsOf(typed, ['IDM', 'DID', 'JID'])
  const isApplication = /^[DJ](ID)?\d{8,}/.test(signs) || APPLICATION_OF_MARK.test(inCapitals(typed))
  if (!signs.startsWith('IDM') && isApplication) return { mistake: 'merek-application' }
  return readPrefixed(signs, 'IDM', 'merek-prefix', (digits) =>
    digits.length === 9 ? { number: `IDM${digits}`, facts: {} } : { mistake: 'merek-length', digits: digits.length },
  )
}

// "Nomor pendaftaran" is what the certificate itself calls the number of a registered mark.
const APPLICATION_OF_MARK = /(?<!\p{L})(PERMOHONAN|PENGAJUAN|AGENDA|TANDA\s+TERIMA)(?!\p{L})/u
