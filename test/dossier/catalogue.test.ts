import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { acceptedKinds, catalogue, type Requirement, variablesOf } from '../../src/dossier/catalogue.ts'

const SENTENCE_WORDS = 18
const languages = ['id', 'en'] as const

const written: unknown = JSON.parse(
  readFileSync(new URL('../../prisma/reference/catalogue-2.json', import.meta.url), 'utf8'),
)
const { groups, requirements, version } = catalogue.parse(written)
const byId = (id: string) => requirements.find((each) => each.id === id)
const idsOf = (some: readonly Requirement[]) => some.map(({ id }) => id)
const where = (isIt: (each: Requirement) => boolean) => idsOf(requirements.filter(isIt))

test('version 2 has all forty requirements', () => {
  expect(version).toBe(2)
  expect(idsOf(requirements)).toEqual([
    ...['ktp_pemilik', 'npwp', 'nib', 'kbli_usaha', 'sertifikat_standar', 'akta_badan_usaha', 'akun_siinas'],
    ...['sk_sentra', 'surat_usulan_dinas', 'data_sentra', 'bukti_penghela'],
    ...['profil_usaha', 'data_produk', 'foto_produk', 'foto_proses', 'foto_lokasi', 'sampel_produk', 'bahan_baku'],
    ...['kapasitas_produksi', 'tenaga_kerja', 'spp_irt', 'bpom_md', 'sertifikat_halal', 'hasil_uji_lab'],
    ...['label_kemasan', 'sertifikat_pkp', 'sertifikat_mutu_pangan', 'batikmark', 'sppt_sni', 'ki_motif_desain'],
    ...['pengelolaan_lingkungan', 'sertifikat_merek', 'bukti_penjualan', 'pembukuan', 'bukti_pemasaran'],
    ...['struktur_organisasi', 'sop_produksi', 'uraian_tugas', 'peran_masyarakat', 'penghargaan_pelatihan'],
  ])
})

describe('what each one is', () => {
  test.each([
    ['letter', ['sk_sentra', 'surat_usulan_dinas']],
    [
      'data',
      [
        ...['kbli_usaha', 'akun_siinas', 'data_sentra', 'bukti_penghela', 'profil_usaha', 'data_produk', 'bahan_baku'],
        ...['kapasitas_produksi', 'tenaga_kerja', 'pengelolaan_lingkungan', 'bukti_pemasaran'],
      ],
    ],
    ['media', ['foto_produk', 'foto_proses', 'foto_lokasi', 'label_kemasan']],
    ['physical', ['sampel_produk']],
  ])('%s', (kind, ids) => expect(where((each) => each.kind === kind)).toEqual(ids))

  test('the dinas prepares the papers of the sentra', () =>
    expect(where(({ preparedBy }) => preparedBy === 'dinas_kabkota')).toEqual([
      'sk_sentra',
      'surat_usulan_dinas',
      'data_sentra',
    ]))

  test('only these show who a person is', () =>
    expect(where(({ identity }) => identity)).toEqual(['ktp_pemilik', 'npwp']))

  test('only these are named by the sources themselves; an admin confirms the others', () =>
    expect(where(({ source }) => source === 'sourced')).toEqual([
      ...['sk_sentra', 'data_sentra', 'sampel_produk', 'spp_irt', 'bpom_md', 'sertifikat_halal', 'hasil_uji_lab'],
      ...['bukti_penjualan', 'pembukuan', 'struktur_organisasi', 'sop_produksi', 'uraian_tugas', 'peran_masyarakat'],
    ]))

  test.each([
    ['ktp_pemilik', 'nik'],
    ['npwp', 'npwp'],
    ['nib', 'nib'],
    ['spp_irt', 'p-irt'],
    ['bpom_md', 'md'],
    ['sertifikat_halal', 'halal'],
    ['sertifikat_merek', 'merek'],
    ['hasil_uji_lab', 'free'],
  ])('the number of %s is read as %s', (id, number) => expect(byId(id)).toMatchObject({ number }))

  test('the KBLI is typed as a number with a pattern', () =>
    expect(byId('kbli_usaha')).toMatchObject({ questions: [{ number: 'kbli' }, {}] }))

  test.each([
    ['spp_irt', { years: 5, warnDays: 180, endless: false }],
    ['sertifikat_halal', { warnDays: 60, endless: true }],
    ['hasil_uji_lab', { years: 2, warnDays: 60, endless: false }],
    ['batikmark', { warnDays: 90, endless: false }],
  ])('%s ends as it says', (id, validity) => expect(byId(id)?.validity).toEqual({ type: 'dated', ...validity }))

  test('a video is welcome for the making alone, office files never for official papers', () => {
    expect(where((each) => acceptedKinds(each).includes('mp4'))).toEqual(['foto_proses'])
    expect(where((each) => each.section === 'legalitas' && acceptedKinds(each).includes('docx'))).toEqual([])
  })

  test('the sample is no file', () =>
    expect(byId('sampel_produk') && acceptedKinds(byId('sampel_produk') as Requirement)).toEqual([]))
})

test('what must be there first', () => {
  expect(
    Object.fromEntries(requirements.filter(({ needs }) => needs.length > 0).map(({ id, needs }) => [id, needs])),
  ).toEqual({
    npwp: ['ktp_pemilik'],
    nib: ['ktp_pemilik'],
    kbli_usaha: ['nib'],
    sertifikat_standar: ['nib'],
    akun_siinas: ['nib', 'npwp'],
    spp_irt: ['nib'],
    bpom_md: ['nib'],
    sertifikat_halal: ['nib'],
    sertifikat_mutu_pangan: ['nib'],
    batikmark: ['nib', 'npwp', 'sertifikat_merek'],
    sppt_sni: ['nib'],
    ki_motif_desain: ['ktp_pemilik'],
    sertifikat_merek: ['nib'],
  })
})

test('a paragraph names every question and nothing else, in both languages', () => {
  for (const each of requirements) {
    if (each.kind !== 'data') continue
    for (const language of languages) {
      const named = variablesOf(each.paragraph.map((sentence) => sentence[language]).join(' '))
      expect(named, `${each.id} ${language}`).toEqual(each.questions.map(({ id }) => id).sort())
    }
  }
})

describe('texts', () => {
  const texts = textsIn({ groups, requirements }, '')

  test('none is empty, and none of the two languages is a copy of the other', () => {
    expect(texts.length).toBeGreaterThan(600)
    expect(texts.filter(({ said }) => said.trim() === '')).toEqual([])
    const names = requirements.flatMap(({ explain, howToGet, reviewHint }) => [explain, howToGet, reviewHint])
    expect(names.filter(({ id, en }) => id === en)).toEqual([])
  })

  test('no sentence is long', () => {
    const isLong = (sentence: string) => wordsIn(sentence) > SENTENCE_WORDS
    expect(
      texts.flatMap(({ path, said }) =>
        sentencesIn(said)
          .filter(isLong)
          .map((long) => `${path}: ${long}`),
      ),
    ).toEqual([])
  })

  test('names fit a button and are not mistaken for each other', () => {
    for (const language of languages) {
      const names = [...groups, ...requirements].map(({ shortName }) => shortName[language])
      expect(names.filter((name) => name.length > 24)).toEqual([])
      expect(new Set(names).size, language).toBe(names.length)
    }
  })

  test('they keep to the tone: no slang, no promise, no markup, no shouting', () => {
    const wrong = /\b(kamu|anda|gue|bintang|pasti|dijamin|stars?|guaranteed?)\b|[<>&*!]/i
    const shouted = /\b[A-Z]{9,}\b/
    expect(texts.filter(({ said }) => wrong.test(said) || shouted.test(said))).toEqual([])
  })

  test('each question is one sentence that asks', () => {
    const asks = [
      ...groups.flatMap(({ question }) => question?.ask ?? []),
      ...requirements.flatMap((each) => (each.kind === 'data' ? each.questions.map(({ ask }) => ask) : [])),
    ]
    for (const ask of asks) for (const language of languages) expect(ask[language]).toMatch(/^[^.?!]+\?$/)
  })
})

describe('a catalogue is refused', () => {
  type Raw = Record<string, unknown> & { id: string }
  const changed = (id: string, change: Record<string, unknown>) => {
    const raw = structuredClone(written) as { requirements: Raw[]; groups: Raw[] }
    for (const each of [...raw.requirements, ...raw.groups]) if (each.id === id) Object.assign(each, change)
    return raw
  }
  const said = (raw: unknown) => catalogue.safeParse(raw).error?.issues.map(({ message }) => message) ?? []

  test.each<[string, string, Record<string, unknown>]>([
    ['nib: needs what is not there', 'nib', { needs: ['paspor'] }],
    ['nib: needs itself', 'nib', { needs: ['nib'] }],
    ['nib: needs itself', 'ktp_pemilik', { needs: ['kbli_usaha'] }],
    ['nib: is a gate and needs what comes after the gates', 'nib', { needs: ['sertifikat_merek'] }],
    ['sppt_sni: needs what some are not asked for', 'sppt_sni', { needs: ['sertifikat_halal'] }],
    ['profil_usaha: makes the owner wait for the dinas', 'profil_usaha', { needs: ['sk_sentra'] }],
    ['nib: is in a group that is not there', 'nib', { group: 'izin_edar' }],
    ['izin_edar_pangan: its members are not two of the same kind', 'bpom_md', { group: undefined }],
    ['izin_edar_pangan: its members are not two of the same kind', 'bpom_md', { level: 'pendukung' }],
    ['nib: only a wajib_bersyarat has a condition', 'nib', { condition: 'dinas' }],
    ['npwp: only a wajib_bersyarat has a condition', 'npwp', { condition: undefined }],
    ['sk_sentra: letters are prepared by the dinas', 'sk_sentra', { preparedBy: 'pemilik' }],
    ['hasil_uji_lab: no date tells when it ends', 'hasil_uji_lab', { validity: { type: 'dated' } }],
    ['bukti_penjualan: a single page cannot be several', 'bukti_penjualan', { pages: 'single' }],
    ['foto_produk: more pictures are wanted than are taken', 'foto_produk', { count: { min: 3, max: 2 } }],
    [
      'kbli_usaha: its paragraph and its questions differ',
      'kbli_usaha',
      { paragraph: [{ id: '{kode_kbli}', en: '{kode_kbli}' }] },
    ],
    [
      'kbli_usaha: a sentence names other answers in the other language',
      'kbli_usaha',
      { paragraph: [{ id: '{kode_kbli} {bidang_usaha}', en: '{kode_kbli}' }] },
    ],
    ['two requirements have the same id', 'npwp', { id: 'nib' }],
  ])('%s', (fault, id, change) => expect(said(changed(id, change))).toContain(fault))

  test.each<[string, string, Record<string, unknown>]>([
    ['a field nobody knows', 'nib', { colour: 'red' }],
    ['a name too long for a button', 'nib', { shortName: { id: 'n'.repeat(25), en: 'NIB' } }],
    ['an empty text', 'nib', { explain: { id: ' ', en: 'a' } }],
    ['a text in one language', 'nib', { explain: { id: 'a' } }],
    ['a file with macros', 'nib', { accepts: ['docm'] }],
    ['a single question', 'profil_usaha', { questions: [] }],
    ['an unknown kind', 'nib', { kind: 'surat' }],
  ])('%s', (_, id, change) => expect(catalogue.safeParse(changed(id, change)).success).toBe(false))
})

/** Every text for people, with where it stands. */
function textsIn(value: unknown, path: string): { path: string; said: string }[] {
  if (Array.isArray(value)) return value.flatMap((each, index) => textsIn(each, `${path}.${index}`))
  if (typeof value !== 'object' || value === null) return []
  const { id, en, ...rest } = value as Record<string, unknown>
  if (typeof id === 'string' && typeof en === 'string' && Object.keys(rest).length === 0) {
    return [
      { path: `${path}.id`, said: id },
      { path: `${path}.en`, said: en },
    ]
  }
  return Object.entries(value).flatMap(([key, each]) =>
    textsIn(each, typeof id === 'string' ? `${id}.${key}` : `${path}.${key}`),
  )
}

function sentencesIn(said: string): string[] {
  return said.split(/\n|(?<=[.!?])\s+/)
}

function wordsIn(sentence: string): number {
  return sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
}
