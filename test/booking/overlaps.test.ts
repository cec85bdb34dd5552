import { beforeEach, describe, expect, test } from 'vitest'
import { DAY, MINUTE } from '../support/booking-model.ts'
import { makeStage } from '../support/booking-stage.ts'
import type { Act } from '../support/desk-model.ts'

// What an owner, an officer and an admin do to the same visit, each from their own screen.

describe('one visit in several hands', () => {
  let stage: Awaited<ReturnType<typeof makeStage>>
  let time: number
  const does = (what: Act): Promise<string> => stage.does(what, ++time)
  const all = async (...acts: Act[]): Promise<void> => {
    for (const each of acts) expect(await does(each), JSON.stringify(each)).toBe('ok')
  }
  const [sari, budi] = [0, 1]

  beforeEach(async () => {
    stage = await makeStage(2)
    time = 0
  })

  test('whoever sits at the table already cannot give the seat back or move it', async () => {
    await all({ does: 'book', who: sari, slot: 0 }, { does: 'arrive', who: sari }, { does: 'call', who: sari })
    expect(await does({ does: 'cancel', who: sari })).toBe('begun')
    expect(await does({ does: 'move', who: sari, slot: 2 })).toBe('begun')
    await all({ does: 'finish', who: sari })
  })

  test('a slot is closed under somebody who sits there already, and they are served to the end', async () => {
    await all({ does: 'book', who: sari, slot: 0 }, { does: 'arrive', who: sari }, { does: 'call', who: sari })
    await all({ does: 'close-slot', slot: 0 }, { does: 'finish', who: sari })
    expect((await stage.seen()).bookings).toEqual([[sari, 0, 'served', true, true, true]])
  })

  test('whoever was noted as absent does not come back to a slot that was closed meanwhile', async () => {
    await all({ does: 'book', who: sari, slot: 0 }, { does: 'absent', who: sari }, { does: 'close-day', day: 0 })
    expect(await does({ does: 'undo-absent', who: sari })).toBe('slot-closed')
  })

  test('whoever was noted as absent, and waits for another seat, waits no more when that is taken back', async () => {
    await all({ does: 'book', who: sari, slot: 0 }, { does: 'absent', who: sari })
    await all({ does: 'book', who: budi, slot: 1 }, { does: 'close-slot', slot: 2 }, { does: 'wait', who: sari })
    await all({ does: 'cancel', who: budi })
    expect((await stage.seen()).offers).toEqual([[sari, 1]])
    await all({ does: 'undo-absent', who: sari })
    expect((await stage.seen()).line).toEqual([])
    await all({ does: 'time-passes', minutes: 1 })
    expect(await stage.seen()).toMatchObject({ offers: [], bookings: [[sari, 0, 'booked', false, false, true]] })
  })

  test('a day on which somebody is there already is not moved', async () => {
    await all({ does: 'book', who: sari, slot: 1 }, { does: 'arrive', who: sari })
    expect(await does({ does: 'move-day', day: 0, to: 2 })).toBe('day-begun')
    await all({ does: 'undo-arrive', who: sari }, { does: 'move-day', day: 0, to: 2 })
  })

  test('a day has begun with its first visit, also when that slot was closed afterwards', async () => {
    await all({ does: 'book', who: sari, slot: 0 })
    time = 90 * MINUTE
    await all({ does: 'close-slot', slot: 0 })
    expect(await does({ does: 'move-day', day: 0, to: 2 })).toBe('day-begun')
  })

  test('whoever was there, and moved to another day, is not there on that day', async () => {
    await all({ does: 'book', who: sari, slot: 0 }, { does: 'arrive', who: sari }, { does: 'move', who: sari, slot: 2 })
    await all({ does: 'move', who: sari, slot: 0 })
    expect((await stage.seen()).bookings).toEqual([[sari, 0, 'booked', false, false, true]])
  })

  test('somebody on the list of a day to come stays the same row, however often the list is opened', async () => {
    await all(
      { does: 'book', who: sari, slot: 2 },
      { does: 'undo-arrive', who: sari },
      { does: 'undo-arrive', who: sari },
    )
    time = DAY
    await all({ does: 'arrive', who: sari })
  })
})
