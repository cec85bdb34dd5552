### Kata untuk keadaan berkas, dipakai di beberapa layar.

told-blurred = Fotonya masih buram, jadi tulisannya belum terbaca.
    .tip = Taruh di tempat terang, pegang HP dengan dua tangan, lalu foto dari atas.
told-cut-off = Fotonya terpotong, ada bagian yang belum terlihat.
    .tip = Mundur sedikit supaya keempat sudutnya masuk.
told-expired = Masa berlakunya sudah lewat.
    .tip = Kalau sudah ada yang baru, silakan kirim yang baru.
told-names-differ = Nama di dokumen ini berbeda dengan nama di KTP.
    .tip = Mohon periksa, apakah ini dokumen yang benar.
told-wrong-paper = Yang terkirim sepertinya dokumen lain.
    .tip = Mohon kirim dokumen yang diminta.
told-number-invalid = Nomor di dokumen ini belum sesuai.
    .tip = Mohon kirim foto yang nomornya terbaca lengkap.
told-other = { $words }
    .tip = Kalau ada yang kurang jelas, penyuluh siap membantu.
