### Perjalanan pelaku usaha mengisi berkas.

business-name-ask =
    Salam kenal, <b>{ $name }</b>.
    Apa nama usaha Bapak/Ibu?
business-name-too-short = Nama usahanya terlalu pendek. Mohon ketik lengkap.
business-name-too-long = Nama usahanya terlalu panjang. Mohon ketik paling banyak 80 karakter.
business-name-odd-letters = Mohon ketik nama usaha dengan huruf dan angka, tanpa emoji.

business-add-ask = Apa nama usaha yang lain itu?
business-rename-ask = Apa nama yang baru untuk <b>{ $business }</b>?
businesses =
    Usaha mana yang kita lanjutkan, Bapak/Ibu? Sekarang: <b>{ $business }</b>.
    .add = ➕ Tambah usaha
    .of = { $business } · { $owner }
of-business = 🏪 { $business }

region-ask =
    <b>{ $business }</b> ada di kabupaten/kota mana?
    Silakan ketik, atau pilih di bawah ini.
region-unclear = Ada beberapa kabupaten/kota dengan nama itu. Yang mana, Bapak/Ibu?
region-unknown = Kabupaten/kota itu belum kami temukan. Mohon ketik lagi, atau pilih di bawah ini.

commodity-ask =
    Apa produk utama <b>{ $business }</b>?

no-cycle =
    Terima kasih, <b>{ $business }</b> sudah terdaftar.
    Pendaftaran OVOP belum dibuka. Kami kabari begitu dibuka.
cycle-opened =
    Kabar baik: pendaftaran OVOP sudah dibuka untuk <b>{ $business }</b>.
    Dokumen kami terima sampai { $deadline }.

send-ask =
    Silakan kirim foto <b>{ $name }</b>.
    Taruh di tempat terang, tanpa lampu kilat. Pastikan keempat sudutnya masuk. PDF juga boleh.
send-not-file = Kami menunggu foto <b>{ $name }</b>. Tekan tanda 📎, lalu pilih kamera atau galeri.

received-again = File <b>{ $name }</b> ini sudah kami terima, dan sedang menunggu diperiksa.

refused-empty = Filenya kosong. Mohon kirim sekali lagi, sebagai foto atau PDF.
refused-too-big = Filenya lebih dari 20 MB. Mohon kirim sebagai foto, atau PDF yang lebih kecil.
refused-wrong-kind = File jenis ini belum bisa kami baca. Mohon kirim sebagai foto atau PDF.
refused-locked-pdf = PDF ini terkunci kata sandi. Mohon kirim fotonya saja, atau PDF tanpa kata sandi.
refused-accepted-already = <b>{ $name }</b> sudah diterima penyuluh, jadi tidak perlu dikirim lagi.
refused-same-as-returned = Ini file yang sama dengan yang perlu diperbaiki. Mohon kirim <b>{ $name }</b> yang baru, ya.

tray =
    📥 { $count } file menunggu tempatnya.
    .skip = Lewati dulu
    .later = Nanti saja
    .drop = Bukan dokumen
tray-hidden =
    📥 { $count } file Bapak/Ibu sudah kami simpan. Mari kita tempatkan satu per satu.
    .open = Mulai
tray-again = File yang sama sudah ada, jadi tidak kami simpan dua kali.
tray-left = Baik, filenya tetap kami simpan. Nanti bisa dibuka lagi dari berkas.
tray-empty = Terima kasih, semua file sudah pada tempatnya.
tray-file = File nomor 1
tray-files = File nomor 1–{ $last }
tray-together = File nomor 1–{ $last } dikirim sekaligus. Ini satu surat, atau beberapa surat?
    .one = Satu surat
    .several = Beberapa surat
tray-business = { $files } untuk usaha yang mana, Bapak/Ibu?
tray-paper = { $files } ini dokumen yang mana, Bapak/Ibu?
    .more = Dokumen lain …
    .first = ← Dokumen wajib
tray-nothing-open = { $files } tidak cocok untuk dokumen yang masih terbuka.
tray-too-early = Semua file sudah kami simpan. Kita selesaikan pendaftaran dulu, ya.
tray-sorted = Masuk ke { $name }.


home =
    <b>{ $business }</b>
    { $progress }

    { $next }

    Penyuluh: { $officer }
    Batas kirim: { $deadline }
    .all = Lihat semua dokumen
    .tray = 📥 { $count } file menunggu
    .other = Ganti usaha
    .answer = Jawab dulu
home-progress =
    { $bar }
    { $accepted } dari { $total } dokumen wajib sudah diterima.
home-submitted = { $count } sedang diperiksa penyuluh.
home-waiting = { $count } sedang ditunggu.
home-dinas = { $total } surat disiapkan dinas, { $accepted } sudah selesai. Bapak/Ibu tidak perlu mengurusnya.
home-officer-none = sedang ditentukan oleh dinas
home-next-returned = Ada yang perlu diperbaiki: <b>{ $name }</b>.
home-next-begun = Yang sudah dimulai: <b>{ $name }</b>. Mari kita selesaikan.
home-next-day-passed = Hari perkiraannya sudah tiba: <b>{ $name }</b>. Apakah sudah ada?
home-next-first-paper = Kita mulai dari <b>{ $name }</b>, karena semua orang punya.
home-next-with-penyuluh = Berikutnya: <b>{ $name }</b>. Penyuluh menemani Bapak/Ibu mengurusnya.
home-next-to-get = <b>{ $name }</b> belum ada dan perlu waktu lama. Mari kita lihat cara mengurusnya.
home-next-slowest = Berikutnya: <b>{ $name }</b>. Kita dahulukan karena perlu waktu paling lama.
home-next-next = Berikutnya: <b>{ $name }</b>.
home-next-extra = Dokumen wajib sudah lengkap. Sebagai nilai tambah: <b>{ $name }</b>.
home-next-form = Satu pertanyaan dulu tentang bentuk usaha.
home-next-group = Satu pertanyaan dulu tentang <b>{ $name }</b>.
home-next-owned = Beberapa dokumen perlu waktu lama. Kita lihat dulu mana yang sudah ada.
home-act-officer = Semua sudah terkirim. Penyuluh akan memeriksanya, lalu kami kabari di sini.
home-act-third-party = Semua yang lain sudah terkirim. Kita tinggal menunggu dari pihak lain.
home-act-hand-over = Tinggal menyerahkan contoh produk kepada penyuluh.
home-act-dinas = Bagian Bapak/Ibu sudah selesai. Sisanya disiapkan dinas.
home-act-nobody = Semua dokumen wajib sudah diterima. Terima kasih, Bapak/Ibu.

papers =
    <b>Dokumen { $business }</b>
    { $lines }
papers-open = ⬜ { $name }
papers-started = ✏️ { $name }: sudah dimulai
papers-waiting = 🕓 { $name }: ditunggu
papers-submitted = ⏳ { $name }: menunggu diperiksa
papers-returned = 🔁 { $name }: perlu perbaikan
papers-accepted = ✅ { $name }: diterima
papers-received = ✅ { $name }: sudah di penyuluh
papers-not-applicable-asked = ❔ { $name }: ditanyakan ke penyuluh
papers-not-applicable = ➖ { $name }: tidak berlaku
papers-dinas = <b>Disiapkan dinas</b>
papers-extras = <b>Nilai tambah</b>
papers-folded = <b>Nilai tambah</b>: { $count } dokumen, terbuka setelah dokumen wajib terkirim.

item =
    <b>{ $name }</b>
    { $explain }

    Dari: { $issuer }

    Yang sering keliru:
    { $mistakes }
    .ask = ❓ Tanya
    .send = 📷 Kirim sekarang
    .answer = ✏️ Isi sekarang
    .go-on = ✏️ Lanjutkan
    .replace = Ganti
    .retake = 📷 Kirim ulang
    .hand-over = Kapan diserahkan
    .missing = Belum punya
    .not-applicable = Usaha saya tidak memerlukan ini
    .papers = ← Semua dokumen
item-bring = Yang dibawa: { $what }
item-state-waiting = 🕓 Ditunggu sampai { $day }.
item-state-submitted = ⏳ Sudah dikirim. Penyuluh akan memeriksanya.
item-state-returned =
    🔁 Perlu perbaikan.
    { $reason }
item-state-accepted = ✅ Sudah diterima penyuluh.
item-state-received = ✅ Sudah di tangan penyuluh.
item-state-not-applicable-asked = ❔ Penyuluh akan memutuskan apakah ini berlaku untuk usaha Bapak/Ibu.
item-state-not-applicable = ➖ Tidak berlaku untuk usaha Bapak/Ibu.

how-to-get =
    <b>Cara mendapatkan { $name }</b>
    { $how }
    .when = Beri perkiraan tanggal
hand-over-ask = Kira-kira tanggal berapa <b>{ $name }</b> diserahkan? Boleh juga: 3 minggu lagi.
wait-ask = Kira-kira tanggal berapa <b>{ $name }</b> ada? Boleh juga: 3 minggu lagi.
wait-unsure = Tidak apa-apa. Beri tahu kami kalau tanggalnya sudah ada.
wait-noted = Baik, kami catat: <b>{ $name }</b> ditunggu sampai { $day }.
wait-late = Itu lewat dari batas kirim { $deadline }. Mohon bicarakan dengan penyuluh, supaya usulan Bapak/Ibu tidak tertinggal.
date-past = Tanggal itu sudah lewat. Mohon ketik tanggal yang akan datang.
date-ahead = Tanggal terbitnya belum tiba. Mohon periksa lagi tanggal di dokumennya.
not-applicable-asked = Baik, kami tanyakan kepada penyuluh. Nanti kami kabari di sini.

received =
    Terima kasih, <b>{ $name }</b> sudah lengkap.
    { $officer ->
        [none] Penyuluh akan memeriksanya, lalu kami kabari di sini.
       *[other] Penyuluh { $officer } akan memeriksanya, lalu kami kabari di sini.
    }
    .next = Lanjut: { $name }
    .home = Kembali ke berkas
refused-no-more-pages = Untuk <b>{ $name }</b> sudah cukup. Tekan Selesai untuk mengirimnya.
refused-album = <b>{ $name }</b> cukup satu foto. Kita pilih satu per satu, ya.

form-ask = Apa bentuk usaha <b>{ $business }</b>?
form-perorangan = Perorangan
form-cv = CV
form-pt = PT
form-koperasi = Koperasi
form-unsure = Belum tahu
group-ask =
    { $ask }
    { $hint }
group-yes = Ya
group-no = Tidak
group-unsure = Belum tahu
owned-ask =
    Apakah <b>{ $name }</b> sudah ada?
    { $explain }
    .yes = Sudah punya
    .no = Belum punya

pages-more =
    Halaman { $have } dari <b>{ $name }</b> sudah kami terima.
    Silakan kirim halaman berikutnya, atau tekan Selesai.
pages-first = Nomornya kami tanyakan sesudah ini.
pages-ask =
    .done = ✅ Selesai
    .again = Foto ulang dari awal
    .home = ← Kembali ke berkas
choose-below = Maaf, belum kami pahami. Mohon tekan salah satu tombol di bawah ini.
media-ask = Silakan kirim <b>{ $name }</b>: { $have } dari { $wanted } sudah ada.
media-shot = Yang berikutnya: { $shot }
media-enough =
    { $have } foto untuk <b>{ $name }</b> sudah kami terima. Sudah cukup.
    Boleh ditambah sampai { $most }, atau tekan Selesai.

ask-leave = Tidak tahu, penyuluh isi
number-ask-nik = Terima kasih, fotonya sudah kami terima. Berapa NIK di KTP ini? Ada 16 angka.
number-ask-npwp = Berapa nomor NPWP-nya? Biasanya 16 angka.
number-ask-nib = Berapa nomor NIB-nya? Ada 13 angka, biasanya di bagian atas.
number-ask-kbli = Berapa kode KBLI-nya? Ada 5 angka.
number-ask-p-irt = Berapa nomor P-IRT-nya? Contohnya: 2061376010042-28
number-ask-md = Berapa nomor izin edarnya? Diawali huruf MD.
number-ask-halal = Berapa nomor sertifikat halalnya? Diawali huruf ID.
number-ask-merek = Berapa nomor mereknya? Diawali huruf IDM.
number-ask-free = Berapa nomor <b>{ $name }</b>, seperti tertulis di dokumennya?
day-ask-issued = Tanggal berapa <b>{ $name }</b> terbit? Contohnya: 14 Juni 2024
day-ask-expires = Sampai tanggal berapa <b>{ $name }</b> berlaku? Contohnya: 14 Juni 2026
day-ask-expires-endless = Sampai tanggal berapa <b>{ $name }</b> berlaku? Boleh juga: seumur hidup
ends-early = <b>{ $name }</b> ini berakhir sebelum tim penilai datang ke tempat usaha. Sebaiknya diperpanjang mulai sekarang.
permit-ends =
    <b>{ $name }</b> untuk <b>{ $business }</b> berlaku sampai { $day }. Sebaiknya mulai diperpanjang dari sekarang.
    .open = Lihat dokumennya
name-check-ask =
    Apakah nama di <b>{ $name }</b> sama dengan nama di KTP, { $owner }?
    Gelar seperti H., Dt., atau S.E. tidak dihitung.
    .same = Sama
    .differs = Berbeda
other-name-ask = Nama siapa yang tertulis di <b>{ $name }</b>?
name-same-noted = Terima kasih. Itu nama yang sama, jadi tidak masalah.
name-differs-noted = Terima kasih, kami catat. Penyuluh akan memastikan orangnya sama.
question-ask =
    { $position } dari { $of }. { $ask }
    { $hint }
question-hint = <i>{ $hint }</i>
answer-empty = Belum ada jawabannya. Mohon ketik dengan kata-kata sendiri.
answer-too-long = Jawabannya terlalu panjang. Mohon ketik paling banyak 600 karakter.
answer-not-a-number = Mohon ketik satu angka saja, misalnya 12.
answer-too-low = Angkanya terlalu kecil. Mohon periksa lagi.
answer-too-high = Angkanya terlalu besar. Mohon periksa lagi.
answer-not-an-option = Mohon pilih salah satu tombol yang ada.
paragraph-ask =
    Ini yang kami tulis untuk <b>{ $name }</b>:

    { $paragraph }{ $files }

    Apakah sudah benar?
    .yes = ✅ Benar, kirim
    .attach = 📎 Tambah file pendukung
    .again = Jawab ulang
paragraph-files = 📎 { $count } file pendukung sudah ikut.
attach-ask = Silakan kirim foto atau file pendukung untuk <b>{ $name }</b>.
place-ask =
    <b>{ $name }</b>
    Satu lagi: titik peta tempat usaha. Tekan 📎, lalu Lokasi, lalu kirim lokasi saat Bapak/Ibu ada di sana.

of-owner = 🏪 { $business } · untuk { $owner }
home-assisted = ✍️ Bapak/Ibu mengisi untuk <b>{ $owner }</b>.

companions =
    <b>Pendamping</b>
    Anak atau perangkat nagari yang Bapak/Ibu percaya boleh membantu mengisi. Semua yang diisi dicatat atas nama berdua.
    .invite = ➕ Ajak pendamping
companion-asked = 🕓 { $name }: menunggu jawaban Bapak/Ibu
    .yes = ✅ Boleh: { $name }
    .no = Tidak: { $name }
companion-agreed = 👥 { $name }: boleh mengisi
    .end = Hentikan { $name }
companion-theirs = ✍️ Bapak/Ibu mendampingi { $name }
    .leave = Berhenti mendampingi { $name }
companion-link =
    Tautan untuk pendamping:
    { $link }

    Berlaku sampai { $day }, pukul { $time }, untuk satu orang. Mohon kirim hanya kepada orang yang Bapak/Ibu percaya. Setelah dibuka, Bapak/Ibu kami tanya dulu.
companion-invited =
    Bapak/Ibu diajak mendampingi seorang pelaku usaha mengisi berkas usulan. Semua yang diisi dicatat atas nama berdua.

    Apakah Bapak/Ibu sudah berusia 18 tahun?
    .yes = Ya, 18 tahun ke atas
    .no = Belum
companion-consent-first =
    Bapak/Ibu diajak mendampingi seorang pelaku usaha. Mohon jawab dulu persetujuan di bawah ini, lalu tekan tombol ini.
    .go-on = Lanjut mendampingi
companion-too-young = Terima kasih sudah jujur. Pendamping perlu berusia 18 tahun ke atas.
companion-requested = Terima kasih. Permintaan sudah kami kirim kepada pemilik usaha. Jawabannya kami kabari di sini.
companion-already = Bapak/Ibu sudah menjadi pendamping. Terima kasih.
companion-begin = Mulai mengisi
companion-link-unknown = Tautan ini tidak kami kenali. Mohon minta tautan baru kepada pemilik usaha.
companion-link-used = Tautan ini sudah dipakai. Mohon minta tautan baru kepada pemilik usaha.
companion-link-expired = Tautan ini sudah lewat masa berlakunya. Mohon minta tautan baru kepada pemilik usaha.
companion-link-own = Ini tautan Bapak/Ibu sendiri. Mohon kirim kepada orang yang akan mendampingi.
companion-link-too-many = Hari ini permintaan Bapak/Ibu sudah banyak. Mohon coba lagi besok.
companion-said-yes = Baik, pendamping boleh mengisi. Bapak/Ibu bisa menghentikannya kapan saja lewat /menu.
companion-said-no = Baik, permintaan itu tidak kami teruskan.
notice-companion-asked =
    <b>{ $name }</b> membuka tautan Bapak/Ibu dan ingin mendampingi mengisi berkas. Bolehkah?
    .yes = Ya, boleh
    .no = Tidak
notice-companion-agreed = Kabar baik: <b>{ $owner }</b> setuju Bapak/Ibu mendampingi.
notice-companion-declined = Permintaan mendampingi belum disetujui pemilik usaha. Terima kasih sudah menawarkan bantuan.
notice-companion-ended = <b>{ $name }</b> mengakhiri pendampingan. Terima kasih atas bantuan Bapak/Ibu.
notice-companion-left = <b>{ $name }</b> tidak lagi mendampingi Bapak/Ibu.
businesses-which = Usaha mana yang kita lanjutkan, Bapak/Ibu?
