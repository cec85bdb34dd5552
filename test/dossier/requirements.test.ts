import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Act } from '../../src/dossier/acts.ts'
import * as actRules from '../../src/dossier/acts.ts'
import {
  businessForms,
  catalogue,
  commodities,
  isGate,
  type Requirement,
  requirementOf,
} from '../../src/dossier/catalogue.ts'
import type { ItemState, Side } from '../../src/dossier/item-states.ts'
import * as stateRules from '../../src/dossier/item-states.ts'
import type { Next } from '../../src/dossier/next-item.ts'
import * as nextRules from '../../src/dossier/next-item.ts'
import { paragraphOf } from '../../src/dossier/paragraph.ts'
import type { Facts, Goal, Item } from '../../src/dossier/requirements.ts'
import * as askedRules from '../../src/dossier/requirements.ts'

import { atWib, days, daysAfter, type LocalDate, later, localDate } from '../../src/platform/time.ts'

const wide = catalogue.parse(
  JSON.parse(readFileSync(new URL('../../prisma/reference/catalogue-2.json', import.meta.url), 'utf8')),
)
const on = (day: string): Date => atWib(day as LocalDate, '09:00')
const now = on('2024-06-03')

const facts = (more: Partial<Facts> = {}): Facts => ({
  commodity: 'makanan_minuman',
  form: 'perorangan',
  switchedOn: [],
  answers: { izin_edar_pangan: 'no' },
  ...more,
})

type Told = ItemState | Omit<Item, 'id' | 'requirementId'>
const itemsOf = (told: Facts, some: Record<string, Told> = {}, rest: ItemState = 'open'): Item[] =>
  askedRules.requirementsFor(wide, told).map(({ id }, index) => {
    const known = some[id] ?? rest
    return { id: index as Item['id'], requirementId: id, ...(typeof known === 'string' ? { state: known } : known) }
  })
const goals = (told: Facts, some: Record<string, Told> = {}, rest: ItemState = 'open') =>
  askedRules.goalsOf(wide, told, itemsOf(told, some, rest))

/** What comes next, in a word or two. */
const inWords = (next: Next | undefined): string => {
  if (!next) return 'nothing'
  if ('offer' in next) return `${next.offer.requirementId} ${next.reason}`
  return next.ask === 'owned' ? `owned? ${next.goals.map(({ id }) => id).join(' ')}` : `${next.ask}?`
}
const next = (told: Facts, some: Record<string, Told> = {}, rest: ItemState = 'open', day = now) =>
  inWords(nextRules.nextItem(goals(told, some, rest), day))

const everybody = [
  ...['ktp_pemilik', 'nib', 'kbli_usaha', 'sk_sentra', 'surat_usulan_dinas', 'data_sentra', 'bukti_penghela'],
  ...['profil_usaha', 'data_produk', 'foto_produk', 'sampel_produk', 'bahan_baku', 'kapasitas_produksi'],
]
const food = ['spp_irt', 'bpom_md', 'sertifikat_halal', 'hasil_uji_lab']

describe('which gates a business has', () => {
  const gatesOf = (told: Facts) =>
    askedRules
      .requirementsFor(wide, told)
      .filter(isGate)
      .map(({ id }) => id)

  test.each([
    ['makanan_minuman', [...everybody, ...food, 'bukti_pemasaran']],
    ['kain_tenun', [...everybody, 'bukti_pemasaran']],
    ['kain_batik', [...everybody, 'bukti_pemasaran']],
    ['anyaman', [...everybody, 'bukti_pemasaran']],
    ['gerabah', [...everybody, 'bukti_pemasaran']],
  ] as const)('%s', (commodity, gates) => expect(gatesOf(facts({ commodity }))).toEqual(gates))

  test.each([
    ['perorangan', false],
    ['cv', true],
    ['pt', true],
    ['koperasi', true],
    ['unsure', false],
    [undefined, false],
  ] as const)('the deed, of a business that is %s', (form, asked) =>
    expect(gatesOf(facts({ form })).includes('akta_badan_usaha')).toBe(asked),
  )

  test.each(['npwp', 'sertifikat_standar', 'akun_siinas'])('%s only where an admin switched it on', (id) => {
    expect(gatesOf(facts())).not.toContain(id)
    expect(gatesOf(facts({ switchedOn: [id] }))).toContain(id)
  })

  test('airtight wet rendang has no use for a P-IRT', () => {
    const gates = gatesOf(facts({ answers: { izin_edar_pangan: 'yes' } }))
    expect(gates).toContain('bpom_md')
    expect(gates).not.toContain('spp_irt')
  })

  test('only batik is asked for Batikmark, only crafts for a design', () => {
    const asks = (id: string) =>
      commodities.filter((commodity) =>
        askedRules.requirementsFor(wide, facts({ commodity })).some((each) => each.id === id),
      )
    expect(asks('batikmark')).toEqual(['kain_batik'])
    expect(asks('ki_motif_desain')).toEqual(['kain_tenun', 'kain_batik', 'anyaman', 'gerabah'])
  })
})

describe('which moves are allowed', () => {
  const states: ItemState[] = [
    ...(['open', 'started', 'waiting', 'submitted', 'returned', 'accepted', 'received'] as const),
    ...(['not-applicable-asked', 'not-applicable'] as const),
  ]
  const movesOf = (id: string, by: Side) =>
    Object.fromEntries(
      states
        .map(
          (from) => [from, states.filter((to) => stateRules.mayMove(from, to, by, requirementOf(wide, id)))] as const,
        )
        .filter(([, to]) => to.length > 0),
    )

  test('an owner and answers: they are taken back to be given anew', () =>
    expect(movesOf('profil_usaha', 'owner').submitted).toEqual(['started', 'submitted']))

  test('an owner and a paper', () =>
    expect(movesOf('nib', 'owner')).toEqual({
      open: ['started', 'waiting', 'submitted'],
      started: ['open', 'waiting', 'submitted'],
      waiting: ['open', 'started', 'waiting', 'submitted'],
      submitted: ['submitted'],
      returned: ['waiting', 'submitted'],
      'not-applicable-asked': ['open', 'started', 'submitted'],
      'not-applicable': ['started', 'submitted'],
    }))

  test('an officer and a paper', () =>
    expect(movesOf('nib', 'officer')).toEqual({
      submitted: ['returned', 'accepted'],
      returned: ['submitted'],
      accepted: ['submitted', 'returned'],
      received: ['open', 'returned'],
      'not-applicable-asked': ['open'],
    }))

  test('what may not apply is asked by the owner and ruled by the officer', () => {
    expect(movesOf('akta_badan_usaha', 'owner').open).toContain('not-applicable-asked')
    expect(movesOf('akta_badan_usaha', 'officer')['not-applicable-asked']).toEqual(['open', 'not-applicable'])
    expect(movesOf('akta_badan_usaha', 'officer')['not-applicable']).toEqual(['not-applicable-asked'])
    expect(
      stateRules.mayMove('not-applicable-asked', 'not-applicable', 'owner', requirementOf(wide, 'akta_badan_usaha')),
    ).toBe(false)
  })

  test('a sample is handed over, never sent, and received by an officer alone', () => {
    expect(movesOf('sampel_produk', 'owner')).toEqual({
      open: ['waiting'],
      started: ['open', 'waiting'],
      waiting: ['open', 'waiting'],
      returned: ['waiting'],
      'not-applicable-asked': ['open'],
    })
    expect(movesOf('sampel_produk', 'officer')).toMatchObject({
      open: ['received'],
      waiting: ['received'],
      returned: ['received'],
      received: ['open', 'returned'],
    })
  })

  test('a letter of the dinas is its own, and nobody else is', () => {
    expect(movesOf('sk_sentra', 'owner')).toEqual({})
    expect(movesOf('nib', 'dinas')).toEqual({})
    expect(movesOf('sk_sentra', 'dinas').open).toEqual(['started', 'waiting', 'submitted'])
  })

  test('nobody accepts their own', () => {
    for (const { id } of wide.requirements) {
      for (const by of ['owner', 'dinas'] as const) {
        for (const to of Object.values(movesOf(id, by)).flat()) {
          expect(['accepted', 'returned', 'received', 'not-applicable']).not.toContain(to)
        }
      }
    }
  })
})

describe('what is next for an owner', () => {
  const asked: Told = { state: 'open', owned: 'not-yet' }
  const knownSlow = { spp_irt: asked, bpom_md: asked, sertifikat_halal: asked, hasil_uji_lab: asked }
  const open = facts({ answers: {} })

  test.each<[string, string, Facts, Record<string, Told>]>([
    ['the KTP, because everybody has it', 'ktp_pemilik first-paper', open, {}],
    ['then whether it is rendang', 'group?', open, { ktp_pemilik: 'submitted' }],
    [
      'then the round over the slow ones',
      'owned? izin_edar_pangan sertifikat_halal hasil_uji_lab',
      facts(),
      { ktp_pemilik: 'submitted' },
    ],
    [
      'of which only the unknown are asked',
      'owned? sertifikat_halal',
      facts(),
      { ...knownSlow, ktp_pemilik: 'submitted', sertifikat_halal: 'open' },
    ],
    [
      'then the slowest that needs nothing',
      'hasil_uji_lab slowest',
      facts(),
      { ...knownSlow, ktp_pemilik: 'submitted' },
    ],
    [
      'the NIB before what needs it',
      'nib next',
      facts(),
      { ...knownSlow, ktp_pemilik: 'submitted', hasil_uji_lab: { state: 'waiting', until: '2024-06-20' as LocalDate } },
    ],
    [
      'with the NIB the permit',
      'spp_irt slowest',
      facts(),
      { ...knownSlow, ktp_pemilik: 'submitted', nib: 'submitted', hasil_uji_lab: 'submitted' },
    ],
    [
      'or the one the owner has',
      'bpom_md slowest',
      facts(),
      {
        ...knownSlow,
        ktp_pemilik: 'submitted',
        nib: 'submitted',
        hasil_uji_lab: 'submitted',
        bpom_md: { state: 'open', owned: 'yes' },
      },
    ],
    [
      'rendang goes to the penyuluh',
      'bpom_md with-penyuluh',
      facts({ answers: { izin_edar_pangan: 'yes' } }),
      { ...knownSlow, ktp_pemilik: 'submitted', nib: 'submitted' },
    ],
    [
      'what came back is first of all',
      'foto_produk returned',
      open,
      { foto_produk: 'returned', profil_usaha: 'started' },
    ],
    ['even where its prerequisite is missing', 'sertifikat_halal returned', open, { sertifikat_halal: 'returned' }],
    ['even what only adds value', 'sop_produksi returned', open, { sop_produksi: 'returned' }],
    ['what was begun goes on', 'foto_produk begun', open, { foto_produk: 'started' }],
    [
      'a returned NIB is missing again',
      'nib returned',
      facts(),
      { ...knownSlow, ktp_pemilik: 'submitted', nib: 'returned' },
    ],
    [
      'a weaver meets no round',
      'nib next',
      facts({ commodity: 'kain_tenun', answers: {} }),
      { ktp_pemilik: 'accepted' },
    ],
    [
      'the form is asked when it matters',
      'form?',
      facts({ commodity: 'gerabah', form: undefined }),
      { ktp_pemilik: 'accepted', nib: 'submitted', kbli_usaha: 'submitted' },
    ],
    [
      'and not again when the owner could not say',
      'bukti_penghela next',
      facts({ commodity: 'gerabah', form: 'unsure' }),
      { ktp_pemilik: 'accepted', nib: 'submitted', kbli_usaha: 'submitted' },
    ],
  ])('%s: %s', (_, expected, told, some) => expect(next(told, some)).toBe(expected))

  test('a third party is not asked about before its day, and on its day it is first', () => {
    const some = {
      ...knownSlow,
      hasil_uji_lab: { state: 'waiting', until: '2024-06-20' as LocalDate } as const,
      ktp_pemilik: 'accepted' as const,
    }
    expect(next(facts(), some, 'open', on('2024-06-19'))).toBe('nib next')
    expect(next(facts(), some, 'open', on('2024-06-20'))).toBe('hasil_uji_lab day-passed')
  })

  test('of two ways to a permit, the one whose day has come', () => {
    const some = {
      spp_irt: { state: 'waiting', until: '2024-07-01' as LocalDate },
      bpom_md: { state: 'waiting', until: '2024-06-01' as LocalDate },
    } as const
    expect(next(facts(), some, 'accepted')).toBe('bpom_md day-passed')
  })

  test('what adds value is folded until no gate is up to the owner', () => {
    const last = goals(facts(), { bukti_pemasaran: 'open', sop_produksi: 'open' }, 'accepted')
    expect(inWords(nextRules.nextItem(last, now))).toBe('bukti_pemasaran next')
    expect(nextRules.areExtrasFolded(last, now)).toBe(true)
    const some = {
      hasil_uji_lab: { state: 'waiting', until: '2024-06-20' as LocalDate } as const,
      sop_produksi: 'open' as const,
      pembukuan: 'open' as const,
    }
    const waiting = goals(facts(), some, 'accepted')
    expect(inWords(nextRules.nextItem(waiting, now))).toBe('pembukuan extra')
    expect(nextRules.areExtrasFolded(waiting, now)).toBe(false)
  })

  test('the dinas is not asked of the owner', () => {
    expect(next(facts(), { sk_sentra: 'open', data_sentra: 'returned', surat_usulan_dinas: 'open' }, 'accepted')).toBe(
      'nothing',
    )
  })

  test('one permit is enough', () => expect(next(facts(), { spp_irt: 'open' }, 'accepted')).toBe('nothing'))
})

describe('who must act', () => {
  const acts = (told: Facts, some: Record<string, Told>, rest: ItemState = 'accepted') => {
    const { actor, reason, goal, until } = actRules.whoActs(goals(told, some, rest), now)
    return [actor, reason, goal?.id, until].filter((word) => word !== undefined).join(' ')
  }
  const lab: Told = { state: 'waiting', until: '2024-06-20' as LocalDate }
  const halal: Told = { state: 'waiting', until: '2024-06-10' as LocalDate }

  test.each<[string, Record<string, Told>]>([
    ['owner returned nib', { nib: 'returned', hasil_uji_lab: 'submitted' }],
    ['owner to-send nib', { nib: 'open', sertifikat_halal: 'open', profil_usaha: 'submitted' }],
    [
      'owner day-passed hasil_uji_lab 2024-06-03',
      { hasil_uji_lab: { state: 'waiting', until: '2024-06-03' as LocalDate }, nib: 'submitted' },
    ],
    ['officer to-check nib', { nib: 'submitted', sk_sentra: 'open', hasil_uji_lab: lab }],
    ['dinas to-prepare sk_sentra', { sk_sentra: 'open', hasil_uji_lab: lab }],
    ['third-party expected sertifikat_halal 2024-06-10', { hasil_uji_lab: lab, sertifikat_halal: halal }],
    [
      'third-party expected hasil_uji_lab 2024-06-08',
      { hasil_uji_lab: { state: 'waiting', until: '2024-06-08' as LocalDate }, sertifikat_halal: halal },
    ],
    ['third-party expected nib 2024-06-10', { nib: halal, sertifikat_halal: 'open' }],
    ['owner to-hand-over sampel_produk 2024-06-10', { sampel_produk: halal }],
    ['third-party expected hasil_uji_lab 2024-06-20', { hasil_uji_lab: lab, surat_usulan_dinas: 'open' }],
    ['dinas to-prepare surat_usulan_dinas', { surat_usulan_dinas: 'open' }],
    ['officer to-check surat_usulan_dinas', { surat_usulan_dinas: 'submitted' }],
    ['officer to-check sop_produksi', { sop_produksi: 'submitted' }],
    ['nobody complete', { spp_irt: 'open', sop_produksi: 'open' }],
  ])('%s', (expected, some) => expect(acts(facts(), some)).toBe(expected))

  test('the owner says whether it is rendang; who is not sure is helped by an officer', () => {
    expect(acts(facts({ answers: {} }), { bpom_md: 'open' })).toBe('owner to-answer izin_edar_pangan')
    expect(acts(facts({ answers: { izin_edar_pangan: 'unsure' } }), { bpom_md: 'open' })).toBe(
      'officer to-decide izin_edar_pangan',
    )
  })

  test('an accepted P-IRT does not complete a dossier of which nobody knows whether it is rendang', () => {
    const told = facts({ answers: {} })
    expect(askedRules.progressOf(goals(told, { bpom_md: 'open' }, 'accepted')).owner).toMatchObject({ open: 1 })
    expect(next(told, { bpom_md: 'open' }, 'accepted')).toBe('group?')
  })

  test('nor one that turned out to be rendang', () => {
    const items = itemsOf(facts(), { bpom_md: 'open' }, 'accepted')
    const rendang = askedRules.goalsOf(wide, facts({ answers: { izin_edar_pangan: 'yes' } }), items)
    expect(actRules.whoActs(rendang, now)).toMatchObject({ actor: 'owner', reason: 'to-send' })
    expect(inWords(nextRules.nextItem(rendang, now))).toBe('owned? izin_edar_pangan')
  })

  test('an MD is enough whatever the answer', () =>
    expect(acts(facts({ answers: {} }), { spp_irt: 'open' })).toBe('nobody complete'))

  test('a request that a paper does not apply waits for an officer', () => {
    expect(acts(facts({ form: 'cv' }), { akta_badan_usaha: 'not-applicable-asked' })).toBe(
      'officer to-rule akta_badan_usaha',
    )
    expect(acts(facts({ form: 'cv' }), { akta_badan_usaha: 'not-applicable' })).toBe('nobody complete')
  })

  test('a gate without a row yet is still missing', () =>
    expect(actRules.whoActs(askedRules.goalsOf(wide, facts(), []), now)).toMatchObject({
      actor: 'owner',
      reason: 'to-send',
    }))

  test('all at once, the most pressing first', () => {
    const all = actRules.actsOf(
      goals(facts(), { nib: 'returned', profil_usaha: 'submitted', sk_sentra: 'open', hasil_uji_lab: lab }, 'accepted'),
      now,
    )
    expect(all.map(({ actor }) => actor)).toEqual(['owner', 'officer', 'dinas', 'third-party'])
  })
})

describe('progress', () => {
  test('counts goals, not papers, and tells the dinas and the extras apart', () => {
    const some = {
      nib: 'submitted',
      profil_usaha: 'started',
      foto_produk: 'returned',
      sampel_produk: 'received',
      spp_irt: 'open',
    } as const
    expect(askedRules.progressOf(goals(facts(), some, 'accepted'))).toEqual({
      owner: { total: 14, accepted: 11, submitted: 1, returned: 1, waiting: 0, open: 1 },
      dinas: { total: 3, accepted: 3, submitted: 0, returned: 0, waiting: 0, open: 0 },
      extras: { total: 16, accepted: 16, submitted: 0, returned: 0, waiting: 0, open: 0 },
    })
  })

  test('what does not apply is not counted, nor what depends on an unknown form', () => {
    const total = (told: Facts, some: Record<string, Told> = {}) => askedRules.progressOf(goals(told, some)).owner.total
    expect(total(facts({ form: 'cv' }))).toBe(15)
    expect(total(facts({ form: 'cv' }), { akta_badan_usaha: 'not-applicable' })).toBe(14)
    expect(total(facts({ form: undefined }))).toBe(14)
  })
})

describe('the paragraph of a data item', () => {
  const write = (id: string, answers: Record<string, string>, language: 'id' | 'en' = 'id') => {
    const requirement = requirementOf(wide, id)
    return requirement.kind === 'data' ? paragraphOf(requirement, answers, language) : undefined
  }

  test('is written from typed answers and buttons', () => {
    const answers = {
      sisa_produksi: 'air pewarna dan abu tungku. ',
      cara_menangani: 'ditampung di bak',
      punya_sppl: 'no',
    }
    expect(write('pengelolaan_lingkungan', answers)).toBe(
      'Sisa atau limbah produksinya: air pewarna dan abu tungku. Cara menanganinya: ditampung di bak. Surat SPPL belum ada.',
    )
    expect(write('akun_siinas', { email_sama: 'yes', laporan: 'belum_pernah' }, 'en')).toBe(
      'This business has a SIINas account, and its email is the same as on the NIB. Its industry report has not been filled in yet.',
    )
  })

  test('leaves out a sentence whose answer is missing', () => {
    expect(write('kbli_usaha', { kode_kbli: '10794' })).toBe('')
    expect(write('tenaga_kerja', { laki_laki: '2', perempuan: '5', borongan: '0' })).toBe(
      'Di usaha ini bekerja 2 laki-laki dan 5 perempuan. Yang bekerja borongan 0 orang.',
    )
  })

  test('keeps whatever is typed', () =>
    expect(write('kbli_usaha', { kode_kbli: '{bidang_usaha} $1', bidang_usaha: '$&' })).toBe(
      'Kode KBLI usaha ini {bidang_usaha} $1, untuk bidang $&.',
    ))
})

describe('whatever the states are', () => {
  const state = fc.constantFrom<ItemState>(
    'open',
    'started',
    'waiting',
    'submitted',
    'returned',
    'accepted',
    'received',
    'not-applicable-asked',
    'not-applicable',
  )
  const someFacts = fc.record<Facts>({
    commodity: fc.constantFrom(...commodities),
    form: fc.constantFrom(...businessForms, 'unsure' as const, undefined),
    switchedOn: fc.subarray(['npwp', 'sertifikat_standar', 'akun_siinas']),
    answers: fc.constantFrom({}, ...(['yes', 'no', 'unsure'] as const).map((answer) => ({ izin_edar_pangan: answer }))),
  })
  const ways = fc.array(
    fc.record({
      state,
      wait: fc.integer({ min: -20, max: 20 }),
      owned: fc.constantFrom('yes' as const, 'not-yet' as const, undefined),
      kept: fc.boolean(),
    }),
    { minLength: 40, maxLength: 40 },
  )
  const dossier = fc.tuple(someFacts, ways).map(([told, how]) => {
    const items = itemsOf(told).flatMap((item, index): Item[] => {
      const way = how[index]
      if (!way || (index > 2 && !way.kept)) return []
      return [
        {
          ...item,
          state: way.state,
          until: daysAfter(localDate(now), way.wait),
          ...(way.owned ? { owned: way.owned } : {}),
        },
      ]
    })
    return { told, items, goals: askedRules.goalsOf(wide, told, items) }
  })
  const sent: ItemState[] = ['submitted', 'accepted', 'received', 'not-applicable-asked', 'not-applicable']

  test('what is offered is an owner’s, asked for, can be had, and its day has come', () => {
    fc.assert(
      fc.property(dossier, ({ told, items, goals }) => {
        const step = nextRules.nextItem(goals, now)
        if (!step || !('offer' in step)) return
        const { offer, requirement } = step
        expect(requirement.id).toBe(offer.requirementId)
        expect(requirement.preparedBy).toBe('pemilik')
        const asked = askedRules.requirementsFor(wide, told).map(({ id }) => id)
        expect(asked).toContain(requirement.id)
        expect(sent).not.toContain(offer.state)
        if (offer.state === 'waiting') expect(offer.until && offer.until <= localDate(now)).toBe(true)
        if (offer.state === 'returned' || offer.state === 'started') return
        for (const need of requirement.needs.filter((id) => asked.includes(id))) {
          expect(items.some(({ requirementId, state }) => requirementId === need && sent.includes(state))).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })

  test('progress adds up', () => {
    fc.assert(
      fc.property(dossier, ({ goals }) => {
        for (const { total, ...counts } of Object.values(askedRules.progressOf(goals))) {
          const all = Object.values(counts)
          expect(Math.min(...all)).toBeGreaterThanOrEqual(0)
          expect(all.reduce((sum, count) => sum + count, 0)).toBe(total)
        }
      }),
    )
  })

  test('somebody acts as long as a gate is missing, and whoever acts has a reason', () => {
    fc.assert(
      fc.property(dossier, ({ goals }) => {
        const { actor, reason } = actRules.whoActs(goals, now)
        const { owner, dinas } = askedRules.progressOf(goals)
        const isDone = owner.accepted + dinas.accepted === owner.total + dinas.total
        if (!isDone) expect(actor).not.toBe('nobody')
        if (actor === 'nobody') expect(reason).toBe('complete')
        if (
          nextRules.nextItem(
            goals.filter(({ gate }) => gate),
            now,
          )
        )
          expect(actor).toBe('owner')
      }),
      { numRuns: 500 },
    )
  })
})

describe('the whole walk', () => {
  const everyStart = commodities.flatMap((commodity) =>
    [...businessForms, undefined].map((form) => [commodity, form] as const),
  )

  test.each(everyStart)('of %s, form %s, ends with everything done', (commodity, form) => {
    fc.assert(
      fc.property(fc.nat(), fc.subarray(['npwp', 'sertifikat_standar', 'akun_siinas']), (seed, switchedOn) => {
        const end = walk(facts({ commodity, form, switchedOn, answers: {} }), seed)
        expect(actRules.whoActs(end.goals, end.clock)).toEqual({ actor: 'nobody', reason: 'complete' })
        expect(nextRules.nextItem(end.goals, end.clock)).toBeUndefined()
      }),
      { numRuns: 8 },
    )
  })
})

interface Stage {
  told: Facts
  items: Item[]
  clock: Date
  luck: () => number
}

/** Walks a dossier to its end as its owner, its officer, its dinas and the days would. */
function walk(told: Facts, seed: number): { goals: Goal[]; clock: Date } {
  const stage: Stage = { told, items: [], clock: now, luck: luckOf(seed) }
  for (let steps = 0; steps < 5000; steps++) {
    addMissingRows(stage)
    const current = askedRules.goalsOf(wide, stage.told, stage.items)
    const { owner, dinas, extras } = askedRules.progressOf(current)
    if ([owner, dinas, extras].every(({ accepted, total }) => accepted === total))
      return { goals: current, clock: stage.clock }
    const next = nextRules.nextItem(current, stage.clock)
    if (next && stage.luck() < 0.7) ownerActs(stage, next)
    else othersAct(stage, actRules.actsOf(current, stage.clock))
    if (stage.luck() < 0.3) stage.clock = later(stage.clock, days(1))
  }
  throw new Error(
    `no end: ${inWords(nextRules.nextItem(askedRules.goalsOf(wide, stage.told, stage.items), stage.clock))}`,
  )
}

function ownerActs(stage: Stage, next: Next): void {
  const { told, luck, clock } = stage
  if ('offer' in next) {
    const { offer, requirement } = next
    const mayWait = offer.state === 'open' && luck() < 0.3
    const to = requirement.kind === 'physical' || mayWait ? 'waiting' : howSent(requirement, offer.state, luck)
    move(stage, offer, to, 'owner', { until: daysAfter(localDate(clock), Math.floor(luck() * 20)) })
  } else if (next.ask === 'form') {
    stage.told = { ...told, form: luck() < 0.3 ? 'unsure' : pick(businessForms, luck) }
  } else if (next.ask === 'group') {
    stage.told = { ...told, answers: { [next.group.id]: pick(['yes', 'no', 'unsure'] as const, luck) } }
  } else {
    const owned = pick(['yes', 'not-yet'] as const, luck)
    const ids = next.goals[0]?.items.map(({ id }) => id)
    stage.items = stage.items.map((item) => (ids?.includes(item.id) ? { ...item, owned } : item))
  }
}

function howSent(requirement: Requirement, state: ItemState, luck: () => number): ItemState {
  if (requirement.condition && luck() < 0.3) return 'not-applicable-asked'
  return state === 'open' && luck() < 0.2 ? 'started' : 'submitted'
}

function othersAct(stage: Stage, acts: Act[]): void {
  const { luck, told } = stage
  const act = acts.find(({ actor, reason }) => actor === 'officer' || actor === 'dinas' || reason === 'to-hand-over')
  const item = act?.goal?.items.find(({ state }) => state === act.goal?.state)
  if (act?.reason === 'to-decide') {
    const isForm = act.goal?.question?.about === 'form'
    stage.told = isForm
      ? { ...told, form: pick(businessForms, luck) }
      : { ...told, answers: { izin_edar_pangan: 'no' } }
  } else if (item && act?.reason === 'to-check') move(stage, item, luck() < 0.2 ? 'returned' : 'accepted', 'officer')
  else if (item && act?.reason === 'to-rule') move(stage, item, luck() < 0.5 ? 'open' : 'not-applicable', 'officer')
  else if (item && act?.reason === 'to-hand-over') move(stage, item, 'received', 'officer')
  else if (item) move(stage, item, 'submitted', 'dinas')
}

function move(stage: Stage, item: Item, to: ItemState, by: Side, more: Partial<Item> = {}): void {
  const requirement = requirementOf(wide, item.requirementId)
  const what = `${requirement.id}: ${item.state} to ${to} by ${by}`
  expect(stateRules.mayMove(item.state, to, by, requirement), what).toBe(true)
  stage.items = stage.items.map((each) => (each.id === item.id ? { ...each, ...more, state: to } : each))
}

function addMissingRows(stage: Stage): void {
  for (const { id } of askedRules.requirementsFor(wide, stage.told)) {
    const isThere = stage.items.some(({ requirementId }) => requirementId === id)
    if (!isThere) stage.items.push({ id: stage.items.length as Item['id'], requirementId: id, state: 'open' })
  }
}

function pick<Value>(values: readonly Value[], luck: () => number): Value {
  return values[Math.floor(luck() * values.length)] as Value
}

/** The same numbers from 0 to 1 for the same seed. */
function luckOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}
