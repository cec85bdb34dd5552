import { describe, expect, test } from 'vitest'
import { faq } from '../../src/helpline/faq.ts'
import { MOST_ANSWERS, searchFaq } from '../../src/helpline/search.ts'

/** As people ask it, and the entry that should be among the three. */
const asked: [question: string, entry: string][] = [
  ['apa itu ovop?', 'ovop'],
  ['ovop tu apo yo', 'ovop'],
  ['gimana alur ikut ovop', 'ovop-steps'],
  ['siapa yang isi portalnya pak?', 'ovop-steps'],
  ['apakah pasti lolos?', 'stars'],
  ['kira2 dapat bintang berapa ya', 'stars'],
  ['tim penilai datang itu lihat apa saja', 'ovop-visit'],
  ['batas waktunya kapan', 'ovop-when'],
  ['deadline nya tanggal berapa', 'ovop-when'],
  ['ada yang telpon minta transfer uang', 'cost'],
  ['ini bayar gak pak', 'cost'],
  ['bara biayanyo', 'cost'],
  ['sulaman boleh ikut ndak', 'commodities'],
  ['kenapa belum jadi peserta', 'nomination'],
  ['sk sentra itu apa dan siapa yang urus', 'sentra'],
  ['surat usulan dinas diurus siapa', 'dinas-papers'],
  ['pakai ktp siapa?', 'ktp'],
  ['ktp suami boleh bu?', 'ktp'],
  ['saya ndak punya npwp', 'npwp'],
  ['npwp nya 15 angka masih bisa dipakai?', 'npwp'],
  ['apa itu NIB?', 'nib'],
  ['apo tu nib', 'nib'],
  ['cara bikin nib gimana', 'nib-get'],
  ['baa caro mambuek nib', 'nib-get'],
  ['lupa pasword oss', 'nib-get'],
  ['yang ada cuma surat keterangan usaha dari nagari', 'sku'],
  ['SKU bisa gantikan NIB?', 'sku'],
  ['kbli rendang yang mana', 'kbli'],
  ['kode kbli saya salah', 'kbli'],
  ['nomor p-irt saya 12 angka', 'pirt'],
  ['PIRT itu apa', 'pirt'],
  ['pirt saya sudah mati', 'pirt-get'],
  ['memperpanjang P.IRT dimana', 'pirt-get'],
  ['randang basah pakai pirt atau md?', 'rendang'],
  ['rendang vakum izinnya apa', 'rendang'],
  ['izin bpom md itu apa', 'md'],
  ['nomor halal yang KH atau yang ID', 'halal'],
  ['sertifikat hallal yg mana', 'halal'],
  ['urus halal gimana bu', 'halal-get'],
  ['sertifikat halal berlaku sampai kapan', 'halal-end'],
  ['merk harus didaftarkan?', 'merek'],
  ['siinas itu apa ya', 'siinas'],
  ['uji lab dimana', 'lab'],
  ['parameter laboratorium apa saja', 'lab'],
  ['tidak ada buku kas', 'bookkeeping'],
  ['contoh SOP nya ada?', 'sop'],
  ['foto produk latarnya apa', 'product-photo'],
  ['sampel produk diantar kemana', 'sample'],
  ['penghela maksudnya apa', 'penghela'],
  ['nama di halal beda dengan ktp', 'names-differ'],
  ['namo babeda satu huruf', 'names-differ'],
  ['foto saya buram terus', 'photo'],
  ['potonya kabur', 'photo'],
  ['boleh kirim pdf?', 'pdf'],
  ['file terlalu besar', 'too-big'],
  ['filenyo gadang bana', 'too-big'],
  ['suratnya dua halaman', 'pages'],
  ['salah kirim foto, gantinya gimana', 'replace'],
  ['foto banyak sekaligus gimana', 'tray'],
  ['kenapa surat saya dikembalikan', 'returned'],
  ['kok ditolak?', 'returned'],
  ['sudah diperiksa belum berkas saya', 'review-time'],
  ['apa lagi yang kurang', 'progress'],
  ['syaratnya apa saja', 'progress'],
  ['suratnya masih diurus', 'not-yet'],
  ['coaching clinic itu apa', 'desk'],
  ['cara pesan jadwal desk', 'desk-book'],
  ['mau pindah jadwal', 'desk-move'],
  ['ganti jam desk bisa?', 'desk-move'],
  ['saya tidak jadi datang ke desk', 'desk-cancel'],
  ['desk panuah baa ko', 'desk-full'],
  ['apa yang dibawa ke desk', 'desk-bring'],
  ['apo nan dibaok beko', 'desk-bring'],
  ['siapa saja yang lihat ktp saya', 'privacy'],
  ['takut data bocor', 'privacy'],
  ['tolong hapus data saya', 'data'],
  ['hp saya hilang', 'new-phone'],
  ['ganti nomor telegram', 'new-phone'],
  ['boleh anak saya yang isi?', 'companion'],
  ['saya punya dua usaha', 'businesses'],
  ['nama usaha salah ketik', 'rename'],
  ['bisa bahasa inggris?', 'language'],
  ['bisa lewat WA saja?', 'telegram'],
  ['sinyal di tempat saya jelek', 'telegram'],
  ['nomor penyuluh saya berapa', 'who-helps'],
  ['what is a NIB?', 'nib'],
  ['how do I book a desk?', 'desk-book'],
  ['is it free of charge?', 'cost'],
]

const fittingNothing = [
  'harga cabai hari ini',
  'siapa presiden indonesia',
  'kapan hujan berhenti di padang',
  'resep gulai tunjang',
  'skor bola tadi malam siapa yang menang ya lawan thailand',
  'qwertyuiop',
  'hmm',
  '12345',
  'terima kasih banyak pak',
  '',
  '😀',
]

const idsFor = (question: string): string[] => searchFaq(question).map(({ id }) => id)

test.each(asked)('%s → %s', (question, entry) => {
  expect(idsFor(question)).toContain(entry)
})

test('most of them find it at the first place', () => {
  const first = asked.filter(([question, entry]) => idsFor(question)[0] === entry)
  expect(first.length / asked.length).toBeGreaterThan(0.8)
})

test.each(fittingNothing)('%j fits nothing', (question) => {
  expect(idsFor(question)).toEqual([])
})

describe('the entries', () => {
  test('are at least forty, each found by its own question in both languages', () => {
    expect(faq.length).toBeGreaterThanOrEqual(40)
    const lost = faq.flatMap(({ id, ask }) => [ask.id, ask.en].filter((each) => !idsFor(each).includes(id)))
    expect(lost).toEqual([])
  })

  test('have ids of their own, and fit into one message, three at once', () => {
    expect(new Set(faq.map(({ id }) => id)).size).toBe(faq.length)
    const longest = Math.max(
      ...faq.flatMap(({ ask, answer }) => [ask.id + answer.id, ask.en + answer.en].map((text) => text.length)),
    )
    expect(longest * MOST_ANSWERS).toBeLessThan(4096)
    expect(Math.max(...faq.flatMap(({ ask }) => [ask.id.length, ask.en.length]))).toBeLessThanOrEqual(60)
  })

  test('never promise stars, and speak as we do', () => {
    for (const { answer } of faq) expect(answer.id).not.toMatch(/\b(?:kamu|anda|dijamin lolos|pasti lolos)\b/i)
  })
})
