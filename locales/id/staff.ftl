### Petugas: siapa yang bekerja di sini, dan untuk mana.

invite-role = Siapa yang diundang?
invite-region = Untuk wilayah mana?
    .everywhere = Seluruh Sumatera Barat
    .zone = Koordinator zona { $zone }
    .several = Beberapa wilayah …
invite-link =
    Undangan untuk <b>{ $grant }</b>:
    { $link }

    Berlaku sampai { $expires }, untuk satu orang. Mohon kirim langsung kepada orangnya.
    .qr = Tampilkan QR
invite-qr = Pindai untuk membuka undangan. Berlaku untuk satu orang.
invite-again = Buat undangan lagi

staff =
    <b>Petugas: { $count } orang</b>
staff-line = • <b>{ $name }</b>: { $roles }{ $away }
staff-away = (sedang tidak di kantor)
staff-nameless = (belum menulis nama)
staff-may = Penyuluh memeriksa dokumen, menjawab, dan mengurus desk di wilayahnya. Operator mengurus dokumen dinas dan portal. Admin mengatur semuanya, tetapi tidak melihat foto KTP.
staff-invitations = Undangan yang belum diterima: { $count }.
staff-one =
    <b>{ $name }</b>
    { $roles }
    .regions = 🗺 Ubah wilayah { $role }
    .end = Cabut tugas { $role }
    .away = 🏖 Catat tidak di kantor
staff-one-away = Hari ini tidak di kantor. Pengganti: { $standIn }.
staff-work = Sedang ditangani: { $dossiers } berkas, { $alerts } peringatan, { $threads } pertanyaan yang menunggu.
staff-work-none = Tidak ada pekerjaan yang terbuka.
staff-regions-ask = Wilayah mana saja? Ketik namanya, dipisah koma. Contohnya: Kota Payakumbuh, Kab. 50 Kota, Kab. Agam
staff-regions-unclear = Yang ini belum jelas: { $names }. Mohon ketik semuanya lagi, misalnya: Kota Solok, Kab. Agam
staff-end =
    Cabut tugas <b>{ $grant }</b> dari <b>{ $name }</b>?
    Semua tombolnya langsung tidak berlaku, dan orangnya kami kabari.
    .to = Serahkan kepada { $name }
    .all = Cabut, bagi ke penyuluh lain
    .yes = Ya, cabut
staff-end-who = Siapa yang melanjutkan?
staff-ended = ✅ Tugas sudah dicabut.
staff-ended-moved = Yang dialihkan: { $dossiers } berkas, { $alerts } peringatan, { $threads } pertanyaan.
staff-refused-gone = Tugas itu sudah berakhir.
staff-refused-own = Tugas admin sendiri tidak bisa dicabut dari sini. Mohon minta admin lain.
staff-refused-fixed = Admin ini ditetapkan di pengaturan server, jadi hanya bisa diubah di sana.
staff-refused-no-officer = Orang itu bukan penyuluh lagi. Mohon pilih yang lain.
role-ended = Tugas Bapak/Ibu sebagai <b>{ $grant }</b> sudah berakhir. Terima kasih banyak atas bantuannya.
work-taken-over =
    Mulai sekarang Bapak/Ibu melanjutkan pekerjaan <b>{ $name }</b>.
    { $work }
    .alerts = 🔔 Buka peringatan
