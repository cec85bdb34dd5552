import { catalogue, commodities } from '../src/dossier/catalogue.ts'
import type { Runtime } from '../src/runtime.ts'

// Catalogues of as many requirements as a measurement wants, each of them a few questions that are answered in words.

const both = (text: string) => ({ id: text, en: text })

/** Two letters in place of a number: the ids of a catalogue have no digits. */
const inLetters = (at: number): string => String.fromCharCode(97 + Math.floor(at / 26), 97 + (at % 26))

export const requirementId = (at: number): string => `hal_${inLetters(at)}`
export const questionId = (at: number): string => `tanya_${inLetters(at)}`

// A version is read once per process, so every catalogue made here has one of its own, whatever database it is in.
let lastVersion = 1000

/** Saves a catalogue of `items` requirements with `questions` questions each, the newest, and answers its version. */
export async function saveCatalogue(rt: Runtime, items: number, questions: number): Promise<number> {
  const version = ++lastVersion
  const requirements = Array.from({ length: items }, (_, at) => dataRequirement(at, questions))
  const body = catalogue.parse({ version, requirements })
  const sql = 'INSERT INTO catalogue (version, body, created_at) VALUES ($1, $2, $3)'
  await rt.db.sql(sql, [version, JSON.stringify(body), rt.clock.now()])
  return version
}

function dataRequirement(at: number, questions: number) {
  const asked = Array.from({ length: questions }, (_, position) => questionId(position))
  return {
    id: requirementId(at),
    kind: 'data',
    section: 'manajemen',
    level: 'wajib',
    stage: 'administrasi',
    preparedBy: 'pemilik',
    leadTime: 'same_day',
    commodities: [...commodities],
    identity: false,
    pii: 'low',
    validity: { type: 'none' },
    source: 'inferred',
    name: both(`Hal ke-${at + 1}`),
    shortName: both(`Hal ${at + 1}`),
    explain: both('Beberapa pertanyaan tentang usaha Bapak/Ibu.'),
    issuer: both('Bapak/Ibu sendiri'),
    howToGet: both('Jawab dengan kalimat sendiri.'),
    mistakes: [both('Jawaban terlalu singkat')],
    reviewHint: both('Jawaban masuk akal.'),
    questions: asked.map((id) => ({ id, answer: 'text', ask: both('Bagaimana usaha ini bekerja?') })),
    paragraph: asked.map((id) => both(`Usaha ini {${id}}.`)),
  }
}
