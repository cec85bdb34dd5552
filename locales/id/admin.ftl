### Layar admin.

admin-home =
    <b>Admin</b>
    { $cycle }
    .desks = 🗓 Desk
    .calendar = 📅 Kalender
    .rules = 🔔 Peringatan
    .nominated = 📋 IKM nominasi
    .staff = 👥 Petugas
    .invite = Undang petugas
    .switches = Syarat tambahan
    .open-cycle = Buka siklus
    .no-cycle = Belum ada siklus yang dibuka, jadi pelaku usaha belum bisa mengirim dokumen.
    .cycle = Siklus { $name }: dokumen sampai { $owner }, portal sampai { $portal }.

switches =
    <b>Syarat tambahan</b>
    Syarat ini hanya ditanyakan bila dinas memintanya. Tekan untuk mengubah. Berlaku untuk semua berkas siklus ini.
switch-on = ✅ { $name }
switch-off = ▫️ { $name }

cycle-owner-ask = Sampai tanggal berapa dokumen dari pelaku usaha diterima? Contohnya: 14 Juni 2026
cycle-portal-ask = Sampai tanggal berapa dinas bisa mengisi portal nasional? Contohnya: 30 Juni 2026
cycle-visit-ask = Sampai tanggal berapa penilai bisa berkunjung? Izin harus berlaku sampai hari itu. Contohnya: 5 Oktober 2026
cycle-date-wrong = Tanggal itu belum terbaca. Mohon ketik seperti ini: 14 Juni 2026
cycle-confirm =
    Siklus <b>{ $name }</b>
    Dokumen pelaku usaha sampai { $owner }.
    Portal nasional sampai { $portal }.
    Kunjungan penilai sampai { $visit }.

    Setelah dibuka, setiap usaha terdaftar mendapat berkas. Buka sekarang?
    .yes = Ya, buka siklus
    .no = Tidak jadi
cycle-opened-admin = Siklus <b>{ $name }</b> sudah dibuka. Pelaku usaha yang terdaftar sedang kami kabari.
cycle-open-already = Sudah ada siklus yang dibuka.
cycle-deadlines-crossed = Batas portal lebih awal daripada batas pelaku usaha. Mohon mulai lagi dari Buka siklus.
cycle-deadline-past = Batas pelaku usaha sudah lewat. Mohon mulai lagi dari Buka siklus.
cycle-not-yours = Hanya admin yang bisa membuka siklus.

plan-desks =
    <b>Desk pendampingan</b>
    Tekan satu desk untuk melihat atau mengubahnya.
    .desk = { $title } · mulai { $day } · { $count } hari
    .new = Buka desk baru
plan-desks-none =
    <b>Desk pendampingan</b>
    Belum ada desk yang dibuka.
plan-desk =
    <b>{ $title }</b> · { $zone }
    Tempat: { $venue }
    Titik peta: { $point }{ $state }
    .day = { $day } · terisi { $booked } dari { $seats }
    .place = Ubah tempat
    .close = Tutup desk ini
plan-later = menyusul
plan-point-set = sudah ada
plan-closed = Sudah ditutup.
plan-break = { $hours }, istirahat { $pause }
plan-day =
    <b>{ $day }</b> · { $title }
    Jam: { $hours }
    { $minutes } menit per orang, { $tables } meja, { $share } % tanpa janji
    Terisi { $booked } dari { $seats } tempat, { $coming } sudah menyatakan datang.{ $state }
    .move = Pindah tanggal
    .calls = 📞 Daftar telepon
    .hours = Ubah jam
    .seats = Ubah meja
    .close-slot = Tutup satu jam
    .close = Tutup hari ini
plan-slots =
    <b>{ $day }</b>
    Jam mana yang ditutup, atau dibuka lagi?
    .slot = { $time } · terisi { $booked }
    .open = 🔓 { $time } · buka lagi
plan-move-ask = Dipindah ke tanggal berapa? Contohnya: { $example }
plan-move-wrong = Tanggal itu belum terbaca. Contohnya: { $example }
plan-move-confirm =
    Dari { $from }
    ke <b>{ $to }</b>

    { $count } pemilik sudah memesan. Jam dan mejanya tetap, dan masing-masing kami kabari.
    .ask = Pindahkan hari ini?
    .yes = Ya, pindahkan
plan-warning = ⚠️ { $day }: { $kind }, { $name }.
free-national = libur nasional
free-joint-leave = cuti bersama
free-closure = kantor tutup
plan-moved = Sudah dipindah dari { $from } ke <b>{ $to }</b>. Pemilik yang memesan sedang kami kabari.
plan-day-gone = Jadwal itu sudah ditutup atau tidak ada.
plan-day-begun = Hari itu sudah dimulai, jadi tidak bisa dipindah. Sisanya bisa ditutup.
plan-date-past = Tanggal itu sudah lewat. Mohon ketik tanggal lain.
plan-date-taken = Desk ini sudah punya jadwal pada tanggal itu. Mohon ketik tanggal lain.
plan-moved-meanwhile = Hari itu baru saja dipindah oleh admin lain. Mohon lihat lagi jadwalnya.
plan-not-yours = Hanya admin yang bisa mengatur desk.
plan-shut = { $count } pemilik kehilangan tempat. Masing-masing kami kabari dan tawari jadwal lain.
    .yes = Ya, tutup
plan-shut-slot = Tutup jam ini: <b>{ $day }, pukul { $time }</b>?
plan-shut-day = Tutup sehari penuh: <b>{ $day }</b>?
plan-shut-desk = Tutup seluruh desk ini, mulai { $day }?
plan-shut-line = { $count } yang ada di daftar tunggu juga kami kabari.
plan-shut-done = Sudah ditutup. { $count } pemilik kami kabari.
    .calls = 📞 Perlu dihubungi

draft-zone = Desk untuk zona mana?
draft-title = Apa nama desk ini? Singkat saja, misalnya: Payakumbuh
draft-venue = Di mana tempatnya? Contohnya: Aula Dinas Koperasi, Jalan Soekarno-Hatta
draft-point = Kirim lokasinya di peta, lewat tombol lampiran lalu Lokasi.
draft-days = Tanggal berapa saja? Contohnya: 10-11 Juni 2024
draft-hours = Jam berapa? Pilih, atau ketik seperti ini: 08.00-15.30, 12.00-13.00. Hari Jumat kami beri istirahat untuk salat.
draft-seats = Berapa menit per orang, berapa meja, dan berapa persen untuk yang datang tanpa janji? Pilih, atau ketik seperti ini: 30, 2, 20
    .usual = { $minutes } menit, { $tables } meja, { $share } % tanpa janji
draft-later = Menyusul
draft-drop = Mulai dari awal
draft-unreadable = Jawaban itu belum terbaca. Mohon ketik seperti contohnya.
draft-too-long = Terlalu panjang. Mohon lebih singkat: nama 30 huruf, tempat 120 huruf, paling banyak 14 hari.
draft-days-past = Ada tanggal yang sudah lewat. Mohon ketik lagi.
draft-day = • { $day }: { $hours }. { $count } giliran, { $seats } tempat, { $kept } di antaranya tanpa janji.
draft-preview =
    <b>Desk { $title }</b> · zona { $zone }
    Tempat: { $venue }
    Titik peta: { $point }

    { $lines }
    .yes = Buka desk
draft-opened = Desk sudah dibuka. Pemilik usaha bisa memesan sekarang.
plan-draft-gone = Rancangan itu sudah dibuka atau dibatalkan.
plan-no-days = Tidak ada jam layanan yang muat, atau tanggalnya sudah lewat. Mohon periksa lagi.
plan-place-ask = Ketik tempatnya, atau kirim lokasinya di peta. Yang sudah memesan kami kabari.
plan-place-wrong = Mohon ketik nama tempat, paling banyak 120 huruf, atau kirim lokasi.
plan-change-hours = Jam barunya? Contohnya: 08.00-15.30, 12.00-13.00. Yang sudah memesan tidak berubah.
plan-change-seats = Berapa menit per orang, berapa meja, berapa persen tanpa janji? Contohnya: 30, 2, 20

cal =
    <b>Kalender kantor</b>
    Hari libur yang akan datang. Tekan satu untuk menghapusnya.
    .none = Tidak ada hari libur yang tercatat.
    .add = Tambah hari libur
    .hours = Jam kantor
    .ramadan = Ramadan
    .away = Penyuluh tidak di kantor
cal-day = • { $day }: { $kind }, { $name } { $where }
    .button = { $day } · { $name }
cal-where = Kantor mana yang libur?
cal-add-ask = Tanggal berapa, dan mengapa? Contohnya: 12 Juni 2024 Banjir
cal-add-wrong = Jawaban itu belum terbaca. Mohon ketik seperti ini: 12 Juni 2024 Banjir
cal-remove = Hapus hari libur ini? Jam kerja langsung dihitung ulang.
    .yes = Ya, hapus
cal-week-usual =
    <b>Jam kantor provinsi</b>
    Tekan harinya untuk mengubah.
    .open = Jam biasa
cal-week-ramadan =
    <b>Jam kantor provinsi selama Ramadan</b>
    Tekan harinya untuk mengubah.
    .open = Jam Ramadan
cal-week-day = { $day }: { $hours }
cal-week-free = libur
cal-hours-ask = Jamnya? Contohnya: 07.30-16.00, 12.00-13.00. Ketik libur bila tidak bekerja.
cal-fast =
    <b>Ramadan</b>
    Tekan satu untuk membetulkan tanggalnya.
    .row = { $year } H: { $from } – { $until }
cal-fast-ask = Dari tanggal berapa sampai tanggal berapa? Contohnya: 11 Maret 2024 - 9 April 2024
cal-away =
    <b>Penyuluh tidak di kantor</b>
    Tekan nama untuk mencatat.
cal-away-line = • { $name }: { $kind }, { $from } – { $until }, pengganti { $standIn }
cal-away-kind = Mengapa tidak di kantor?
absence-desk-duty = bertugas di desk
absence-field-trip = perjalanan lapangan
absence-leave = cuti
cal-away-by = Siapa penggantinya?
    .nobody = Tanpa pengganti
cal-away-ask = Dari tanggal berapa sampai tanggal berapa? Contohnya: 10 Juni 2024 - 12 Juni 2024
cal-not-yours = Hanya admin yang bisa mengubah kalender.
cal-free-already = Hari itu sudah tercatat libur.
cal-no-officer = Orang itu bukan penyuluh lagi.

rules =
    <b>Kapan berkas dianggap perlu dibantu</b>
    Tekan satu baris untuk mengubahnya.
rule-on = ✅ { $reason } · { $span }
rule-off = ▫️ { $reason } · { $span }
rule-days =
    { $count ->
        [1] 1 hari
       *[other] { $count } hari
    }
rule-working-days =
    { $count ->
        [1] 1 hari kerja
       *[other] { $count } hari kerja
    }
rule-times = { $count } kali
rule-none = langsung
rule =
    <b>{ $reason }</b>
    Sekarang: { $span }. { $state ->
        [on] Aturan ini dipakai.
       *[off] Aturan ini tidak dipakai.
    }
    .on = Pakai
    .off = Jangan pakai
    .change = Ubah angkanya
rule-after-ask = Berapa untuk <b>{ $reason }</b>? Cukup angkanya, dari 1 sampai 60.
rule-after-wrong = Angkanya belum terbaca. Mohon ketik satu angka dari 1 sampai 60.
rule-number-gatesBeforeDesk = Sebelum desk: { $value } % syarat utama
rule-number-climbsAfter = Naik ke koordinator: { $value } hari kerja
rule-number-asksAfter = Ditanya lagi: { $value } hari kerja
rule-number-nudges = Pengingat pemilik: hari ke-{ $value }
rule-number-ask-gatesBeforeDesk = Berapa persen syarat utama yang harus sudah dikirim sebelum hari desk? Cukup angkanya, dari 0 sampai 100. Contohnya: 80
rule-number-ask-climbsAfter = Setelah berapa hari kerja peringatan yang belum diambil naik ke koordinator? Cukup angkanya, dari 1 sampai 20. Contohnya: 2
rule-number-ask-asksAfter = Setelah berapa hari kerja penyuluh yang sudah mengambil ditanya lagi? Cukup angkanya, dari 1 sampai 20. Contohnya: 3
rule-number-ask-nudges = Pada hari ke berapa pemilik diingatkan? Paling banyak lima angka, dari yang kecil. Contohnya: 5, 10, 15
rule-number-wrong = Angkanya belum terbaca.
