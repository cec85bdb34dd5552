import type { Commodity } from '../../src/dossier/catalogue.ts'
import { acceptsEverything, habits, walksOn } from '../support/habits.ts'
import { expect, test, type World } from '../support/index.ts'

// Owners of every commodity walk through all their papers, one after the other, as the bot leads them.

const labels: Record<Commodity, string> = {
  makanan_minuman: 'Makanan/minuman',
  kain_tenun: 'Kain tenun',
  kain_batik: 'Kain batik',
  anyaman: 'Anyaman',
  gerabah: 'Gerabah',
}

interface Walk {
  /** What this owner answers where others answer differently. */
  habits: typeof habits
  switchedOn: string[]
  /** The items that are not asked of this owner. */
  unasked: string[]
}

const dinas = ['sk_sentra', 'surat_usulan_dinas', 'data_sentra']
const onRequest = ['npwp', 'sertifikat_standar', 'akun_siinas']
const forms = ['akta_badan_usaha']

const walksOf: Record<Commodity, Walk> = {
  makanan_minuman: { habits: [], switchedOn: [], unasked: [...onRequest, ...forms, 'bpom_md'] },
  kain_tenun: {
    habits: [[/Apa bentuk usaha/, (owner) => owner.taps('CV')]],
    switchedOn: [],
    unasked: onRequest,
  },
  kain_batik: { habits: [], switchedOn: onRequest, unasked: forms },
  anyaman: { habits: [[/Apa bentuk usaha/, (owner) => owner.taps('Koperasi')]], switchedOn: [], unasked: onRequest },
  gerabah: { habits: [], switchedOn: ['npwp'], unasked: ['sertifikat_standar', 'akun_siinas', ...forms] },
}

async function walksThrough(world: World, commodity: Commodity, { habits: own, switchedOn, unasked }: Walk) {
  await world.openCycle()
  await world.rt.db.reader.cycle.updateMany({ data: { switchedOn } })
  const rina = await world.officer('Rina', ['13.76'])
  const yanti = await world.owner('Yanti')
  await yanti.registers('Usaha Yanti', 'Kota Payakumbuh', labels[commodity])
  await yanti.says('/lanjut')
  expect(await walksOn(yanti, [...own, ...habits], 400)).toMatch(/Semua sudah terkirim/)
  const items = await world.rt.db.reader.item.findMany({ select: { requirementId: true, state: true } })
  const notSent = items.filter(({ state }) => state !== 'submitted').map(({ requirementId }) => requirementId)
  expect(notSent.toSorted()).toEqual([...dinas, ...unasked, 'sampel_produk'].toSorted())
  await acceptsEverything(world, rina)
  await rina.taps('Contoh produk sudah diterima')
  await rina.taps('Ya, benar')
  rina.skims()
  yanti.skims()
  await yanti.says('/lanjut')
  await yanti.sees(/Bagian Bapak\/Ibu sudah selesai/)
}

for (const [commodity, walk] of Object.entries(walksOf) as [Commodity, Walk][]) {
  test(
    `an owner of ${commodity} walks through every paper, and all of it is accepted`,
    { timeout: 120_000 },
    ({ world }) => walksThrough(world, commodity, walk),
  )
}

test('a maker of wet rendang walks with BPOM MD instead of P-IRT', { timeout: 120_000 }, ({ world }) =>
  walksThrough(world, 'makanan_minuman', {
    habits: [[/rendang basah/, (owner) => owner.taps('Ya')]],
    switchedOn: [],
    unasked: [...onRequest, ...forms, 'spp_irt'],
  }),
)

test('an admin switches a requirement on for the cycle: it is asked at once, and no longer when it is switched off', async ({
  world,
}) => {
  await world.openCycle()
  const head = await world.admin('Kepala')
  const sari = await world.owner('Sari')
  await sari.registers('Tenun Sari', 'Kota Solok', 'Kain tenun')
  const papers = async () => {
    await sari.says('/berkas')
    return sari.skims().at(-1)?.text
  }
  expect(await papers()).not.toMatch(/NPWP/)
  await head.says('/admin')
  await head.taps('Syarat tambahan')
  await head.taps('▫️ NPWP')
  expect(await papers()).toMatch(/NPWP/)
  await head.taps('✅ NPWP')
  head.skims()
  expect(await papers()).not.toMatch(/NPWP/)
})
