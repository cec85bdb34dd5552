### Layar admin.

admin-home =
    <b>Admin</b>
    { $cycle }
    .desks = 🗓 Desk
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

invite-role = Siapa yang diundang?
invite-region = Untuk wilayah mana?
    .everywhere = Seluruh Sumatera Barat
invite-link =
    Undangan untuk <b>{ $grant }</b>:
    { $link }

    Berlaku sampai { $expires }, untuk satu orang. Mohon kirim langsung kepada orangnya.
invite-again = Buat undangan lagi

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
plan-desks-none =
    <b>Desk pendampingan</b>
    Belum ada desk yang dibuka.
plan-desk =
    <b>{ $title }</b> · { $zone }
    Tempat: { $venue }
    Titik peta: { $point }{ $state }
    .day = { $day } · terisi { $booked } dari { $seats }
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
    .close-slot = Tutup satu jam
    .close = Tutup hari ini
plan-slots =
    <b>{ $day }</b>
    Jam mana yang ditutup?
    .slot = { $time } · terisi { $booked }
plan-move-ask = Dipindah ke tanggal berapa? Contohnya: 14 Juni 2024
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
