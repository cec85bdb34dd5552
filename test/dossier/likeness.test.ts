import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Registration, signOf } from '../../src/dossier/likeness.ts'

const registration = (more: Partial<Record<keyof Registration, unknown>> = {}): Registration =>
  ({
    businessId: 1,
    ownerId: 1,
    business: 'Tenun Sari',
    owner: 'Sari',
    region: '13.76',
    nib: null,
    invitedAs: [],
    ...more,
  }) as Registration

describe('two registrations', () => {
  test.each([
    ['of one owner are no question', {}, { business: 'Tenun Sari' }, undefined],
    [
      'with the same NIB',
      { nib: '9120001234567' },
      { ownerId: 2, nib: '9120001234567', region: '13.07', business: 'X y' },
      'nib',
    ],
    [
      'of which one opened the invitation of the other',
      { invitedAs: [2] },
      { ownerId: 2, business: 'Keripik Eli', region: '13.07' },
      'invitation',
    ],
    ['without a NIB have none in common', {}, { ownerId: 2, business: 'Keripik Eli' }, undefined],
    [
      'of the same whole name',
      { owner: 'Nurhayati Hasan' },
      { ownerId: 2, owner: 'Hj. Nurhayati Hasan', business: 'Keripik' },
      'owner',
    ],
    [
      'spelt the old way',
      { owner: 'Joesoef Rahman' },
      { ownerId: 2, owner: 'Yusuf Rahman', business: 'Keripik' },
      'owner',
    ],
    ['of a single name say nothing', {}, { ownerId: 2, owner: 'Sari', business: 'Keripik Balado' }, undefined],
    [
      'of one name in two regions',
      { owner: 'Nurhayati Hasan' },
      { ownerId: 2, owner: 'Nurhayati Hasan', region: '13.07', business: 'K' },
      undefined,
    ],
    ['of the same business name', {}, { ownerId: 2, owner: 'Budi', business: 'TENUN  SARI' }, 'business'],
    [
      'in another order, with a form before it',
      {},
      { ownerId: 2, owner: 'Budi', business: 'UD. Sari Tenun' },
      'business',
    ],
    [
      'with a slip',
      { business: 'Rendang Uni Yanti' },
      { ownerId: 2, owner: 'Budi', business: 'Randang Uni Yanti' },
      'business',
    ],
    ['with two names of a trade', {}, { ownerId: 2, owner: 'Budi', business: 'Tenun Siti' }, undefined],
    ['in no region yet', { region: null }, { ownerId: 2, owner: 'Budi', region: null }, undefined],
  ] as const)('%s', (_, one, other, sign) => {
    const [a, b] = [registration(one), registration({ businessId: 2, ...other })]
    expect(signOf(a, b)).toBe(sign)
    expect(signOf(b, a)).toBe(sign)
  })

  test('whatever they are called, the answer is the same from both sides', () => {
    const name = fc.string({ maxLength: 30 })
    fc.assert(
      fc.property(name, name, name, name, (owner, business, otherOwner, otherBusiness) => {
        const [a, b] = [
          registration({ owner, business }),
          registration({ ownerId: 2, owner: otherOwner, business: otherBusiness }),
        ]
        expect(signOf(a, b)).toBe(signOf(b, a))
      }),
    )
  })
})
