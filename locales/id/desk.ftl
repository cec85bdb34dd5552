### Hari desk: daftar tamu, nomor antrean, hasil, dan kesan sesudahnya.

duty-days =
    <b>Hari desk</b>
    Pilih harinya:
    .none = Belum ada hari desk di wilayah tugas ini. Bila jadwalnya sudah dibuka, daftarnya ada di sini.
duty-day = { $day } · { $title }
duty-list =
    <b>{ $day }</b>
    Desk { $title }
    .empty = Belum ada nama di daftar.
    .ahead = Kedatangan bisa dicatat pada harinya.
duty-line = { $number }. { $time } { $business } · { $stage }
duty-line-walk-in = { $number }. { $business } · { $stage }
duty-sum = Menunggu { $waiting } · dilayani { $serving } · selesai { $done } · tidak datang { $absent } · belum datang { $expected }
duty-stage-expected = belum datang
duty-stage-waiting = hadir { $time }
duty-stage-serving = ▶️ dilayani { $time }
duty-stage-absent = 🚫 tidak datang
duty-outcome-done = ✅ selesai
duty-outcome-again = 🔁 perlu datang lagi
duty-outcome-referred = ↗️ dirujuk
duty-next = ▶️ Nomor berikutnya
duty-arrival = Catat hadir
duty-walk-in = Tanpa janji temu
duty-refresh = Perbarui
duty-back = ← Daftar hari ini
duty-which = Siapa yang dimaksud?
duty-choice = { $number } · { $business }

duty-arrival-ask = Ketik kode tiket, nomor di daftar, atau sebagian nama usaha atau pemiliknya. Gambar di tiket juga bisa dipindai dengan kamera ponsel.
duty-arrival-none = Tidak ada yang cocok di daftar hari ini. Mohon periksa lagi, atau catat sebagai tamu tanpa janji temu.
duty-walk-in-ask = Apa nama usahanya? Nomor antrean langsung dibuat.
guest = <b>{ $number }. { $business }</b> · { $stage }
guest-owner = Pemilik: { $owner }
guest-booked = Janji temu pukul { $time }, meja { $table }, kode { $code }
guest-topic = Ingin membahas: { $topic }
guest-notes = Catatan: { $notes }
guest-rebook-asked = Pemilik sudah diminta memilih jadwal baru pada { $day }.
guest-arrive = ✅ Hadir
guest-absent = Tidak datang
guest-call = ▶️ Panggil
guest-note = Tulis catatan
guest-rebook = Jadwalkan ulang
guest-undo-arrive = Urungkan: hadir
guest-undo-call = Urungkan: dipanggil
guest-undo-finish = Urungkan: hasil
guest-undo-absent = Urungkan: tidak datang
guest-back = ← Kembali
guest-known = Apakah ini salah satu dari mereka? Bila tidak, abaikan saja.
guest-known-is = { $business } · { $who }
guest-note-ask = Tulis catatan singkat tentang kunjungan ini.
guest-note-long = Mohon ditulis dengan 1 sampai 300 karakter.

duty-not-yours = Desk ini bukan di wilayah tugas Bapak/Ibu.
duty-gone = Nama ini sudah tidak ada di daftar.
duty-too-early = Harinya belum tiba. Kedatangan bisa dicatat pada harinya.
duty-is-absent = Sudah dicatat tidak datang. Bila ternyata datang, urungkan dulu.
duty-not-there = Kedatangannya belum dicatat.
duty-settled = Hasilnya sudah dicatat.
duty-booked-again = Pemilik sudah memesan jadwal lain, jadi ini tidak bisa diubah lagi.
duty-moved-on = Keadaannya sudah berubah. Ini yang terbaru.
duty-slot-closed = Jam ini sudah ditutup, jadi ini tidak bisa diubah lagi.
duty-on-list = Usaha itu sudah ada di daftar hari ini.
duty-unknown-code = Kode itu tidak kami temukan.
duty-nobody-waits = Belum ada yang menunggu.
duty-other-day = Tiket itu untuk { $day }, desk { $title }.

rebook-asked =
    Janji temu { $business } pada { $day } belum jadi. Tidak apa-apa, masih bisa diganti.
    Silakan pilih hari lain.
visit-how =
    Terima kasih sudah datang ke desk { $title } bersama { $business }.
    Apakah kunjungan itu membantu?
visit-score-5 = 😀 Sangat membantu
visit-score-4 = 🙂 Membantu
visit-score-3 = 😐 Cukup
visit-score-2 = 🙁 Kurang membantu
visit-score-1 = 😞 Tidak membantu
visit-rated = Terima kasih, kesan Bapak/Ibu sudah tersimpan.
    .words = Tulis pesan
visit-words-ask = Apa yang baik, dan apa yang perlu diperbaiki? Tulis singkat saja.
visit-words-long = Mohon ditulis dengan 1 sampai 300 karakter.
visit-words-kept = Terima kasih, pesan Bapak/Ibu sudah tersimpan.

duty-type = Ketik hasil
duty-draft-over = Hasil itu sudah tersimpan, atau sudah diganti dengan pesan yang lebih baru.
results-ask =
    Ketik nomor dan hasilnya dalam satu pesan, misalnya:
    1 selesai, 2 tidak datang, W01 dirujuk ke laboratorium
results-preview = Ini yang kami baca. Simpan?
results-none = Belum ada hasil yang bisa disimpan. Contoh yang kami mengerti: 1 selesai, 2 tidak datang.
results-line-noted = { $number }. { $business } · { $stage } ({ $notes })
results-unclear = Bagian ini belum kami mengerti, mohon diketik lagi: { $parts }
results-unknown = Nomor ini tidak ada di daftar: { $parts }
results-settled = Nomor ini sudah punya hasil lain, jadi tidak diubah: { $parts }
results-save = Simpan

duty-calls = 📞 Perlu dihubungi
duty-screen = Layar antrean untuk umum, tanpa nama: { $address }
duty-print = 🖨 Daftar cetak
paper-title = { $day } · Desk { $title }
paper-how = Tanpa sinyal: tulis hasilnya di sini. Nanti buka /desk, tekan Ketik hasil, lalu ketik: 1 selesai, 2 tidak datang, W01 dirujuk.
paper-number = No.
paper-time = Jam
paper-business = Usaha dan pemilik
paper-code = Kode
paper-topic = Ingin membahas
paper-arrived = Hadir
paper-result = Hasil
paper-notes = Catatan
paper-here = Daftar desk { $title } untuk { $day }, siap dicetak. Nomornya tidak berubah lagi.

queue-page = Antrean desk { $title }
queue-page-serving = Sedang dilayani
queue-page-waiting = Berikutnya
queue-page-nobody = –
queue-page-gone = Halaman antrean ini tidak ada.
