### Antrean penyuluh dan keputusan atas dokumen.

queue =
    <b>Antrean</b>
    { $count ->
        [0] Tidak ada berkas yang menunggu. Terima kasih, semua sudah diperiksa.
        [1] Satu berkas menunggu diperiksa.
       *[other] { $count } berkas menunggu diperiksa, yang paling lama lebih dulu.
    }
    .dossier = { $business } · { $count } menunggu
    .more = Berikutnya →
    .less = ← Sebelumnya
    .refresh = Perbarui
    .all = Semua berkas
    .questions = ❓ Pertanyaan: { $count }
    .calls = 📞 Perlu dihubungi: { $count }
    .alike = ⚠️ Pendaftaran yang mirip ({ $count })

paper =
    <b>{ $requirement }</b> · { $business }
    Pemilik: { $owner } · { $region }
    Dikirim { $day }, pukul { $time }
    .accept = ✅ Terima
    .return = 🔁 Kembalikan
    .queue = Antrean
    .same-person = Orang yang sama
    .fill-number = Isi nomornya
    .change-number = ✏️ Ubah nomor
    .see-number = 👁 Lihat nomor
    .hide-number = Tutup nomor
    .leave = Batal


reason-ask = Apa yang perlu diperbaiki pada <b>{ $requirement }</b> dari { $business }?
reason-words-ask = Mohon tulis alasannya dengan satu kalimat. Pemilik usaha akan membacanya.
reason-words-wrong = Mohon tulis alasannya dengan 5 sampai 300 karakter.
reason-blurred = Buram
reason-cut-off = Terpotong
reason-expired = Sudah tidak berlaku
reason-names-differ = Nama berbeda
reason-wrong-paper = Bukan dokumen ini
reason-number-invalid = Nomor tidak sesuai
reason-incomplete = Belum lengkap
reason-no-figures = Angka atau tempat belum disebut
reason-not-matching = Tidak cocok dengan dokumen lain
reason-other = Lainnya, saya tulis

decided-accepted = ✅ <b>{ $requirement }</b> dari { $business } diterima. { $told }
    .undo = Batalkan keputusan
    .next = Dokumen berikutnya
decided-returned =
    🔁 <b>{ $requirement }</b> dari { $business } dikembalikan. { $told }
    Alasan: { $reason }
undone = Keputusan untuk <b>{ $requirement }</b> dari { $business } dibatalkan. Dokumen kembali menunggu.
    .again = Buka dokumen ini lagi
undo-acted-upon = Keputusan ini tidak bisa dibatalkan lagi, karena pemilik sudah mengirim yang baru.
decide-replaced = Pemilik baru saja mengganti dokumen ini. Mohon buka yang terbaru dari antrean.
decide-decided-already = Dokumen ini sudah diputuskan petugas lain.
decide-decided-by-you = Dokumen ini sudah Bapak/Ibu putuskan.
decide-owner-changed = Pemilik sedang memperbaiki dokumen ini. Setelah dikirim lagi, dokumennya muncul di antrean.
decide-not-yours = Berkas ini tidak bisa Bapak/Ibu buka: di luar wilayah tugas, atau sedang ditutup pemiliknya.

notice-accepted =
    Kabar baik: <b>{ $requirement }</b> untuk { $business } sudah diterima penyuluh. Terima kasih.
    .continue = Lanjutkan
notice-returned =
    Terima kasih, <b>{ $requirement }</b> untuk { $business } sudah kami lihat. Ada satu hal yang perlu diperbaiki.

    { $reason }
    { $tip }
    .retake = 📷 Kirim ulang
    .rewrite = ✏️ Perbaiki tulisan
notice-undone =
    Mohon maaf, keputusan untuk <b>{ $requirement }</b> dari { $business } sedang ditinjau lagi oleh penyuluh. Nanti kami kabari.

dossiers =
    <b>Semua berkas</b>
    { $count } berkas di wilayah Bapak/Ibu.
dossier =
    <b>{ $business }</b> · { $owner }

    { $lines }
    .print = 🖨 Daftar untuk dicetak
    .check = Periksa dokumen ({ $count })
    .admit = ✅ Terima sebagai peserta
    .form = Tentukan bentuk usaha
    .group = Tentukan: { $name }
    .received = { $name } sudah diterima
    .not-applicable = { $name }: tidak berlaku
    .applies = { $name }: tetap perlu
    .move = 📱 Pindahkan ke ponsel baru
    .attach = 📱 Sambungkan ke Telegram pemilik
    .fill = ✍️ Isi untuk pemilik
    .alike = ⚠️ Mirip dengan { $business }
dossier-candidate = ⏳ Usaha ini masih calon. Setelah diterima sebagai peserta, pemilik bisa memesan jadwal desk.
dossier-form-unsure = ❔ Bentuk usaha belum diketahui. Pemilik menunggu penyuluh.
dossier-group-unsure = ❔ { $ask } Pemilik belum tahu.
paper-page = Halaman { $page } dari { $of }
paper-hint = { $hint }
ground-ask = Mengapa ini orang yang sama? Mohon tulis dengan satu kalimat, misalnya: sesuai KK.
left-number-ask = Berapa nomornya, seperti tertulis di dokumen?
decide-name-unruled = Nama di dokumen ini berbeda dengan KTP. Apakah ini orang yang sama?
notice-nominated =
    Kabar baik: <b>{ $business }</b> diterima sebagai peserta. Sekarang Bapak/Ibu bisa memesan jadwal desk.
    .desks = 🗓 Lihat jadwal desk
notice-ruled-received = <b>{ $requirement }</b> untuk { $business } sudah diterima penyuluh. Terima kasih.
notice-ruled-not-applicable = Penyuluh setuju: <b>{ $requirement }</b> tidak berlaku untuk { $business }.
notice-ruled-open =
    Terima kasih sudah bertanya. Menurut penyuluh, <b>{ $requirement }</b> tetap perlu untuk { $business }, dan kami siap membantu menyiapkannya.
    .open = Buka { $name }

rule-ask =
    .yes = Ya, benar
rule-ask-received = Apakah <b>{ $requirement }</b> dari { $business } sudah Bapak/Ibu terima? Pemilik langsung kami kabari.
rule-ask-not-applicable = Apakah <b>{ $requirement }</b> memang tidak berlaku untuk { $business }? Pemilik langsung kami kabari.
rule-ask-applies = Apakah <b>{ $requirement }</b> tetap perlu untuk { $business }? Pemilik langsung kami kabari.
ruling-decided-already = Ini sudah diputuskan petugas lain.
ruling-decided-by-you = Ini sudah Bapak/Ibu putuskan.
ruling-owner-changed = Pemilik sudah mengubahnya sendiri, jadi tidak perlu diputuskan lagi.
any-ask =
    <b>{ $business }</b>
    { $ask }
    { $hint }
fact-decided = ✅ <b>{ $business }</b>: { $answer } { $told }
fact-form = bentuk usahanya { $form }.
fact-group = { $ask } { $answer }.
notice-form-decided = Penyuluh sudah memastikan bentuk usaha <b>{ $business }</b>: { $form }. Langkah berikutnya sudah kami sesuaikan.
notice-group-decided =
    Penyuluh sudah memastikan satu hal untuk <b>{ $business }</b>.
    { $ask } <b>{ $answer }</b>.

owner-back = ← Kembali ke berkas
move-ask =
    Berkas <b>{ $owner }</b> akan dipindahkan ke ponsel baru. Ponsel yang lama langsung tidak bisa membukanya.
    .yes = Ya, saya sudah memastikan orangnya
move-link =
    Tautan untuk ponsel baru <b>{ $owner }</b>:
    { $link }

    Berlaku sampai { $day }, pukul { $time }, untuk satu ponsel. Mohon kirim langsung kepada orangnya, lalu minta dibuka di ponsel baru.
move-works-here = Pemilik ini juga petugas di Dampingi. Mohon minta bantuan admin untuk memindahkannya.
notice-move =
    Penyuluh menyiapkan pemindahan berkas Bapak/Ibu ke ponsel baru.
    Kalau Bapak/Ibu yang meminta, tidak perlu melakukan apa-apa di sini.
    .stop = Bukan saya yang meminta

connect-ask = <b>{ $owner }</b> akan mengisi berkasnya sendiri lewat Telegram. Setelah itu penyuluh tidak lagi mengisi.
verify-ask = Mohon pastikan dulu orangnya: lihat KTP aslinya, atau Bapak/Ibu mengenalnya sendiri. Ini kami catat.
decided-told = Pemilik dikabari.
decided-tell = Pemilik tidak memakai Telegram, jadi mohon Bapak/Ibu sampaikan sendiri.
decided-alone = ⚑ Bapak/Ibu juga yang mengirimnya, jadi kami beri tanda.
dossier-alone = { $line } ⚑ dikirim dan diterima petugas yang sama
paper-sender = Dikirim oleh { $name } untuk pemilik.

enrol-owner = Siapa nama lengkap pemiliknya, seperti di KTP?
enrol-business = Apa nama usaha <b>{ $owner }</b>?
enrol-region = <b>{ $business }</b> ada di kabupaten/kota mana?
enrol-form =
    Silakan foto formulir persetujuan yang sudah ditandatangani <b>{ $owner }</b>.
    Pastikan nama dan tanda tangannya terbaca.
    .text = Baca teks formulir
enrol-form-not-file = Kami menunggu foto formulirnya. Tekan tanda 📎, lalu pilih kamera atau galeri.
enrol-confirm =
    Pemilik: <b>{ $owner }</b>
    Usaha: { $business }
    Kabupaten/kota: { $region }
    Produk: { $product }

    Apakah formulir ini ditandatangani sendiri oleh { $owner }? Konfirmasi Bapak/Ibu kami catat.
    .yes = ✅ Ya, saya memastikan
    .retake = 📷 Foto ulang
enrol =
    .drop = Batal mendaftarkan
enrol-dropped = Baik, pendaftaran dibatalkan. Tidak ada yang disimpan.
enrolled = ✅ <b>{ $owner }</b> dengan usaha { $business } sudah terdaftar.
enrolled-no-cycle =
    ✅ <b>{ $owner }</b> dengan usaha { $business } sudah terdaftar.
    Pendaftaran OVOP belum dibuka. Berkasnya muncul di antrean begitu dibuka.

likenesses =
    { $count ->
        [0] Tidak ada pendaftaran yang mirip. Terima kasih.
       *[other] <b>Pendaftaran yang mirip</b>: { $count } pasang. Mohon dilihat, apakah usahanya sama.
    }
    .pair = { $older } · { $newer }
likeness =
    <b>Dua pendaftaran yang mirip</b>
    Yang sama: { $sign }.

    1. { $older }
    2. { $newer }

    Apakah orang dan usahanya sama?
    .same = Sama, gabungkan
    .other = Bukan, ini usaha lain
likeness-by-nib = nomor NIB
likeness-by-invitation = tautan undangan yang dibuka
likeness-by-owner = nama pemilik dan kabupaten/kota
likeness-by-business = nama usaha dan kabupaten/kota
likeness-side = <b>{ $business }</b> · { $owner } · { $region }, terdaftar { $day }, { $count } dokumen
likeness-offline = <b>{ $business }</b> · { $owner } · { $region }, terdaftar { $day }, { $count } dokumen, tanpa Telegram
join-ask =
    <b>{ $newer }</b> digabungkan ke <b>{ $older }</b>, yang terdaftar lebih dulu. Dokumen yang belum ada di sana ikut pindah.
    Penggabungan tidak bisa dibatalkan.
joined = ✅ Sudah digabungkan menjadi satu berkas. Pemilik dikabari.
kept-apart = Baik, ini dua usaha yang berbeda. Tidak kami tanyakan lagi.
join-decided-already = Pasangan ini sudah diputuskan.
join-works-here = Salah satu pemiliknya juga petugas di Dampingi. Mohon minta bantuan admin.
notice-joined = Bapak/Ibu terdaftar dua kali. Penyuluh sudah menggabungkannya menjadi satu: <b>{ $business }</b>.

search-ask = Silakan ketik nama usaha, nama pemilik, daerah, atau kode tiket.
search-none = Tidak ada yang cocok dengan “{ $typed }” di daerah Bapak/Ibu. Silakan coba kata lain.
search-found =
    { $count ->
        [1] Ketemu satu.
       *[other] Ketemu { $count }, paling banyak sepuluh yang ditampilkan.
    }
    .one = { $business } · { $region }

printed = Daftar dokumen <b>{ $business }</b> yang belum ada, siap dicetak.
printed-title = Dokumen yang masih perlu disiapkan: { $business }
printed-owner = Pemilik: { $owner }
printed-hint = Mohon bawa yang sudah ada kepada penyuluh. Penyuluh tidak pernah meminta uang.
printed-paper = Dokumen
printed-issuer = Dari
printed-there = Sudah ada
