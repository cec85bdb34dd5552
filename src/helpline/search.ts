import { stemmer } from '@orama/stemmers/indonesian'
import MiniSearch from 'minisearch'
import { type FaqEntry, faq, faqEntryOf } from './faq.ts'

// Finds what was probably meant: words are brought to their stems, a slip of the fingers is forgiven, and an entry counts
// only when it knows most of what was said.

/** At most this many answers are offered. */
export const MOST_ANSWERS = 3

/** The entries that fit a question best, the best first; none when nothing fits well. */
export function searchFaq(typed: string): FaqEntry[] {
  const asked = contentOf(typed)
  if (asked.length === 0) return []
  const found = index()
    .search(asked.join(' '))
    .filter(({ queryTerms }) => isKnown(asked, queryTerms))
  const best = found[0]?.score ?? 0
  return found
    .filter(({ score }) => score >= best * WORTH_SHOWING)
    .slice(0, MOST_ANSWERS)
    .flatMap(({ id }) => faqEntryOf(String(id)) ?? [])
}

/** Entries with less than this share of the best one's score answer something else. */
const WORTH_SHOWING = 0.35
/** Of what was said, at least this share must be known to an entry. */
const MUST_KNOW = 0.5

const isKnown = (asked: readonly string[], known: readonly string[]): boolean =>
  asked.filter((word) => known.includes(word)).length >= asked.length * MUST_KNOW

interface Indexed {
  id: string
  ask: string
  words: string
}

let built: MiniSearch<Indexed> | undefined

/** Built once, when somebody first asks: it follows from the entries alone. */
function index(): MiniSearch<Indexed> {
  built ??= build()
  return built
}

function build(): MiniSearch<Indexed> {
  const search = new MiniSearch<Indexed>({
    fields: ['ask', 'words'],
    tokenize: contentOf,
    processTerm: (term) => term,
    searchOptions: {
      tokenize: (words) => words.split(' '), // which are stems already
      fuzzy: (term) => (term.length < 5 || /\d/.test(term) ? false : term.length < 8 ? 1 : 2),
      weights: { fuzzy: 0.4, prefix: 0.2 },
    },
  })
  search.addAll(
    faq.map(({ id, ask, words }) => ({
      id,
      ask: `${ask.id} ${ask.en}`,
      words: words.join(' '),
    })),
  )
  return search
}

/** The words of a text that say what it is about, by their stems. */
function contentOf(text: string): string[] {
  const words = text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/\b(?:spp)?[\s.-]?p[\s.-]?irt\b/g, ' pirt ')
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => word.replace(/(?<=.{3})ny[ao]$/, ''))
    .flatMap((word) => (meanings.get(word) ?? word).split(' '))
    .filter((word) => word.length > 1 && !EMPTY.has(word))
  return [...new Set(words.map(stemmer))]
}

/** How people say it on the phone, in Padang, or in English: by the word the entries use. */
const meanings = new Map(
  Object.entries({
    'belum punya': ['blm', 'alun', 'blum'],
    tidak: ['ndak', 'dak', 'indak', 'nggak', 'gak', 'ga', 'tdk', 'tak', 'ngga', 'enggak'],
    berapa: ['bara', 'brp'],
    kapan: ['bilo', 'kpn', 'when'],
    ada: ['ado'],
    buat: ['buek', 'mambuek', 'bikin', 'membuat', 'dibuat', 'buatnya', 'bikinnya', 'make'],
    bawa: ['baok', 'dibaok', 'mambaok', 'bring'],
    besar: ['gadang', 'gede', 'large', 'big'],
    pesan: ['pasan', 'booking', 'book'],
    pindah: ['reschedule', 'diundur', 'undur', 'move', 'mengganti'],
    penuh: ['panuah', 'full'],
    beda: ['babeda', 'berbeda', 'berlainan', 'differs', 'different'],
    nama: ['namo', 'name'],
    uang: ['pitih', 'duit', 'money', 'dana'],
    bayar: ['bayia', 'dibayar', 'membayar', 'pay'],
    ponsel: ['hp', 'hape', 'handphone', 'telepon', 'phone'],
    hilang: ['ilang', 'lost'],
    kabur: ['buram', 'blur', 'blurred', 'blurry'],
    habis: ['kadaluarsa', 'kedaluwarsa', 'kadaluwarsa', 'kadaluarso', 'expired', 'mati'],
    rendang: ['randang'],
    merek: ['merk', 'brand', 'trademark'],
    lulus: ['lolos', 'pass'],
    foto: ['poto', 'photo', 'gambar', 'photos'],
    pirt: ['sppirt'],
    lab: ['laboratorium', 'labor'],
    whatsapp: ['wa'],
    kirim: ['send', 'mengirim', 'dikirim'],
    batal: ['cancel', 'membatalkan'],
    hapus: ['delete'],
    usaha: ['usaho', 'business', 'businesses'],
    perpanjang: ['memperpanjang', 'diperpanjang', 'perpanjangan', 'renew', 'renewed'],
    urus: ['mengurus', 'ngurus', 'ngurusnya', 'mauruih', 'apply'],
  }).flatMap(([meaning, said]) => said.map((word) => [word, meaning])),
)

/** Words that are in every question and say nothing of what it is about. */
const EMPTY = new Set(
  [
    'yang di ke dari dan atau untuk dengan pada ini itu tu nan jo ko nyo ya yo iya sih dong deh kok kan lah nih kah pun',
    'apa apo apakah apaan sia jaleh bedanyo bedanya bagaimana gimana gmn baa baaimana caranya cara mana siapa kenapa mengapa maksud maksudnya',
    'saya aku kami kita ambo awak bapak ibu pak bu buk uni uda ibuk mohon tolong minta bisa boleh dapat harus perlu mau',
    'ingin nak akan kalau kalo klo jika bila jadi juga saja aja cuma hanya masih lagi lai lah sudah alah udah sdh ada adalah',
    'tidak bukan berapa kapan tahu tau nya si se para tentang soal seperti oleh karena agar supaya terus trus lalu tapi',
    'the is are of and or to in on at for my our we you it an do does can what how which who that this there be if with must get',
    'surat dokumen berkas paper papers dimana kemana bana beko nanti tanya nanya bertanya tanyo ask question banyak kira kira2 sebenarnya',
    'halo hai selamat pagi siang sore malam terima kasih makasih permisi assalamualaikum begini gini punya belum',
  ].flatMap((line) => line.split(' ')),
)
