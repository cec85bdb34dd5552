### Kata untuk keadaan berkas, dipakai di beberapa layar.

commodity-makanan_minuman = Makanan/minuman
commodity-kain_tenun = Kain tenun
commodity-kain_batik = Kain batik
commodity-anyaman = Anyaman
commodity-gerabah = Gerabah

value-number = Nomor: { $number }
value-issued = Terbit: { $day }
value-expires = Berlaku sampai: { $day }
value-other-name = Nama di dokumen: { $name }
value-name-ruling = Orang yang sama: { $ground }
value-paragraph = { $paragraph }
value-left = diisi penyuluh
value-lifetime = seumur hidup

told-blurred = Fotonya masih buram, jadi tulisannya belum terbaca.
    .tip = Taruh di tempat terang, pegang HP dengan dua tangan, lalu foto dari atas.
told-cut-off = Fotonya terpotong, ada bagian yang belum terlihat.
    .tip = Mundur sedikit supaya keempat sudutnya masuk.
told-expired = Masa berlaku dokumen ini sudah lewat.
    .tip = Kalau sudah ada penggantinya, silakan kirim.
told-names-differ = Nama di dokumen ini berbeda dengan nama di KTP.
    .tip = Mohon periksa dokumennya. Kalau memang benar, penyuluh siap membantu.
told-wrong-paper = Yang terkirim sepertinya dokumen lain.
    .tip = Mohon kirim dokumen yang diminta.
told-number-invalid = Nomor di dokumen ini belum sesuai.
    .tip = Mohon kirim foto yang nomornya terbaca lengkap, atau dokumen yang nomornya benar.
told-incomplete = Tulisannya belum lengkap.
    .tip = Mohon lengkapi jawabannya, cukup dengan kalimat sehari-hari.
told-no-figures = Angka atau tempatnya belum disebut.
    .tip = Mohon tambahkan angka atau nama tempatnya, misalnya 20 kg per minggu di Payakumbuh.
told-not-matching = Tulisannya belum cocok dengan dokumen yang lain.
    .tip = Mohon samakan dengan dokumen yang sudah dikirim.
told-other = { $words }
    .tip = Kalau ada yang kurang jelas, penyuluh siap membantu.
value-place = Titik peta: { $place }
