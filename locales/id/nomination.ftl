### Daftar IKM nominasi dari dinas.

nominations =
    <b>IKM nominasi</b>
    { $nominated } usaha dinominasikan. { $claimed } sudah bergabung, { $open } belum.
    .list = 📥 Impor daftar
    .invite = ✉️ Undangan dan lembar QR
    .unclaimed = 👤 Belum bergabung
    .undo = Batalkan impor terakhir
nominations-none =
    <b>IKM nominasi</b>
    Belum ada usaha yang dinominasikan. Mulai dengan mengimpor daftar dari dinas.
nominations-last = Impor terakhir: { $day }.

list-ask =
    Mohon kirim daftar IKM nominasi sebagai file Excel (.xlsx) atau CSV.
    Yang diperlukan: nama pemilik, nama usaha, kabupaten/kota, komoditas, dan nomor HP. Urutan kolom bebas.
    Daftar kami periksa dulu; belum ada yang disimpan.
    .sample = 📄 Contoh daftar
list-sample = Ini contohnya. Hapus kedua barisnya, isi dengan daftar Bapak/Ibu, lalu kirim ke sini.
list-sheet-sample = Daftar
list-not-file = Mohon kirim daftarnya sebagai file Excel (.xlsx) atau CSV, lewat tombol lampiran.

list-report = <b>Hasil pemeriksaan daftar</b>
    .yes = Impor { $count } baris
    .again = Kirim daftar lain
list-report-ask = Hasil tiap baris ada di file ini. Impor sekarang? Baris yang perlu diperbaiki tidak ikut.
list-report-correct = Belum ada baris yang bisa diimpor. Mohon perbaiki di file ini, lalu kirim lagi.
list-report-nothing = Tidak ada yang baru, jadi tidak ada yang perlu diimpor.

list-sum-new = ✅ Baru: { $count }
list-sum-same = ▫️ Sudah ada, sama: { $count }
list-sum-change = ✏️ Berubah: { $count }
list-sum-keep = 🔒 Berbeda, data kami yang dipakai: { $count }
list-sum-double = ↩️ Baris ganda: { $count }
list-sum-wrong = ⚠️ Perlu diperbaiki: { $count }
list-wrong-row = Baris { $line } ({ $business }): { $note }
list-wrong-more = … dan { $count } baris lain, lihat kolom Catatan.

list-does-new = Baru
list-does-same = Sama
list-does-change = Berubah
list-does-keep = Berbeda
list-does-double = Ganda
list-does-wrong = Perlu diperbaiki

list-sheet = Hasil
list-column-line = Baris
list-column-owner = Nama pemilik
list-column-business = Nama usaha
list-column-region = Kabupaten/Kota
list-column-commodity = Komoditas
list-column-phone = Nomor HP
list-column-result = Hasil
list-column-note = Catatan

list-note-missing = { $column } belum diisi.
list-note-unreadable = { $column } “{ $text }” tidak terbaca.
list-note-region = Kabupaten/kota “{ $text }” tidak dikenal di Sumatera Barat.
list-note-ambiguous = “{ $text }” bisa berarti { $among }. Mohon tulis lengkap.
list-note-commodity = Komoditas “{ $text }” tidak dikenal. Pilihannya: makanan/minuman, kain tenun, kain batik, anyaman, gerabah.
list-note-double = Usaha yang sama dengan baris { $line }, jadi dihitung satu.
list-note-differs = { $column } berbeda: di sini “{ $list }”, di baris itu “{ $ours }”.
list-note-change = { $column } berubah dari “{ $ours }” menjadi “{ $list }”.
list-note-keep = { $column } di daftar “{ $list }”, tetapi data kami “{ $ours }”. Data kami yang dipakai.
list-hint-no-phone = Nomor HP belum ada: undangan perlu diantar penyuluh.
list-hint-phone-unreadable = Nomor HP tidak terbaca, jadi tidak dipakai.
list-hint-region-above = Kabupaten/kota diambil dari baris atau judul di atasnya.

list-applied =
    ✅ Daftar sudah diimpor.
    { $lines }
list-undo-ask = { $count } usaha dari impor ini belum tersentuh siapa pun dan akan dihapus. Batalkan impornya?
    .yes = Ya, batalkan impor
list-undo-stay = { $count } usaha tetap ada, karena pemiliknya sudah bergabung atau berkasnya sudah dikerjakan.
list-undone = Impor dibatalkan. { $count } usaha dihapus.

list-refused-no-cycle = Belum ada siklus yang dibuka. Mohon buka siklus dulu, lalu kirim daftarnya lagi.
list-refused-too-many = Daftarnya lebih dari 3.000 baris. Mohon bagi menjadi beberapa file.
list-refused-not-a-table = File itu bukan tabel. Mohon kirim sebagai Excel (.xlsx) atau CSV.
list-refused-old-excel = File itu Excel lama (.xls). Mohon buka, simpan sebagai .xlsx, lalu kirim lagi.
list-refused-too-large = File itu terlalu besar untuk sebuah daftar. Mohon salin daftarnya ke lembar baru, lalu kirim lagi.
list-refused-unreadable = File itu rusak atau terkunci, jadi tidak terbaca. Mohon simpan ulang, lalu kirim lagi.
list-refused-no-heading = Judul kolom tidak ditemukan. Mohon tulis satu baris judul: Nama pemilik, Nama usaha, Kabupaten/Kota, Komoditas, Nomor HP.
list-refused-no-rows = Di bawah judul kolom tidak ada isinya. Mohon periksa filenya.
list-refused-gone = Daftar itu sudah tidak ada atau sudah dibatalkan. Mohon kirim lagi bila masih perlu.

unclaimed =
    <b>Belum bergabung: { $count }</b>
    Tekan satu untuk membuat undangannya.
    .one = { $business } · { $region }
letters = Ini tautan dan teks WhatsApp untuk { $count } usaha yang belum bergabung. Isinya data pribadi, mohon jangan disebarkan.
letters-cards = Ini lembar QR untuk dicetak dan digunting. Tautannya sama dengan di file Excel, berlaku 30 hari.
letters-nobody = Semua sudah bergabung, jadi tidak ada yang perlu diundang.
letters-title = Undangan Dampingi
letters-sheet = Undangan
letters-link = Tautan undangan
letters-whatsapp = Tautan WhatsApp
letters-text = Teks pesan
letters-card =
    Pindai dengan kamera HP, lalu tekan Mulai di Telegram.
    Khusus untuk nama ini, sampai { $until }.
owner-letter =
    Bapak/Ibu { $owner }, usaha { $business } dinominasikan dinas untuk penghargaan OVOP. Selamat!

    Mohon buka tautan ini dari HP Bapak/Ibu. Kita siapkan dokumennya bersama penyuluh, satu per satu:
    { $link }

    Tautan ini khusus untuk Bapak/Ibu, sampai { $until }. { -peringatan-uang }
owner-invitation =
    Undangan untuk <b>{ $business }</b> ({ $owner }):

    { $text }
    .whatsapp = Kirim lewat WhatsApp
owner-came = Pemilik usaha ini sudah bergabung, jadi tidak perlu diundang lagi.

nomination-consent = Bapak/Ibu datang lewat undangan dari dinas. Dinas sudah memberi kami nama pemilik, nama usaha, kabupaten/kota, produk, dan nomor HP. Isinya baru kami tunjukkan setelah nomor HP Bapak/Ibu cocok.
nomination-link-unknown = Undangan ini tidak kami kenali. Mohon minta tautan baru kepada penyuluh. Tanpa undangan pun Bapak/Ibu bisa mulai dengan /start.
nomination-link-used = Undangan ini sudah dipakai. Bila itu bukan Bapak/Ibu, mohon beri tahu penyuluh.
nomination-link-expired = Undangan ini sudah lewat masa berlakunya. Mohon minta tautan baru kepada penyuluh.

claim-ask = Supaya data dari dinas tidak dilihat orang lain, mohon bagikan nomor HP Bapak/Ibu dengan tombol di bawah.
    .share = 📱 Bagikan nomor saya
claim-skip = Nomornya lain, atau tidak ingin membagikan? Tidak apa-apa, nanti penyuluh yang mencocokkan.
    .go = Lanjut tanpa nomor
claim-skipped = Baik. Silakan daftar seperti biasa; penyuluh akan mencocokkannya dengan undangan.
claim-not-own = Itu nomor orang lain. Mohon bagikan nomor Bapak/Ibu sendiri dengan tombol di bawah.
claim-other-number = Terima kasih. Nomor ini berbeda dengan yang ada di dinas, jadi penyuluh yang akan mencocokkan. Silakan daftar dulu seperti biasa.
claim-has-own = Terima kasih. Akun ini sudah punya berkas atau tugas sendiri, jadi penyuluh yang akan mencocokkan. Berkas Bapak/Ibu tetap seperti semula.
claimed =
    ✅ Cocok, terima kasih, Bapak/Ibu <b>{ $owner }</b>. Ini data dari dinas:
    { $lines }
    Ada yang keliru? Bisa diubah kapan saja lewat /data.
claimed-business = • <b>{ $business }</b>, { $region }, { $product }
