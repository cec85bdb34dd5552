### Jadwal desk pendampingan: hari, jam, tiket, daftar tunggu.

desk-days = 🗓 Lihat jadwal desk
desk-no-dossier = Jadwal desk bisa dipesan setelah usaha Bapak/Ibu terdaftar. Tekan Lanjutkan, ya.
desk-not-nominated = Penyuluh perlu menerima usaha Bapak/Ibu sebagai peserta dulu. Setelah itu jadwal desk bisa dipesan. Sambil menunggu, dokumen tetap bisa disiapkan.
desk-schedule =
    <b>Jadwal desk</b> · { $business }
    Di desk, penyuluh memeriksa dan melengkapi berkas bersama Bapak/Ibu.
    .ask = Pilih harinya:
    .none = Belum ada jadwal yang dibuka. Kami beri tahu di sini bila sudah ada.
    .others = Desk di tempat lain
desk-schedule-move =
    <b>Pindah jadwal</b> · { $business }
    Tempat yang lama tetap milik Bapak/Ibu sampai yang baru dipesan.
desk-day = { $day } · { $title } · sisa { $free }
desk-day-full = { $day } · { $title } · penuh
desk-waiting = Bapak/Ibu ada di daftar tunggu { $title }, urutan ke-{ $place }. Bila ada tempat, kami tawarkan di sini.
    .leave = Keluar dari daftar tunggu { $title }
desk-venue = { $venue } ({ $title })
desk-venue-later = { $title } (tempatnya menyusul)

desk-slots =
    <b>{ $day }</b>
    { $venue }

    Pilih jamnya:
desk-other-days = ← Hari lain
desk-slot = { $time } · sisa { $free }
desk-full =
    <b>{ $day }</b>
    { $venue }

    Semua tempat sudah terisi. Mau masuk daftar tunggu? Bila ada yang batal, kami tawarkan kepada Bapak/Ibu.
    .wait = Ya, masuk daftar tunggu
desk-in-line = Bapak/Ibu sudah di daftar tunggu, urutan ke-{ $place }. Bila ada tempat, kami tawarkan di sini selama 30 menit jam kerja.

desk-confirm =
    <b>{ $day }, pukul { $time }</b>
    { $venue }
    Untuk usaha { $business }.

    Pesan tempat ini?
    .yes = Ya, pesan
desk-confirm-move =
    Pindah ke <b>{ $day }, pukul { $time }</b>
    { $venue }
    Untuk usaha { $business }.

    Pindahkan jadwal?
    .yes = Ya, pindahkan

desk-slot-gone = Jadwal itu sudah tidak dibuka. Silakan pilih yang lain.
desk-slot-past = Jam itu sudah lewat. Silakan pilih yang lain.
desk-slot-full = Tempat tadi baru saja terisi. Ini yang masih ada:
desk-booked-already = Usaha ini sudah punya jadwal desk. Jadwal itu bisa dipindahkan dari tiketnya.
desk-ended = Jadwal ini sudah tidak berlaku.
desk-begun = Jadwal ini sudah dimulai, jadi tidak bisa diubah lagi. Petugas di desk bisa membantu.
desk-offer-over = Tawaran ini sudah lewat. Bapak/Ibu tetap di daftar tunggu.

ticket =
    🎫 <b>{ $day }, pukul { $time }</b>
    { $venue }
    { $business } · meja { $table }

    Kode: <b>{ $code }</b>. Tunjukkan gambar ini saat datang.
ticket-papers = Mohon bawa:
ticket-papers-more = … dan { $count } lagi, lihat Berkas saya.
ticket-papers-none = Semua dokumen wajib sudah dikirim. Mohon bawa KTP dan contoh produk.
ticket-topic = Yang ingin dibahas: { $topic }
ticket-map = 📍 Lihat peta
ticket-move = Pindah jadwal
ticket-cancel = Batalkan
ticket-ask-topic = Ingin membahas sesuatu?
ticket-calendar = Simpan ke kalender
ticket-calendar-file = Buka berkas ini untuk menyimpan jadwal di kalender ponsel.
ticket-calendar-entry = Desk OVOP { $business }, { $title }
ticket-topic-ask = Apa yang ingin dibahas di desk? Tulis singkat saja, misalnya: foto produk dan izin P-IRT.
ticket-topic-long = Mohon ditulis lebih singkat, paling banyak 300 huruf.
ticket-topic-kept = Baik, penyuluh sudah tahu apa yang ingin dibahas.
ticket-cancel-ask =
    Batalkan jadwal <b>{ $day }, pukul { $time }</b> untuk { $business }?
    Tempatnya langsung diberikan kepada yang lain.
    .yes = Ya, batalkan
    .no = Tidak jadi
ticket-cancelled = Jadwal sudah dibatalkan. Terima kasih sudah memberi tahu.

visit-day-before =
    Besok jadwal desk Bapak/Ibu:
    <b>{ $day }, pukul { $time }</b>
    { $venue }
    { $business } · meja { $table } · kode { $code }
visit-same-day =
    Hari ini jadwal desk Bapak/Ibu:
    <b>{ $day }, pukul { $time }</b>
    { $venue }
    { $business } · meja { $table } · kode { $code }
visit-coming = Saya datang
visit-not-coming = Tidak bisa
visit-ticket = 🎫 Lihat tiket
visit-moved-meanwhile = Jadwalnya sudah dipindah: sekarang { $day }, pukul { $time }. Apakah Bapak/Ibu bisa datang?
visit-coming-noted = Terima kasih. Kami tunggu { $day }, pukul { $time }.

offer =
    Ada tempat untuk { $business }:
    <b>{ $day }, pukul { $time }</b>
    { $venue }

    Tempat ini kami simpan untuk Bapak/Ibu sampai { $untilDay }, pukul { $until }.
    .take = Ya, ambil
    .decline = Tidak, untuk yang lain saja
offer-declined = Baik, tempat itu kami tawarkan kepada yang lain. Bapak/Ibu tetap di daftar tunggu.

day-moved =
    Jadwal desk Bapak/Ibu dipindah. Yang lama: { $from }.
    Yang baru:
    <b>{ $day }, pukul { $time }</b>
    { $venue }
    { $business } · meja { $table } · kode { $code }

    Apakah Bapak/Ibu bisa datang?
    .yes = Bisa
    .no = Tidak bisa
day-moved-no =
    Tidak apa-apa. Jadwal { $business } sekarang { $day }, pukul { $time }.
    Mau pilih waktu lain, atau dibatalkan saja?
seat-closed =
    Mohon maaf, jadwal desk <b>{ $day }, pukul { $time }</b> ditiadakan.
    { $venue }
    { $business }

    Silakan pilih jadwal lain. Desk di tempat lain juga boleh.
    .none = Tidak perlu jadwal lain
seat-closed-none = Baik, kami catat. Bila berubah pikiran, jadwal lain tetap bisa dipesan.
line-closed =
    Mohon maaf, tidak ada lagi jadwal desk { $title }, jadi daftar tunggunya berakhir.
    { $business } bisa memesan di desk lain.
call = • <b>{ $business }</b> · { $owner } · { $region } · { $day } pukul { $time } · { $reason }
call-offline = tanpa Telegram
call-blocked = memblokir bot
call-silent = belum menjawab
calls-no-numbers = Nomor telepon belum tersimpan di sini. Mohon lihat catatan penyuluh.
closing-calls =
    <b>Perlu dihubungi: { $count } usaha</b>
    Jadwalnya ditiadakan, dan belum ada gantinya. Tekan namanya bila sudah dibicarakan.
    .done = ✓ { $business }
closing-calls-none = Tidak ada yang perlu dihubungi sekarang.
day-calls = <b>📞 Belum menyatakan datang</b>
day-calls-none = Semua yang memesan sudah menyatakan datang.
place-changed =
    Tempat desk Bapak/Ibu:
    <b>{ $venue }</b>
    { $day }, pukul { $time }
    { $business } · meja { $table } · kode { $code }
