// The words of dates: Indonesian with its older and hurried spellings, Minangkabau where people mix it in, English.

const meaning = <Value>(rows: [Value, string][]): Map<string, Value> =>
  new Map(rows.flatMap(([value, words]) => words.split(' ').map((word): [string, Value] => [word, value])))

export const months = meaning<number>([
  [1, 'januari january jan januri janauri jenuari'],
  [2, 'februari february feb pebruari peb febuari pebuari februri'],
  [3, 'maret march mar mart mrt maart'],
  [4, 'april apr apl aprl avril'],
  [5, 'mei may mai'],
  [6, 'juni june jun'],
  [7, 'juli july jul'],
  [8, 'agustus august aug agt agu ags agst agus agusutus agsutus agustuih agutus'],
  [9, 'september sept sep spt septembar septemer sebtember'],
  [10, 'oktober october okt oct oktobar ktober'],
  [11, 'november nopember nov nop nopembar novembar nopemer'],
  [12, 'desember december des dec desembar desemer'],
])

/** Months as letters of an office number them, between day and year: 14-VI-2024. */
export const roman = new Map(
  ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'].map((word, at) => [word, at + 1]),
)

/** Monday is 1. */
export const weekdays = meaning<number>([
  [1, 'senin sinin sanayan monday'],
  [2, 'selasa salasa tuesday'],
  [3, 'rabu raba rabaa wednesday'],
  [4, 'kamis kamih thursday'],
  [5, 'jumat jum jumaat jumuah friday'],
  [6, 'sabtu saptu saturday'],
  [7, 'minggu ahad akad sunday'],
])

export const counted = meaning<number>([
  [1, 'satu ciek se sa a an one'],
  [2, 'dua duo two'],
  [3, 'tiga tigo three'],
  [4, 'empat ampek four'],
  [5, 'lima limo five'],
  [6, 'enam anam six'],
  [7, 'tujuh tujuah seven'],
  [8, 'delapan lapan salapan eight'],
  [9, 'sembilan sambilan nine'],
  [10, 'sepuluh sapuluah ten'],
  [11, 'sebelas sabaleh eleven'],
  [12, 'duabelas twelve'],
])

/** A stretch of time in days or months, and how many of it make sense. */
interface Unit {
  days: number
  months: number
  most: number
}

export const units = meaning<Unit>([
  [{ days: 1, months: 0, most: 999 }, 'hari hr day days'],
  [{ days: 7, months: 0, most: 520 }, 'minggu mgg mg pekan pakan week weeks'],
  [{ days: 0, months: 1, most: 120 }, 'bulan bln bl month months'],
  [{ days: 0, months: 12, most: 50 }, 'tahun thn th taun year years'],
])

/** Days that have a name from today on. */
export const namedDays = new Map<string, number>(
  Object.entries({
    'hari ini': 0,
    'hari ko': 0,
    kini: 0,
    sekarang: 0,
    today: 0,
    besok: 1,
    bsk: 1,
    besuk: 1,
    esok: 1,
    bisuak: 1,
    isuak: 1,
    tomorrow: 1,
    lusa: 2,
    'besok lusa': 2,
    kemarin: -1,
    kamarin: -1,
    yesterday: -1,
    'minggu depan': 7,
    'minggu muko': 7,
    'mgg depan': 7,
    'pekan depan': 7,
    'pakan muko': 7,
    'next week': 7,
    'minggu lalu': -7,
    'last week': -7,
  }),
)

export const namedMonths = new Map<string, number>(
  Object.entries({
    'bulan ini': 0,
    'bulan ko': 0,
    'bln ini': 0,
    'this month': 0,
    'bulan depan': 1,
    'bulan muko': 1,
    'bln depan': 1,
    'next month': 1,
    'bulan lalu': -1,
    'bln lalu': -1,
    'last month': -1,
  }),
)

export const namedYears = /^(tahun|thn|taun) (ini|depan|lalu|muko)$|^(this|next|last) year$/

export const past = / (yang lalu|yg lalu|lalu|ago)$/
export const future = /^(dalam|in) | (lagi|lg|lai|ke depan|kedepan|mendatang|from now)$/g
export const coming = /^(depan|muko|dapan)$/

/** No end: "seumur hidup", as NIB and KTP say it. */
export const forever =
  /\b(seumur hidup|saumua iduik|selamanya|selama usaha|lifetime|forever|permanen|tanpa batas|tidak ada batas)\b/

/** Words that say nothing about which day is meant. */
export const fillers = new Set(
  'tgl tg tanggal pada di s d sd sampai hingga sebelum berlaku habis exp expired ed kira sekitar insya insyaallah allah mungkin paling lambat lama ya pak bu ibu bapak the of on until by'.split(
    ' ',
  ),
)

/** Words that only name what stands beside them: "hari Senin", "bulan Juni", "tahun 2024". */
export const namings = new Set('hari bulan bln tahun thn th hr'.split(' '))
