// Whether two papers name the same person. What is not surely the same is for people to judge.

/** The words of names that are more or less than a name; all in small letters without dots. */
export interface NameWords {
  /** Ignored wherever they stand. */
  titles: ReadonlySet<string>
  /** After a name these begin a gelar, which goes on to the next comma or the end. */
  gelar: ReadonlySet<string>
  /** One letter that is a title in front of a name or after a comma. */
  initials: ReadonlySet<string>
  /** Shortened and old forms of a name. */
  short: ReadonlyMap<string, string>
}

/**
 * `same`: the same letters, whatever the titles, capitals, marks and spaces. `variant`: spelt or shortened differently,
 * in another order, or with one slip. `different`: anything else, above all a word more or less.
 */
export type Likeness = 'same' | 'variant' | 'different'

/** Compares two names as they stand on papers. */
export function sameName(a: string, b: string, words: NameWords): Likeness {
  const [first, second] = [readName(a, words), readName(b, words)]
  if (first.words.length === 0 || second.words.length === 0) return 'different'
  const likeness = compare(first, second, words.short)
  if (likeness !== 'different') return likeness
  // An "H." or "St." that is no title after all: Hamid, Siti.
  const others = [first, second].map((name) => [name.words, ...name.otherwise])
  const [ofFirst = [], ofSecond = []] = others
  const isVariant = ofFirst.some((one) =>
    ofSecond.some((other) => compareWords(one, other, words.short) !== 'different'),
  )
  return isVariant && !differentGelar(first, second, words.short) ? 'variant' : 'different'
}

interface Name {
  words: string[]
  /** Empty if there is none. */
  gelar: string[]
  /** Other ways to read the words. */
  otherwise: string[][]
}

const LONGEST = 200
const MOST_WORDS = 16

const compare = (a: Name, b: Name, short: NameWords['short']): Likeness =>
  differentGelar(a, b, short) ? 'different' : compareWords(a.words, b.words, short)

/** Two men of one name are told apart by their gelar; on many papers it is missing. */
const differentGelar = (a: Name, b: Name, short: NameWords['short']): boolean =>
  a.gelar.length > 0 && b.gelar.length > 0 && compareWords(a.gelar, b.gelar, short) === 'different'

// ── Reading ──

function readName(typed: string, words: NameWords): Name {
  const isTitle = (word: string) => words.titles.has(word) || words.initials.has(word) || words.gelar.has(word)
  const parts = typed
    .slice(0, LONGEST)
    .split(/[,;]/)
    .map(wordsIn)
    .filter((part) => part.length > 0)
  const [front = [], ...behind] = parts.map((part, at) => joinTitles(part, words.titles, at === 0 ? 1 : 0))
  const start = front.findIndex((word) => !isTitle(word))
  // Somebody may be called by nothing but what else is a title: Sidi, Sutan.
  if (start < 0) return { words: wordsIn(typed), gelar: [], otherwise: [] }
  const [own, ownGelar] = splitGelar(front.slice(start), words)
  const later = behind.map((part) => splitGelar(part, words))
  const after = later.flatMap(([name]) => name.filter((word) => !isTitle(word)))
  const leading = front.slice(0, start).filter((word) => words.short.has(word))
  const withoutInitials = own.filter((word) => !words.initials.has(word))
  return {
    words: [...own, ...after],
    gelar: [...ownGelar, ...later.flatMap(([, gelar]) => gelar)],
    otherwise: [
      ...(leading.length > 0 ? [[...leading, ...own, ...after]] : []),
      ...(withoutInitials.length < own.length ? [[...withoutInitials, ...after]] : []),
    ],
  }
}

/** The words before a gelar and those of it, both without titles. */
function splitGelar(part: string[], { titles, gelar }: NameWords): [name: string[], gelar: string[]] {
  const at = part.findIndex((word) => gelar.has(word))
  const plain = (some: string[]) => some.filter((word) => !titles.has(word) && !gelar.has(word))
  return at < 0 ? [plain(part), []] : [plain(part.slice(0, at)), plain(part.slice(at + 1))]
}

/** Words in small letters: "Nur'aini" is one, "Al-Fitri" two, "S.Pd." is spd but "M.Yusuf" m and yusuf. */
const wordsIn = (text: string): string[] =>
  text
    .slice(0, LONGEST)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’‘`´ʼ]/g, '')
    .replace(/(?<![\p{L}\p{N}.])(\p{L})\.(?=\p{L}{4,})/gu, '$1 ')
    .replace(/\./g, (_, at: number, whole: string) => (/\p{L}/u.test(whole[at + 1] ?? '') ? '' : ' '))
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .slice(0, MOST_WORDS)

/** Puts "s pd" and "m m" together where that makes a title; in front of the name they are initials. */
function joinTitles(words: string[], titles: ReadonlySet<string>, from: number): string[] {
  const joined: string[] = []
  for (const word of words) {
    const before = joined.at(-1) ?? ''
    const isTitle = joined.length > from && before.length === 1 && word.length < 4 && titles.has(before + word)
    if (isTitle) joined.splice(-1, 1, before + word)
    else joined.push(word)
  }
  return joined
}

// ── Comparing ──

function compareWords(a: string[], b: string[], short: NameWords['short']): Likeness {
  if (a.join('') === b.join('')) return 'same'
  if (a.map(folded).join('') === b.map(folded).join('')) return 'variant'
  return a.length === b.length && pairUp(a, b, short) ? 'variant' : 'different'
}

/** Whether each word of one name goes with one of the other: the surest pairs first, one slip at most. */
function pairUp(a: string[], b: string[], short: NameWords['short']): boolean {
  const whole = (word: string) => folded(short.get(word) ?? word)
  const kinds: [fits: (one: string, other: string) => boolean, most: number][] = [
    [(one, other) => one === other || folded(one) === folded(other), MOST_WORDS],
    [(one, other) => whole(one) === whole(other), MOST_WORDS],
    [isSlip, 1],
    [isInitial, MOST_WORDS],
  ]
  let [left, right] = [a, b]
  let known = 0
  for (const [fits, most] of kinds) {
    for (let found = 0; found < most; found++) {
      const pair = left.flatMap((one, at) =>
        right.flatMap((other, to) => (fits(one, other) ? [[at, to, one.length]] : [])),
      )[0]
      if (!pair) break
      const [at = 0, to = 0] = pair
      if (Math.min(left[at]?.length ?? 0, right[to]?.length ?? 0) > 2) known++
      left = left.toSpliced(at, 1)
      right = right.toSpliced(to, 1)
    }
  }
  return left.length === 0 && known > 0
}

const isInitial = (one: string, other: string): boolean =>
  (one.length === 1 && other.startsWith(one)) || (other.length === 1 && one.startsWith(other))

const LONG_WORD = 6

/** One letter wrong, missing, too many, or two changed about, in a long word. */
export function isSlip(one: string, other: string): boolean {
  const [a, b] = one.length <= other.length ? [one, other] : [other, one]
  if (a.length < LONG_WORD || b.length - a.length > 1) return false
  const from = [...a].findIndex((letter, at) => letter !== b[at])
  const start = from < 0 ? a.length : from
  const isSwapped = a[start] === b[start + 1] && a[start + 1] === b[start] && a.slice(start + 2) === b.slice(start + 2)
  const rest = a.length === b.length ? a.slice(start + 1) : a.slice(start)
  return rest === b.slice(start + 1) || (a.length === b.length && isSwapped)
}

/** Old and new spelling, and sounds that are written in more ways than one, brought to one form. */
const spellings: [RegExp, string][] = [
  [/oe/g, 'u'],
  [/dj/g, 'j'],
  [/tj/g, 'c'],
  [/nj/g, 'ny'],
  [/s[jy]/g, 's'],
  [/dz|z/g, 's'],
  [/[kc]h/g, 'h'],
  [/ph|v/g, 'f'],
  [/([dt])h/g, '$1'],
  [/q/g, 'k'],
  [/x/g, 'ks'],
  [/ie|y(?![aeiou])/g, 'i'],
  [/(\p{L})\1+/gu, '$1'],
  [/(?<=..)h$/g, ''],
]

function folded(word: string): string {
  // In old spelling, which "oe" or "dj" gives away, a j alone is today's y.
  const modern = /oe|dj|tj|nj/.test(word) ? word.replace(/(?<![dtns])j/g, 'y') : word
  return spellings.reduce((text, [from, to]) => text.replace(from, to), modern)
}
