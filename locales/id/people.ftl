### Persetujuan, data diri, undangan.

consent-files = Terima kasih. Filenya <b>belum kami simpan</b>, karena kami perlu izin dulu. Setelah setuju, mohon kirim sekali lagi.
consent-ask =
    Selamat datang di <b>Dampingi</b>, asisten { -berkas } OVOP Sumatera Barat.
    OVOP adalah penghargaan Kementerian Perindustrian untuk produk khas daerah. Kita siapkan dokumennya pelan-pelan, satu per satu.

    Sebelum mulai, mohon izin. Kami menyimpan data dan foto dokumen usaha <b>hanya untuk usulan OVOP</b>. Yang melihat hanya Bapak/Ibu, penyuluh, dan petugas dinas.

    Telegram menyimpan percakapan di luar Indonesia. Bapak/Ibu boleh berhenti kapan saja. { -peringatan-uang }

    Apakah Bapak/Ibu setuju?
    .agree = Setuju, lanjutkan
    .read = Baca lengkap
    .refuse = Tidak setuju

consent-press = Terima kasih. Mohon tekan <b>Setuju, lanjutkan</b> di bawah ini, supaya persetujuannya tercatat.

consent-full =
    <b>Persetujuan data (versi { $version })</b>

    <b>Yang disimpan.</b> Nama, nomor HP bila diketahui, pertanyaan kepada penyuluh, nama usaha, kabupaten/kota, jenis produk, serta foto dan nomor dokumen usaha yang Bapak/Ibu kirim.
    <b>Untuk apa.</b> Hanya untuk menyiapkan usulan penghargaan OVOP.
    <b>Siapa yang melihat.</b> Penyuluh dan petugas dinas untuk daerah Bapak/Ibu. Setiap kali dokumen dibuka, kami mencatat siapa yang membukanya.
    <b>Berapa lama.</b> Foto KTP sampai 90 hari setelah hasil siklus ini. Dokumen lain sampai siklus ini selesai.
    <b>Di mana.</b> Dokumen disimpan oleh dinas dalam keadaan terkunci (dienkripsi): orang luar tidak bisa membacanya. Telegram menyimpan percakapan ini di luar Indonesia; pesan foto boleh Bapak/Ibu hapus setelah kami terima.
    <b>Hak Bapak/Ibu.</b> Melihat dan memperbaiki data, serta menarik persetujuan, kapan saja lewat /data. Untuk usia 18 tahun ke atas.
    .agree = Setuju, lanjutkan
    .refuse = Tidak setuju

consent-thanks = Terima kasih. Persetujuan sudah kami catat.
consent-refused =
    Baik, kami hormati. Nama dan pesan Bapak/Ibu tidak kami simpan.
    Bila nanti berubah pikiran, tekan tombol di bawah.
    .again = Saya ingin mulai

menu =
    <b>Menu</b>
    Mau ke mana, Bapak/Ibu?
    .home = Lanjutkan berkas
    .businesses = Usaha saya
    .companions = 👥 Pendamping
    .data = Data saya
    .help = Bantuan
    .indonesian = Bahasa Indonesia
    .english = English

language-chosen = Baik, mulai sekarang kita pakai bahasa Indonesia.

help =
    <b>Cara memakai Dampingi</b>

    ▶️ <b>Lanjutkan</b> membawa Bapak/Ibu ke langkah berikutnya.
    📁 <b>Berkas saya</b> menunjukkan semua dokumen dan keadaannya.
    ❓ <b>Tanya</b> untuk bertanya, juga kepada penyuluh.
    📎 Foto atau PDF boleh dikirim kapan saja, langsung di sini.
    ✏️ Nama atau usaha salah ketik? Tekan <b>Data saya</b> di bawah ini.

    Jawaban tersimpan satu per satu. Kalau sinyal putus, tidak ada yang hilang.

    { -peringatan-uang }

name-ask = Siapa nama lengkap Bapak/Ibu, seperti di KTP?
name-saved = Nama tersimpan: <b>{ $name }</b>.
name-too-short = Namanya terlalu pendek. Mohon ketik nama lengkap seperti di KTP.
name-too-long = Namanya terlalu panjang. Mohon ketik paling banyak 80 karakter.
name-odd-letters = Mohon ketik nama dengan huruf saja, tanpa emoji atau tanda khusus.
answer-not-text = Mohon ketik jawabannya sebagai pesan tulisan, ya.

role-officer = Penyuluh
role-operator = Operator
role-admin = Admin
role-head = Pimpinan
role-in-regions = { $role } untuk { $regions }
role-everywhere = { $role } untuk seluruh Sumatera Barat

staff-home =
    Selamat bertugas, <b>{ $name }</b>.
    { $roles }
    .queue = 📥 Buka antrean
    .alerts = 🔔 Peringatan
    .enrol = ➕ Pemilik tanpa Telegram
    .admin = 🗂 Admin
    .business = Usaha saya
    .register = Saya juga pelaku usaha

staff-not-understood = Maaf <b>{ $name }</b>, pesan tadi belum kami pahami. Silakan pilih dari sini, ya.

invitation =
    Bapak/Ibu diundang ke Dampingi: <b>{ $grant }</b>.
    Dengan menerima, Bapak/Ibu boleh membuka berkas pelaku usaha. Setiap kali berkas dibuka, kami mencatatnya.
    .accept = Terima undangan
invitation-accepted = Terima kasih. Tugas Bapak/Ibu: { $grant }.
invitation-unknown = Undangan ini tidak kami kenali. Mohon minta tautan baru kepada admin.
invitation-used = Undangan ini sudah dipakai. Mohon minta tautan baru kepada admin.
invitation-expired = Undangan ini sudah lewat masa berlakunya. Mohon minta tautan baru kepada admin.

welcome-back = Selamat datang kembali, Bapak/Ibu.

account-moved = ✅ Terima kasih. Berkas Bapak/Ibu sekarang ada di ponsel ini. Hanya ponsel ini yang bisa membukanya.
account-link-unknown = Tautan ini tidak kami kenali. Mohon minta tautan baru kepada penyuluh.
account-link-used = Tautan ini sudah dipakai. Mohon minta tautan baru kepada penyuluh.
account-link-expired = Tautan ini sudah lewat masa berlakunya. Mohon minta tautan baru kepada penyuluh.
account-link-taken = Akun Telegram ini sudah dipakai untuk berkas atau tugas lain. Mohon buka tautannya dari akun lain.
account-move-stopped = Baik, pemindahan dibatalkan. Berkas tetap di ponsel ini. Terima kasih sudah memberi tahu.
account-move-over = Pemindahan ini sudah selesai, jadi tidak bisa dibatalkan dari sini. Mohon hubungi penyuluh.

staff-assisting =
    ✍️ Bapak/Ibu sedang mengisi untuk <b>{ $owner }</b>, { $business }.
    .go-on = Lanjut mengisi
assisting-stop = Selesai mengisi
