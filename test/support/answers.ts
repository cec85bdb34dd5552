import type { ShownMessage } from '../../src/simulator/model.ts'
import { NIK } from './person.ts'

/** What somebody types who has all their papers at hand, when they read such a question. */
const answers: [reads: RegExp, says: string][] = [
  [/nama lengkap/, 'Yanti Marlina'],
  [/Apa nama usaha/, 'Rendang Uni Yanti'],
  [/di kabupaten\/kota mana/, 'Kota Payakumbuh'],
  [/Berapa NIK|nomor NPWP/, NIK],
  [/nomor NIB/, '9120 0012 34567'],
  [/kode KBLI|nomor KBLI|KBLI.*\?/, '10794'],
  [/nomor P-IRT/, '2061376010042-28'],
  [/izin edarnya/, 'MD 224512001234'],
  [/sertifikat halalnya/, 'ID13110000123450124'],
  [/nomor mereknya/, 'IDM000123456'],
  [/Berapa nomor/, '440/123/Dinkes/2024'],
  [/Tanggal berapa .* terbit/, '3 mei 2024'],
  [/Sampai tanggal berapa .*P-IRT/, '31 Desember 2028'],
  [/Sampai tanggal berapa/, '31 Desember 2027'],
  [/tanggal berapa .* diserahkan/, '3 minggu lagi'],
]

/** The right answer to what a message asks to be typed; undefined when it asks for nothing of the kind. */
export function rightAnswer({ text, buttons }: Pick<ShownMessage, 'text' | 'buttons'>): string | undefined {
  const known = answers.find(([reads]) => reads.test(text))
  if (known) return known[1]
  if (!/^\d dari \d\./.test(text) || buttons.length > 0) return undefined
  return /tahun berapa/i.test(text) ? '2015' : /berapa/i.test(text) ? '12' : 'Seperti biasa di kampung kami'
}
