// Words typed where buttons are offered. Whoever is not used to buttons types what stands on them, or what it means.

/** One of several answers, with the words for it in any language. */
export interface Choice<T> {
  is: T
  words: readonly string[]
}

const COURTESY = ['pak', 'bapak', 'bu', 'buk', 'ibu', 'bpk', 'uni', 'uda', 'mas', 'mbak', 'sir', 'madam', 'please']
const NEGATIONS = ['tidak', 'bukan', 'belum', 'tanpa', 'not', 'no', 'without']
/** Whoever asks back has not answered. */
const ASKING = [
  'apa',
  'gimana',
  'bagaimana',
  'kenapa',
  'mengapa',
  'mana',
  'siapa',
  'kapan',
  'maksudnya',
  'what',
  'how',
  'why',
]
/** Whoever asks for time has not answered either. */
const WAITING = ['sebentar', 'bentar', 'tunggu', 'cari', 'carikan', 'wait', 'moment']
const LONGEST = 6

/** Ways of writing one and the same word. */
const spellings: Record<string, readonly string[]> = {
  ya: ['iya', 'iyo', 'yaa', 'iyaa', 'yah', 'y', 'yes', 'yup', 'yep'],
  tidak: ['tdk', 'tak', 'gak', 'ga', 'nggak', 'enggak', 'ngga', 'ndak', 'indak', 'tida', 'engga', 'nope'],
  belum: ['blm', 'blum', 'alun', 'belom'],
  sudah: ['sdh', 'udah', 'udh', 'alah', 'sudah'],
  benar: ['bener', 'betul', 'botua', 'correct', 'right'],
  oke: ['ok', 'okay', 'okey', 'baik', 'siap'],
}
const spelt = new Map(Object.entries(spellings).flatMap(([word, ways]) => ways.map((way) => [way, word] as const)))

const wordsIn = (text: string): string[] =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => spelt.get(word) ?? word)

/**
 * Which answer is meant by what was typed, or undefined when none is, or more than one. The longest words count:
 * "tidak tahu" is not "tidak". A no that belongs to no answer, or a question
 * back, means none.
 */
export function readChoice<T>(typed: string, choices: readonly Choice<T>[]): T | undefined {
  const phrases = choices.flatMap(({ is, words }) => words.map((each) => ({ is, words: wordsIn(each) })))
  const known = [...new Set(phrases.flatMap(({ words }) => words))]
  const said = wordsIn(typed)
    .filter((word) => !COURTESY.includes(word) || known.includes(word))
    .filter((word, at) => word !== 'ya' || at === 0) // elsewhere it only softens: "belum ya"
    .map((word) => withoutTypo(word, known))
  if (said.length === 0 || said.length > LONGEST) return undefined
  const taken = new Set<number>()
  const found = new Set<T>()
  for (const { is, words } of phrases.toSorted((a, b) => b.words.length - a.words.length)) {
    for (const at of placesOf(words, said)) {
      if (words.some((_, offset) => taken.has(at + offset))) continue
      for (const offset of words.keys()) taken.add(at + offset)
      found.add(is)
    }
  }
  const isDenied = said.some((word, at) => [...NEGATIONS, ...ASKING, ...WAITING].includes(word) && !taken.has(at))
  const [only] = found
  return found.size === 1 && !isDenied ? only : undefined
}

const placesOf = (words: readonly string[], said: readonly string[]): number[] =>
  words.length === 0 ? [] : [...said.keys()].filter((at) => words.every((word, offset) => said[at + offset] === word))

/** The one known word that lacks a letter of this one, has one more, or two of them the other way round. */
function withoutTypo(word: string, known: readonly string[]): string {
  if (word.length < 4 || known.includes(word)) return word
  const meant = known.filter((each) => each.length >= 5 && isSlip(word, each))
  const [only] = meant
  return only !== undefined && meant.length === 1 ? only : word
}

// One letter for another is no slip: "susah" is not "sudah".
function isSlip(typed: string, word: string): boolean {
  const [short, long] = typed.length < word.length ? [typed, word] : [word, typed]
  if (long.length - short.length === 1) {
    return [...long].some((_, at) => long.slice(0, at) + long.slice(at + 1) === short)
  }
  return (
    typed.length === word.length &&
    [...typed.slice(1)].some((_, at) => typed.slice(0, at) + typed[at + 1] + typed[at] + typed.slice(at + 2) === word)
  )
}

// ── The answers there are ──

const YES = ['ya', 'benar', 'oke', 'ya benar', 'tentu', 'sure', 'true']
const NO = ['tidak', 'bukan', 'no', 'tidak benar', 'bukan itu']
const UNSURE = [
  ...['tidak tahu', 'belum tahu', 'kurang tahu', 'tidak tau', 'belum tau', 'kurang tau', 'tidak yakin', 'belum yakin'],
  ...['ragu', 'bingung', 'lupa', 'tidak ingat', 'tidak mengerti', 'kurang paham', 'tidak paham', 'tidak jelas'],
  ...['not sure', 'unsure', 'do not know', 'don t know', 'dont know', 'no idea', 'not known'],
]

export const commodityChoices: readonly Choice<
  'makanan_minuman' | 'kain_tenun' | 'kain_batik' | 'anyaman' | 'gerabah'
>[] = [
  {
    is: 'makanan_minuman',
    words: [
      ...['makanan', 'minuman', 'kuliner', 'food', 'drink', 'drinks', 'rendang', 'randang', 'keripik', 'kripik'],
      ...['karupuk', 'kerupuk', 'kopi', 'coffee', 'kue', 'roti', 'teh', 'gula', 'madu', 'dendeng', 'sambal', 'bumbu'],
      ...['abon', 'dodol', 'galamai', 'sanjai', 'dakak dakak', 'dadiah', 'ikan', 'camilan', 'snack', 'sirup', 'bakso'],
    ],
  },
  { is: 'kain_tenun', words: ['tenun', 'tenunan', 'kain tenun', 'songket', 'menenun', 'woven cloth', 'weaving'] },
  { is: 'kain_batik', words: ['batik', 'kain batik', 'membatik'] },
  {
    is: 'anyaman',
    words: ['anyaman', 'anyam', 'menganyam', 'pandan', 'rotan', 'mansiang', 'tikar', 'wickerwork', 'basketry'],
  },
  { is: 'gerabah', words: ['gerabah', 'tembikar', 'keramik', 'tanah liat', 'pottery', 'ceramics', 'clay'] },
]

export const formChoices: readonly Choice<'perorangan' | 'cv' | 'pt' | 'koperasi' | 'unsure'>[] = [
  {
    is: 'perorangan',
    words: ['perorangan', 'perseorangan', 'orangan', 'pribadi', 'sendiri', 'usaha sendiri', 'individual', 'personal'],
  },
  { is: 'cv', words: ['cv', 'c v', 'commanditaire vennootschap'] },
  { is: 'pt', words: ['pt', 'p t', 'perseroan', 'perseroan terbatas', 'pt perorangan', 'company'] },
  { is: 'koperasi', words: ['koperasi', 'cooperative'] },
  { is: 'unsure', words: [...UNSURE, 'tidak', 'belum', 'belum ada', 'tidak ada'] },
]

export const groupChoices: readonly Choice<'yes' | 'no' | 'unsure'>[] = [
  { is: 'yes', words: YES },
  { is: 'no', words: NO },
  { is: 'unsure', words: UNSURE },
]

/** Of a question about a business that is answered with yes or no. */
export const yesNoChoices: readonly Choice<'yes' | 'no'>[] = [
  { is: 'yes', words: [...YES, 'sudah', 'ada', 'punya', 'pernah', 'sudah pernah'] },
  {
    is: 'no',
    words: [
      ...NO,
      'belum',
      'belum pernah',
      'tidak pernah',
      'never',
      'belum ada',
      'tidak ada',
      'belum punya',
      'tidak punya',
      'belum sudah',
      'not yet',
    ],
  },
]

/** Of a question whose answer may be left to somebody else. */
export const unsureChoices: readonly Choice<'unsure'>[] = [{ is: 'unsure', words: UNSURE }]

export const ownedChoices: readonly Choice<'yes' | 'not-yet'>[] = [
  {
    is: 'yes',
    words: [...YES, 'sudah', 'ada', 'punya', 'sudah ada', 'sudah punya', 'saya punya', 'already', 'i have', 'have it'],
  },
  {
    is: 'not-yet',
    words: [
      ...['belum', 'tidak', 'no', 'belum ada', 'belum punya', 'tidak ada', 'tidak punya', 'saya tidak punya'],
      ...['ya belum', 'belum sudah', 'belum jadi', 'belum selesai', 'not yet', 'do not have', 'don t have'],
    ],
  },
]

export const nameChoices: readonly Choice<'same' | 'differs' | 'left'>[] = [
  { is: 'same', words: [...YES, 'sama', 'ya sama', 'sama saja', 'same', 'the same', 'tidak beda', 'tidak berbeda'] },
  {
    is: 'differs',
    words: [
      ...['beda', 'berbeda', 'berlainan', 'lain', 'tidak', 'bukan', 'no', 'tidak sama', 'ya beda', 'ya berbeda'],
      ...['different', 'not the same', 'differs'],
    ],
  },
  { is: 'left', words: UNSURE },
]

export const confirmChoices: readonly Choice<'yes' | 'again'>[] = [
  { is: 'yes', words: [...YES, 'sudah', 'sudah benar', 'kirim', 'ya kirim', 'benar kirim', 'sudah betul', 'send'] },
  { is: 'again', words: ['ulang', 'jawab ulang', 'ulangi', 'ubah', 'answer again', 'again', 'change'] },
]

export const doneChoices: readonly Choice<'done'>[] = [
  { is: 'done', words: ['selesai', 'sudah', 'sudah selesai', 'sudah semua', 'itu saja', 'cukup', 'done', 'finished'] },
]

/** The answers of a question that asks for one of several, by what stands on its buttons. */
export function optionChoices<T>(options: readonly { id: T; labels: readonly string[] }[]): Choice<T>[] {
  const every = options.map(({ id, labels }) => ({ id, words: new Set(labels.flatMap(wordsIn)) }))
  return options.map(({ id, labels }, at) => {
    const others = every.filter((_, other) => other !== at)
    const own = [...(every[at]?.words ?? [])].filter((word) => !others.some(({ words }) => words.has(word)))
    return { is: id, words: [...labels, ...own.filter((word) => word.length > 2)] }
  })
}

/** How somebody greets, who does nothing else: "assalamualaikum", in full or as it is shortened, or "halo, selamat pagi". */
export function greetingIn(typed: string): 'salam' | 'plain' | undefined {
  const said = typed
    .toLowerCase()
    .replace(/[^\p{L}\s']+/gu, ' ')
    .split(/\s+/)
    .filter((word) => word !== '' && !COURTESY.includes(word))
    .join(' ')
    .replaceAll("'", '')
  if (SALAM.test(said)) return 'salam'
  return PLAIN_GREETING.test(said) ? 'plain' : undefined
}

const SALAM =
  /^(?:ass?|ass?lm|ass?kum|askm|salam|ass?alam\p{L}*(?: ?\p{L}*(?:alai|'alai|laik)\p{L}*)?)(?: (?:wr|wb|warah\p{L}*|wabarak\p{L}*))*$/u
const PLAIN_GREETING =
  /^(?:(?:hall?o+|hai+|hi|hello|hey|hei|permisi|selamat (?:pagi|siang|sore|malam)|good (?:morning|afternoon|evening))(?: |$))+$/u
