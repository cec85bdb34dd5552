import { expect, png, test } from '../support/index.ts'

test('an owner from Payakumbuh registers, sends a KTP, gets it back, sends it again, and it is accepted', async ({
  world,
}) => {
  await world.openCycle()
  const rina = await world.officer('Rina Oktavia', ['13.76'])
  const yanti = world.newcomer('Yanti')

  await yanti.says('/start')
  await yanti.sees(/mohon izin/)
  await yanti.taps('Setuju, lanjutkan')
  await yanti.sees(/Persetujuan sudah kami catat/)
  await yanti.sees(/nama lengkap/)
  await yanti.says('Yanti Marlina')
  await yanti.sees(/Salam kenal, Yanti Marlina/)
  await yanti.says('Rendang Uni Yanti')
  await yanti.sees(/Rendang Uni Yanti ada di kabupaten\/kota mana/)
  await yanti.says('kota payakumbu')
  await yanti.sees(/produk utama/)
  await yanti.taps('Makanan/minuman')
  await yanti.sees(/0 dari 14 dokumen wajib[\s\S]*Kita mulai dari KTP pemilik[\s\S]*Rina Oktavia/)

  await yanti.taps('KTP pemilik')
  await yanti.sees(/Kartu penduduk/)
  await yanti.taps('Kirim sekarang')
  await yanti.sees(/Silakan kirim foto KTP pemilik/)
  await yanti.sendsPhoto(png(10))
  await yanti.sees(/Berapa NIK/)
  await yanti.says('13760141079OOOO1')
  await yanti.sees(/ada huruf[\s\S]*Maksudnya 1376014107900001\?/)
  await yanti.taps('Ya, benar')
  await yanti.sees(/KTP pemilik sudah lengkap[\s\S]*Rina Oktavia/)

  await rina.says('/antrean')
  await rina.sees(/Satu berkas menunggu/)
  await rina.taps('Rendang Uni Yanti')
  const paper = await rina.sees(/KTP pemilik · Rendang Uni Yanti[\s\S]*Yanti Marlina[\s\S]*Nomor: 1376••••••••0001/)
  expect(paper).toMatchObject({ file: { kind: 'photo' }, protected: true })
  await rina.taps('Kembalikan')
  await rina.sees(/Apa yang perlu diperbaiki/)
  await rina.taps('Buram')
  await rina.sees(/dikembalikan[\s\S]*Alasan: Buram/)

  await yanti.sees(/satu hal yang perlu diperbaiki[\s\S]*masih buram[\s\S]*tempat terang/)
  await yanti.taps('Kirim ulang')
  await yanti.sees(/Silakan kirim foto KTP/)
  await yanti.sendsPhoto(png(20))
  await yanti.sees(/KTP pemilik sudah lengkap/)

  await rina.taps('Dokumen berikutnya')
  await rina.sees(/KTP pemilik · Rendang Uni Yanti/)
  await rina.taps('Terima')
  await rina.sees(/diterima. Pemilik dikabari/)

  await yanti.sees(/Kabar baik: KTP pemilik/)
  await yanti.taps('Lanjutkan')
  await yanti.sees(/1 dari 14 dokumen wajib/)

  const { ownerId } = await world.rt.db.reader.business.findFirstOrThrow()
  const pressed = world.logged.map((line) => JSON.parse(line)).filter(({ what }) => what === 'callback_query')
  expect(pressed.at(-1)).toMatchObject({ door: 'telegram', actor: ownerId, outcome: 'done' })
})
