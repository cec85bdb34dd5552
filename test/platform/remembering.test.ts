import { expect, vi } from 'vitest'
import { remembering } from '../../src/platform/remembering.ts'
import { test } from '../support/index.ts'

test('what was read is read anew once a transaction began, and once it ended', async ({ world }) => {
  const { db, once } = remembering(world.rt.db)
  const read = vi.fn(async () => 'as it stands')
  await once('standing', read)
  await once('standing', read)
  expect(read).toHaveBeenCalledTimes(1)

  await db.transaction(async () => once('standing', read))
  expect(read).toHaveBeenCalledTimes(2)
  await once('standing', read)
  expect(read).toHaveBeenCalledTimes(3)
})

test('a transaction that fails forgets as well', async ({ world }) => {
  const { db, once } = remembering(world.rt.db)
  const read = vi.fn(async () => 'as it stands')
  await once('standing', read)
  const change = db.transaction(async () => {
    throw new Error('refused')
  })
  await expect(change).rejects.toThrow('refused')
  await once('standing', read)
  expect(read).toHaveBeenCalledTimes(2)
})
