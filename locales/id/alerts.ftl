### Berkas yang perlu dibantu: peringatan, rangkuman pagi, pengingat untuk pelaku usaha.

alerts = <b>Peringatan</b>
    .one = { $business } · { $reason }
    .mine = Saya tangani: { $count }
    .free = Belum diambil: { $count }
    .late = Terlewat: { $count }
alerts-mine =
    { $count ->
        [0] Belum ada yang Bapak/Ibu tangani.
        [1] Satu yang Bapak/Ibu tangani.
       *[other] { $count } yang Bapak/Ibu tangani.
    }
alerts-free =
    { $count ->
        [0] Tidak ada yang menunggu. Terima kasih.
        [1] Satu berkas belum diambil siapa pun.
       *[other] { $count } berkas belum diambil siapa pun.
    }
alerts-late =
    { $count ->
        [0] Tidak ada yang terlewat.
        [1] Satu berkas sudah lama belum diambil.
       *[other] { $count } berkas sudah lama belum diambil.
    }

alert =
    <b>{ $business }</b> · { $region }
    Pemilik: { $owner }
    .take = ✋ Saya tangani
    .invite = ✉️ Undangan untuk pemilik
    .nap =
        { $count ->
            [1] 💤 1 hari
           *[other] 💤 { $count } hari
        }
    .desk = 🗓 Tawarkan desk
    .phone = 📞 { $phone }
    .no-phone = 📞 Catat nomor HP
    .other-phone = Ganti nomor
    .whatsapp = Buka WhatsApp
    .write = ✉️ Tulis ke pemilik
    .give = ➡️ Serahkan
    .done = ✅ Selesai
    .open = 📁 Buka berkas
    .list = ← Peringatan
alert-papers = dokumennya

alert-short-desk-soon = desk sudah dekat
alert-short-deadline-near = batas kirim sudah dekat
alert-short-blocked = tidak terjangkau
alert-short-unclaimed = belum mulai
alert-short-no-show = tidak datang ke desk
alert-short-question-waits = pertanyaan belum dijawab
alert-short-review-late = menunggu diperiksa
alert-short-returned-often = berulang kali kembali
alert-short-third-party-late = lewat perkiraan
alert-short-owner-silent = lama belum bergerak
alert-short-dinas-silent = surat dinas belum ada
alert-short-permit-ends = izin segera berakhir

alert-desk-soon = Jadwal desk tinggal beberapa hari, sedangkan dokumen wajibnya belum banyak.
alert-deadline-near = Batas kirim sudah dekat, dan dokumen wajibnya belum lengkap.
alert-blocked = Pesan bot tidak sampai sejak { $day }.
alert-unclaimed = Pelaku usaha ini peserta, tetapi belum mulai mengisi.
alert-no-show = Pelaku usaha tidak datang ke desk, dan belum memilih jadwal lain.
alert-question-waits = Pertanyaan pelaku usaha belum dijawab.
alert-review-late = <b>{ $paper }</b> menunggu diperiksa lebih lama dari seharusnya.
alert-returned-often = <b>{ $paper }</b> sudah berulang kali dikembalikan.
alert-third-party-late = <b>{ $paper }</b> belum datang, padahal perkiraannya sudah lewat.
alert-owner-silent = Pelaku usaha sudah lama belum mengirim apa-apa. Yang berikutnya: <b>{ $paper }</b>.
alert-dinas-silent = <b>{ $paper }</b> belum disiapkan dinas.
alert-permit-ends = <b>{ $paper }</b> berakhir sebelum masa kunjungan selesai.

alert-next-desk-soon = Langkah berikutnya: telepon pemilik, dan pastikan dokumen yang perlu dibawa.
alert-next-deadline-near = Langkah berikutnya: telepon pemilik, dan selesaikan yang tersisa bersama-sama.
alert-next-blocked = Langkah berikutnya: telepon pemilik, dan minta membuka bot lagi.
alert-next-unclaimed = Langkah berikutnya: telepon pemilik, dan bantu membuka tautannya.
alert-next-no-show = Langkah berikutnya: tanyakan kabarnya, lalu tawarkan jadwal lain.
alert-next-question-waits = Langkah berikutnya: jawab pertanyaannya dari antrean.
alert-next-review-late = Langkah berikutnya: periksa dokumennya.
alert-next-returned-often = Langkah berikutnya: jelaskan lewat telepon, atau tawarkan desk.
alert-next-third-party-late = Langkah berikutnya: tanyakan perkembangannya kepada pemilik.
alert-next-owner-silent = Langkah berikutnya: tanyakan apa yang menyulitkan.
alert-next-dinas-silent = Langkah berikutnya: hubungi operator dinas.
alert-next-permit-ends = Langkah berikutnya: minta pemilik memperpanjang mulai sekarang.

alert-is-free = Belum ada yang menangani.
alert-is-late = Sudah lama belum ada yang menangani.
alert-is-mine = Bapak/Ibu yang menangani.
alert-is-taken = Ditangani { $holder }.
alert-sleeps = Ditunda sampai { $day }.
alert-is-solved = ✅ Sudah selesai.
alert-is-gone = ✅ Selesai dengan sendirinya, berkasnya sudah bergerak lagi.

alert-urgent = <b>Ada yang mendesak</b>
alert-handed-over = Rekan Bapak/Ibu menyerahkan ini.
alert-gone = Kabar baik: <b>{ $business }</b> sudah bergerak lagi. Peringatannya kami tutup.
alert-give-ask = Diserahkan kepada siapa?
alert-give-nobody = Tidak ada rekan lain untuk daerah ini.
alert-refused-closed = Peringatan ini sudah selesai.
alert-refused-no-telegram = Pemilik ini tidak memakai Telegram. Mohon hubungi lewat telepon.
alert-refused-taken = Rekan lain sudah menanganinya.
alert-refused-no-phone = Nomornya belum terbaca. Contohnya: 0812 3456 7890
alert-phone-ask = Berapa nomor HP pemilik? Contohnya: 0812 3456 7890
alert-no-phone = Nomor HP pemilik belum tercatat.
alert-phone =
    Pemilik <b>{ $business }</b>: { $owner }
    { $phone }
alert-whatsapp = Selamat siang, Bapak/Ibu { $owner }. Saya { $officer }, penyuluh OVOP. Saya ingin membantu berkas { $business }. Boleh saya telepon sebentar?

digest =
    <b>Selamat pagi. Berkas yang perlu dibantu, { $day }</b>
    { $count ->
        [1] Ada satu.
       *[other] Ada { $count }.
    }
    .open = Buka daftar
digest-reason = { $urgent } <b>{ $reason }</b>
digest-line =
    { $mark ->
        [mine] – { $business } ({ $region }), Bapak/Ibu tangani
        [asked] – { $business } ({ $region }), sudah beberapa hari Bapak/Ibu tangani. Bagaimana perkembangannya?
        [taken] – { $business } ({ $region }), ditangani { $holder }
        [late] – { $business } ({ $region }), sudah lama menunggu
       *[free] – { $business } ({ $region })
    }
digest-more = … dan { $count } lagi di daftar.

nudge =
    { $count ->
        [1] Berkas <b>{ $business }</b> menunggu Bapak/Ibu. Kita lanjutkan sedikit hari ini?
        [2] Berkas <b>{ $business }</b> belum bergerak beberapa hari. Ada yang menyulitkan? Tekan Minta bantuan, nanti penyuluh menghubungi.
       *[other] Berkas <b>{ $business }</b> masih kami simpan. Kapan pun Bapak/Ibu siap, kita lanjutkan dari sini.
    }
    .help = 🙋 Minta bantuan
desk-suggested =
    Penyuluh mengajak Bapak/Ibu menyelesaikan berkas <b>{ $business }</b> bersama-sama di desk.
    .open = Lihat jadwal desk
