import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { whyNotAccompany } from '../../src/people/companion.ts'
import { matchRegions, type Region } from '../../src/people/regions.ts'
import { type Actor, may, readBusinessName, readPersonName, type Subject, whyNotMove } from '../../src/people/rules.ts'

const { regions } = JSON.parse(
  readFileSync(new URL('../../prisma/reference/regions.json', import.meta.url), 'utf8'),
) as { regions: Region[] }
const found = (typed: string) =>
  matchRegions(typed, regions)
    .map(({ name }) => name)
    .sort()

describe('regions as people type them', () => {
  test.each([
    ['Kota Payakumbuh', 'Kota Payakumbuh'],
    ['50 kota', 'Kabupaten Lima Puluh Kota'],
    ['lima puluh koto', 'Kabupaten Lima Puluh Kota'],
    ['kab. 50 kota', 'Kabupaten Lima Puluh Kota'],
    ['LIMAPULUH KOTA', 'Kabupaten Lima Puluh Kota'],
    ['pessel', 'Kabupaten Pesisir Selatan'],
    ['Bukitingi', 'Kota Bukittinggi'],
    ['bukit tinggi', 'Kota Bukittinggi'],
    ['pyk', 'Kota Payakumbuh'],
    ['Padang', 'Kota Padang'],
    ['padang panjang', 'Kota Padang Panjang'],
    ['padangpanjang', 'Kota Padang Panjang'],
    ['kota solok', 'Kota Solok'],
    ['kabupaten solok', 'Kabupaten Solok'],
    ['kab solok', 'Kabupaten Solok'],
    ['solok selatan', 'Kabupaten Solok Selatan'],
    ['kabupaten pasaman', 'Kabupaten Pasaman'],
    ['pasaman barat', 'Kabupaten Pasaman Barat'],
    ['pasbar', 'Kabupaten Pasaman Barat'],
    ['batusangkar', 'Kabupaten Tanah Datar'],
    ['sijunjuang', 'Kabupaten Sijunjung'],
    ['mentawai', 'Kabupaten Kepulauan Mentawai'],
    ['piaman', 'Kota Pariaman'],
    ['darmasraya', 'Kabupaten Dharmasraya'],
  ])('%s is %s', (typed, name) => expect(found(typed)).toEqual([name]))

  test.each([
    ['solok', ['Kabupaten Solok', 'Kabupaten Solok Selatan', 'Kota Solok']],
    ['pariaman', ['Kabupaten Padang Pariaman', 'Kota Pariaman']],
    ['pasaman', ['Kabupaten Pasaman', 'Kabupaten Pasaman Barat']],
    ['payakumbuh', ['Kabupaten Lima Puluh Kota', 'Kota Payakumbuh']],
  ])('%s is asked back', (typed, names) => expect(found(typed)).toEqual(names))

  test.each(['', 'x', 'jakarta', 'kota', 'kabupaten', '13.76', '🏠🏠🏠', '<b>padang</b>pusat'])(
    '"%s" is none of them',
    (typed) => expect(found(typed)).toEqual([]),
  )

  test('every region is found by its own name and by every alias', () => {
    for (const region of regions) {
      for (const name of [region.name, region.shortName, ...region.aliases])
        expect(found(name), name).toContain(region.name)
    }
  })

  test('whatever is typed, it does not throw', () => {
    fc.assert(fc.property(fc.string(), (typed) => Array.isArray(found(typed))))
  })
})

describe('names', () => {
  test.each([
    ['  Yanti   Marlina ', 'Yanti Marlina'],
    ['H. Zulkifli, S.E., Dt. Rajo Nan Sati', 'H. Zulkifli, S.E., Dt. Rajo Nan Sati'],
    ["Nur'aini", "Nur'aini"],
    ['Ósman–', undefined],
    ['A', undefined],
    ['<b>Yanti</b>', undefined],
    ['Yanti 😀', undefined],
    ['1376014107900001', undefined],
    ['a'.repeat(4000), undefined],
    ['. ,', undefined],
  ])('a person called %s', (typed, name) => {
    const read = readPersonName(typed)
    expect('name' in read ? read.name : undefined).toBe(name)
  })

  test.each([
    ['Rendang 3 Saudara & Co.', 'Rendang 3 Saudara & Co.'],
    ['Keripik "Balado" Sari!', 'Keripik "Balado" Sari!'],
    ['<script>alert(1)</script>', undefined],
    ['🍛', undefined],
    ['12345', undefined],
  ])('a business called %s', (typed, name) => {
    const read = readBusinessName(typed)
    expect('name' in read ? read.name : undefined).toBe(name)
  })
})

describe('who may do what', () => {
  const actor = (more: Partial<Actor>): Actor => ({
    personId: 1 as never,
    grants: [],
    consented: true,
    cause: 1,
    ...more,
  })
  const subject = (more: Partial<Subject> = {}): Subject => ({
    ownerId: 1 as never,
    region: '13.76' as never,
    frozen: false,
    offline: false,
    companions: [],
    ...more,
  })
  const officer = (regions: string[]) =>
    actor({ personId: 9 as never, consented: false, grants: [{ role: 'officer', regions: regions as never }] })

  test.each([
    ['an owner fills their own', actor({}), 'fill', subject(), true],
    ['an owner without consent does not', actor({ consented: false }), 'fill', subject(), false],
    ["nobody fills a stranger's", actor({}), 'fill', subject({ ownerId: 2 as never }), false],
    ['a companion fills in', actor({ personId: 3 as never }), 'fill', subject({ companions: [3 as never] }), true],
    [
      'but not once the owner withdrew',
      actor({ personId: 3 as never }),
      'fill',
      subject({ companions: [3 as never], frozen: true }),
      false,
    ],
    ['an officer fills in for whom has no Telegram', officer(['13.76']), 'fill', subject({ offline: true }), true],
    ['not outside the region', officer(['13.75']), 'fill', subject({ offline: true }), false],
    ['and not for whom has', officer(['13.76']), 'fill', subject(), false],
    ["nobody sees a stranger's", actor({}), 'see', subject({ ownerId: 2 as never }), false],
    ['an owner does not review themselves', actor({}), 'review', subject(), false],
    ['an officer reviews in their region', officer(['13.76']), 'review', subject(), true],
    ['and nowhere else', officer(['13.75']), 'review', subject(), false],
    ['one of the province reviews everywhere', officer([]), 'review', subject(), true],
    ['but nothing that is frozen', officer([]), 'review', subject({ frozen: true }), false],
    ['an officer fills nothing', officer([]), 'fill', subject(), false],
    [
      'an admin is no officer',
      actor({ personId: 9 as never, grants: [{ role: 'admin', regions: [] }] }),
      'review',
      subject(),
      false,
    ],
  ] as const)('%s', (_, who, deed, what, allowed) => expect(may(who, deed, what)).toBe(allowed))

  test('only admins invite and open cycles', () => {
    expect(may(officer([]), 'invite')).toBe(false)
    expect(may(actor({ grants: [{ role: 'admin', regions: [] }] }), 'open-cycle')).toBe(true)
  })
})

describe('one-time links', () => {
  const now = new Date('2024-06-03T01:00:00Z')
  const soon = new Date('2024-06-04T01:00:00Z')
  const fresh = { personId: 1, usedAt: null, usedById: null, expiresAt: soon }
  const used = { ...fresh, usedAt: now, usedById: 7 }

  test.each([
    ['nobody knows it', undefined, {}, 'unknown'],
    ['a newcomer takes it', fresh, {}, undefined],
    ['whoever has something of their own does not', fresh, { isOthers: true }, 'taken'],
    ['the same account again', used, { personId: 1 }, undefined],
    ['the same account, which was moved on meanwhile', used, {}, 'used'],
    ['another account', used, { accountId: 8 }, 'used'],
    ['too late', { ...fresh, expiresAt: now }, {}, 'expired'],
  ] as const)('for a new phone: %s', (_, link, by, refusal) => {
    const opener = { accountId: 7, personId: null, isOthers: false, ...by }
    expect(whyNotMove(link as never, opener as never, now)).toBe(refusal)
  })

  test.each([
    ['nobody knows it', undefined, {}, 'unknown'],
    ['somebody asks', fresh, { asked: 4 }, undefined],
    ['their sixth request in a day', fresh, { asked: 5 }, 'too-many'],
    ['the owner themselves', fresh, { personId: 1 }, 'own'],
    ['it was used', used, {}, 'used'],
    ['too late', { ...fresh, expiresAt: now }, {}, 'expired'],
  ] as const)('for a companion: %s', (_, link, by, refusal) => {
    const opener = { accountId: 9, personId: 2, asked: 0, ...by }
    expect(whyNotAccompany(link as never, opener as never, now)).toBe(refusal)
  })
})
