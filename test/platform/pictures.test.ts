import sharp from 'sharp'
import { expect, test } from 'vitest'
import { contactSheet } from '../../src/platform/pictures.ts'
import { png } from '../support/papers.ts'

const sizeOf = async (sheet: Uint8Array) => {
  const { width, height, format } = await sharp(sheet).metadata()
  return { width, height, format }
}

test('a sheet is as wide as its pictures, three in a row at most', async () => {
  const tiles = Array.from({ length: 5 }, (_, at) => ({ picture: png(at) }))
  expect(await sizeOf(await contactSheet(tiles.slice(0, 1)))).toEqual({ width: 244, height: 244, format: 'jpeg' })
  expect(await sizeOf(await contactSheet(tiles))).toEqual({ width: 708, height: 476, format: 'jpeg' })
})

test('a picture that cannot be opened, or claims to be enormous, is shown as a sheet of paper', async () => {
  const broken = png(1).slice(0, 40)
  const enormous = Uint8Array.from(png(1))
  new DataView(enormous.buffer).setUint32(16, 60_000)
  new DataView(enormous.buffer).setUint32(20, 60_000)
  const asPaper = await contactSheet([{ sign: 'other' }])
  expect(await contactSheet([{ picture: broken }])).toEqual(asPaper)
  expect(await contactSheet([{ picture: enormous }])).toEqual(asPaper)
  expect(await contactSheet([{ sign: 'pdf' }])).not.toEqual(asPaper)
})
