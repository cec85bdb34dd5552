### Perjalanan pelaku usaha mengisi berkas.

business-name-ask =
    Salam kenal, <b>{ $name }</b>.
    Apa nama usaha Bapak/Ibu?
business-name-too-short = Nama usahanya terlalu pendek. Mohon ketik lengkap.
business-name-too-long = Nama usahanya terlalu panjang. Mohon ketik paling banyak 80 karakter.
business-name-odd-letters = Mohon ketik nama usaha dengan huruf dan angka, tanpa emoji.

region-ask =
    <b>{ $business }</b> ada di kabupaten/kota mana?
    Silakan ketik, atau pilih di bawah ini.
region-unclear = Ada beberapa kabupaten/kota dengan nama itu. Yang mana, Bapak/Ibu?
region-unknown = Kabupaten/kota itu belum kami temukan. Mohon ketik lagi, atau pilih di bawah ini.

commodity-ask =
    Apa produk utama <b>{ $business }</b>?

no-cycle =
    Terima kasih, <b>{ $business }</b> sudah terdaftar.
    Pendaftaran OVOP belum dibuka. Kami kabari begitu dibuka.
cycle-opened =
    Kabar baik: pendaftaran OVOP sudah dibuka untuk <b>{ $business }</b>.
    Dokumen kami terima sampai { $deadline }.

home =
    <b>{ $business }</b>
    { $bar }
    { $accepted } dari { $total } dokumen wajib sudah diterima.

    { $next }

    Penyuluh: { $officer }
    Batas kirim: { $deadline }
    .all = Lihat semua dokumen
    .next = { $name }
home-officer-none = sedang ditentukan oleh dinas
home-next-open = Berikutnya: <b>{ $name }</b>.
home-next-slow = Berikutnya: <b>{ $name }</b>. Kita dahulukan karena perlu waktu paling lama.
home-next-returned = Ada yang perlu diperbaiki: <b>{ $name }</b>.
home-next-officer =
    { $count ->
        [1] Satu dokumen sedang diperiksa penyuluh.
       *[other] { $count } dokumen sedang diperiksa penyuluh.
    } Hasilnya kami kabari di sini.
home-next-nobody = Semua dokumen wajib sudah diterima. Terima kasih, Bapak/Ibu.

papers =
    <b>Dokumen { $business }</b>
    { $lines }

    Tekan salah satu untuk melihat keterangannya.
papers-open = ▫️ { $name }: belum dikirim
papers-submitted = ⏳ { $name }: menunggu diperiksa
papers-returned = 🔁 { $name }: perlu perbaikan
papers-accepted = ✅ { $name }: diterima

item =
    <b>{ $name }</b>
    { $explain }

    Diterbitkan oleh: { $issuer }

    Yang sering keliru:
    { $mistakes }
    .send = 📷 Kirim sekarang
    .replace = Ganti foto
    .retake = 📷 Kirim ulang
    .missing = Belum punya
    .papers = ← Semua dokumen
item-state-submitted = ⏳ Sudah dikirim. Penyuluh akan memeriksanya.
item-state-returned =
    🔁 Perlu perbaikan.
    { $reason }
item-state-accepted = ✅ Sudah diterima penyuluh.

how-to-get =
    <b>Cara mendapatkan { $name }</b>
    { $how }

    Kalau sudah ada, tekan Kirim sekarang.

send-ask =
    Silakan kirim foto <b>{ $name }</b>.
    Taruh di tempat terang, tanpa lampu kilat. Pastikan keempat sudutnya masuk. PDF juga boleh.
send-not-file = Kami menunggu foto <b>{ $name }</b>. Tekan tanda 📎, lalu pilih kamera atau galeri.

received =
    Terima kasih, <b>{ $name }</b> sudah kami terima.
    { $officer ->
        [none] Penyuluh akan memeriksanya, lalu kami kabari di sini.
       *[other] Penyuluh { $officer } akan memeriksanya, lalu kami kabari di sini.
    }
    .next = Lanjut: { $name }
    .home = Kembali ke berkas
received-again = File <b>{ $name }</b> ini sudah kami terima, dan sedang menunggu diperiksa.

refused-empty = Filenya kosong. Mohon kirim sekali lagi, sebagai foto atau PDF.
refused-too-big = Filenya lebih dari 20 MB. Mohon kirim sebagai foto, atau PDF yang lebih kecil.
refused-wrong-kind = File jenis ini belum bisa kami baca. Mohon kirim sebagai foto atau PDF.
refused-locked-pdf = PDF ini terkunci kata sandi. Mohon kirim fotonya saja, atau PDF tanpa kata sandi.
refused-accepted-already = <b>{ $name }</b> sudah diterima penyuluh, jadi tidak perlu dikirim lagi.
refused-same-as-returned = Ini file yang sama dengan yang perlu diperbaiki. Mohon kirim <b>{ $name }</b> yang baru, ya.

unsorted =
    Filenya sudah kami simpan. Ini dokumen yang mana, Bapak/Ibu?
    .later = Nanti saja
unsorted-later = Baik, filenya tetap kami simpan.
unsorted-kept = Filenya sudah kami simpan. Kita lanjutkan pendaftaran dulu, ya.
unsorted-nothing-open = Filenya sudah kami simpan. Semua dokumen wajib sudah diterima, jadi belum perlu dikirim lagi.
