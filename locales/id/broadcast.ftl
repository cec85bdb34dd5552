### Siaran: apa yang ditulis admin untuk banyak orang.

order-broadcasts =
    .about = Siaran

cast-open = 📣 Siaran
casts =
    <b>Siaran</b>
    Tulis untuk banyak orang sekaligus, atau lihat yang sudah dikirim.
    .write = ✏️ Tulis siaran
    .desk = 🗓 Dari jadwal desk
cast-sign-asked = 🕐
cast-sign-scheduled = 🕐
cast-sign-sending = ▶️
cast-sign-stopped = ⏸
cast-sign-held = ❗️
cast-sign-done = ✅
cast-sign-ended = ⏹
cast-sign-expired = ⌛️
cast-sign-draft = ✏️
cast-sign-dropped = ⏹
cast-desks = Desk mana yang diumumkan?
cast-desks-none = Tidak ada desk yang akan datang.
cast-desk-words =
    { $name }, desk pendampingan <b>{ $title }</b> dibuka.
    Tempat: { $venue }

    { $days }

    Silakan pesan jam Bapak/Ibu lewat tombol di bawah.
cast-desk-day = • { $day }, pukul { $hours } WIB

cast-words-ask =
    Kirim teks siaran di sini. Tebal dan miring tetap terbawa. Boleh bersama satu foto atau PDF.

    Nama pembaca ditulis { $name }, wilayahnya { $region }, zonanya { $zone }.
cast-text-empty = Teksnya masih kosong. Mohon tulis isi siaran.
cast-text-too-long = Teksnya terlalu panjang. Mohon paling banyak 4.000 huruf.
cast-text-too-long-for-file = Bersama foto atau PDF, teks paling banyak 1.000 huruf. Mohon dipersingkat, atau hapus lampirannya.
cast-text-split-variable = Ada nama yang terpotong oleh huruf tebal atau miring. Mohon samakan hurufnya.
cast-unknown-variable = Kami tidak mengenal { $name }. Yang bisa dipakai hanya nama, wilayah, dan zona.
cast-file-unfit = Lampiran siaran hanya satu foto atau satu PDF. Mohon kirim lagi.
cast-file-gone = Telegram menolak siaran ini. Mungkin lampirannya sudah terhapus. Mohon hapus lampirannya, atau kirim lagi.
cast-file-photo = foto
cast-file-document = PDF
cast-file-none = tidak ada

cast-draft =
    <b>Siaran baru</b>
    { $words }

    Lampiran: { $file }
    Tombol: { $button }
    Penerima: { $audience }
    Waktu: { $time }
    .no-words = (belum ada teks)
    .words = ✏️ Ubah isi
    .button = 🔘 Tombol
    .audience = 👥 Penerima
    .time = 🕐 Waktu
    .no-file = Hapus lampiran
    .look = 👁 Lihat sebelum dikirim
    .drop = Buang
cast-begins = mulai { $day }, { $time }.
cast-begins-now = langsung setelah disetujui.
cast-ends = Tidak dikirim lagi setelah { $day }, { $time }.
cast-urgent = Juga malam hari, karena: { $reason }
cast-times =
    Waktu: { $time }
    Siaran dikirim pukul 08.00 sampai 20.00 WIB.
    .now = Langsung
    .begin = Pada waktu tertentu
    .end = Batas akhir
    .urgent = Mendesak, juga malam hari
    .not-urgent = Tidak mendesak
cast-time-begin = Mulai kapan? Contohnya: 10 Juni 2024 09.00
cast-time-end = Sampai kapan siaran ini masih boleh dikirim? Contohnya: 12 Juni 2024 17.00
cast-time-wrong = Waktu itu belum terbaca. Mohon ketik seperti ini: 10 Juni 2024 09.00
cast-time-past = Waktu itu sudah lewat. Mohon ketik waktu lain.
cast-night-ask = Mengapa siaran ini tidak bisa menunggu pagi? Alasannya kami catat.
cast-night-wrong = Mohon tulis alasannya dalam satu kalimat.
cast-buttons = Tombol apa di bawah siaran?
cast-kind-book = Pesan jam desk
cast-kind-checklist = Buka berkas
cast-kind-link = Buka tautan
cast-kind-none = Tanpa tombol
cast-button-book = 🗓 Pesan jam
cast-button-checklist = 📋 Buka berkas saya
cast-link-ask = Ketik tulisan tombol, lalu tautannya. Contohnya: Lihat pengumuman https://contoh.go.id/ovop
cast-link-wrong = Tautannya belum terbaca. Mohon ketik seperti ini: Lihat pengumuman https://contoh.go.id/ovop

cast-audience =
    <b>Penerima</b>
    { $audience }
    .keep = 💾 Simpan
    .kept = Yang tersimpan
cast-count = Akan sampai kepada { $count } orang. Tidak sampai kepada { $total }.
cast-excluded = • { $count }: { $reason }
cast-not-no-telegram = tidak memakai Telegram
cast-not-no-consent = belum menyetujui, atau menarik persetujuan
cast-not-blocked = memblokir bot, atau akunnya tutup
cast-not-told = sudah dikabari tentang perubahan desk ini
cast-role-owner = pelaku usaha
cast-role-officer = penyuluh
cast-role-operator = operator
cast-role-admin = admin
cast-zone = zona { $name }
cast-stage-candidate = belum ditetapkan
cast-stage-nominated = sudah ditetapkan
cast-booking-any = dengan atau tanpa janji
cast-booking-with = sudah punya janji
cast-booking-without = belum punya janji
cast-gates-any = semua berkas
cast-gates-open = syarat wajib belum lengkap
cast-gates-done = syarat wajib lengkap
cast-facet-role = Siapa
cast-facet-zone = Zona
cast-facet-region = Wilayah
cast-facet-commodity = Produk
cast-facet-stage = Tahap
cast-facet-booking = Janji desk
cast-facet-gates = Kelengkapan
cast-ask-role = Siaran ini untuk siapa?
cast-ask-zone = Zona mana? Tanpa pilihan berarti semua.
cast-ask-region = Wilayah mana? Tanpa pilihan berarti semua.
cast-ask-commodity = Produk apa? Tanpa pilihan berarti semua.
cast-ask-stage = Tahap mana? Tanpa pilihan berarti semua.
cast-ask-booking = Janji di desk?
cast-ask-gates = Kelengkapan berkas?
cast-keep-ask = Apa nama penerima ini? Singkat saja, misalnya: Penenun Sijunjung
cast-keep-wrong = Mohon tulis nama paling banyak 40 huruf.
cast-saved = Penerima mana yang dipakai?
cast-saved-none = Belum ada penerima yang disimpan.

cast-reader =
    .name = Bapak/Ibu
    .region = Sumatera Barat
cast-preview =
    <b>Siap dikirim?</b>
    Contohnya ada di atas. Akan sampai kepada <b>{ $count }</b> orang.
    .send = Ya, kirim ke { $count } orang
    .ask = Minta persetujuan untuk { $count } orang
    .me = Coba ke saya
    .not = Siapa yang tidak
    .change = ← Ubah
cast-preview-begins = Mulai { $day }, { $time }.
cast-preview-last = Selesai kira-kira { $day }, { $time }.
cast-preview-too-slow = ⚠️ Batas akhirnya lebih awal daripada perkiraan selesai, jadi sebagian tidak akan mendapat.
cast-preview-again = ⚠️ Teks yang sama sudah dikirim dalam 24 jam ini.
cast-preview-second = Siaran ini menunggu persetujuan admin lain.
cast-left-out = <b>Tidak mendapat siaran ini</b>
cast-left-out-none = Semua penerima akan mendapat siaran ini.
cast-left-out-line = • { $name }: { $reason }
cast-submitted-now = Terima kasih. Siaran segera dimulai. Kemajuannya kami tunjukkan di sini.
cast-submitted-later = Tersimpan. Siaran dimulai { $day }, { $time }.
cast-submitted-asked = Terima kasih. Admin lain kami minta menyetujui siaran ini.
cast-asked =
    <b>Mohon persetujuan siaran</b>
    Untuk { $count } orang:

    { $words }
    .yes = Ya, kirim ke { $count } orang
    .no = Jangan dikirim
cast-refused =
    Siaran ini tidak disetujui, jadi tidak dikirim:
    { $words }

cast-progress =
    <b>Siaran</b> · { $state }
    { $words }

    { $bar } { $done } dari { $total }
cast-state-draft = belum dikirim
cast-state-asked = menunggu persetujuan
cast-state-scheduled = terjadwal
cast-state-sending = sedang dikirim
cast-state-stopped = dihentikan
cast-state-held = ditahan
cast-state-done = selesai
cast-state-ended = diakhiri
cast-state-expired = batas waktunya lewat
cast-state-dropped = dibuang
cast-figure-sent = Terkirim: { $count }
cast-figure-blocked = Memblokir bot: { $count }
cast-figure-refused = Ditolak Telegram: { $count }
cast-figure-uncertain = Tidak pasti sampai: { $count }
cast-figure-broken = Gagal dibuat: { $count }
cast-figure-skipped = Dilewati: { $count }
cast-figure-expired = Lewat batas waktu: { $count }
cast-figure-pressed = Menekan tombol: { $count }
cast-steer-stop = ⏸ Hentikan
cast-steer-resume = ▶️ Lanjutkan
cast-steer-end = ⏹ Akhiri
cast-steer-as-is = ▶️ Kirim apa adanya
cast-steer-take = ▶️ Kirim atas nama saya
cast-steer-plain = Kirim tanpa lampiran
cast-presses = Siapa yang menekan
cast-again = 🔄 Perbarui
cast-pressed = <b>Menekan tombol siaran</b>
cast-pressed-line = • { $name }, { $day } pukul { $time }

cast-held =
    <b>Siaran ditahan</b>
    { $words }

    { $why }
cast-held-desk-changed = Jadwal atau tempat desk ini berubah sejak siaran ditulis.
cast-held-desk-closed = Desk ini sudah ditutup.
cast-held-empty = Tidak ada satu pun penerima saat siaran akan dimulai.
cast-held-author-left = Yang menulis siaran ini bukan admin lagi.
cast-held-refused = Telegram menolak siaran ini. Mungkin lampirannya sudah terhapus.

cast-no-not-yours = Hanya admin yang bisa mengirim siaran.
cast-no-gone = Siaran itu sudah dikirim, diakhiri, atau dibuang.
cast-no-no-words = Siaran itu belum ada teksnya.
cast-no-too-long-for-file = Teksnya terlalu panjang untuk siaran dengan lampiran.
cast-no-nobody = Tidak ada penerima yang bisa dijangkau. Mohon ubah penerimanya.
cast-no-changed = Siaran itu berubah sejak dilihat. Mohon lihat sekali lagi.
cast-no-begins-after-end = Batas akhirnya lebih awal daripada mulainya. Mohon ubah waktunya.
cast-no-no-second = Belum ada admin lain yang bisa menyetujui. Mohon undang satu admin lagi.
cast-no-same-person = Persetujuan harus dari admin lain.

cast-xlsx = 📄 Unduh Excel
cast-receipts = Hasil siaran, satu baris untuk setiap penerima. Paling banyak 20.000 baris.
cast-sheet-figures = Ringkasan
cast-sheet-people = Penerima
cast-sheet-total = Penerima
cast-sheet-outcome = Hasil
cast-sheet-count = Jumlah
cast-sheet-name = Nama
cast-sheet-region = Wilayah
cast-sheet-at = Waktu
cast-sheet-pressed = Menekan tombol
cast-outcome-sent = terkirim
cast-outcome-waiting = menunggu
cast-outcome-blocked = memblokir bot
cast-outcome-skipped = dilewati
cast-outcome-expired = lewat batas waktu
cast-outcome-refused = ditolak Telegram
cast-outcome-broken = gagal dibuat
cast-outcome-uncertain = tidak pasti sampai
