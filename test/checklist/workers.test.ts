import { sweepAll } from '../../src/workers.ts'
import { expect, png, test, type World } from '../support/index.ts'

/** An owner whose P-IRT ends on 31 December 2024, long after the field visits. */
async function withPermit(world: World, ends: string) {
  await world.openCycle()
  const sari = await world.owner('Sari')
  await sari.registers('Keripik Sari', 'Kota Payakumbuh', 'Makanan/minuman')
  await sari.says('/berkas')
  await sari.taps('P-IRT')
  await sari.taps('Kirim sekarang')
  await sari.sendsPhoto(png())
  await sari.taps('Selesai')
  await sari.taps('Tidak')
  await sari.says('2061376010042-24')
  await sari.says(ends)
  return sari
}

test('a permit that outlasts the field visits is warned of half a year before its end, as the catalogue says, and once', async ({
  world,
}) => {
  const sari = await withPermit(world, '31 desember 2024')
  expect(sari.skims().every(({ text }) => !/berakhir sebelum/.test(text))).toBe(true)
  await world.clockStrikes('2024-07-03T10:00+07:00')
  sari.seesNothing()
  await world.clockStrikes('2024-07-04T06:00+07:00')
  sari.seesNothing()
  await world.clockStrikes('2024-07-04T08:00+07:00')
  await sari.sees(/P-IRT[\s\S]*Keripik Sari berlaku sampai 31 Desember 2024/)
  await world.clockStrikes('2024-07-05T10:00+07:00')
  sari.seesNothing()
})

test('a permit that ends before the field visits is flagged at once, and not a second time a minute later', async ({
  world,
}) => {
  const sari = await withPermit(world, '1 juli 2024')
  expect(sari.skims().some(({ text }) => /berakhir sebelum tim penilai datang/.test(text))).toBe(true)
  await world.clockStrikes('2024-06-04T10:00+07:00')
  sari.seesNothing()
})

test('two sweeps at once warn once', async ({ world }) => {
  const sari = await withPermit(world, '31 desember 2024')
  sari.skims()
  world.clock.moveTo(new Date('2024-11-02T10:00+07:00'))
  await Promise.all([sweepAll(world.rt), sweepAll(world.rt)])
  await world.settle()
  await sari.sees(/berlaku sampai/)
  sari.seesNothing()
})
