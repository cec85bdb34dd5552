### Layar admin.

admin-home =
    <b>Admin</b>
    { $cycle }
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
