### Antrean penyuluh dan keputusan atas dokumen.

queue =
    <b>Antrean</b>
    { $count ->
        [0] Tidak ada dokumen yang menunggu. Terima kasih, semua sudah diperiksa.
       *[other] { $count } berkas menunggu diperiksa, yang paling lama lebih dulu.
    }
    .dossier = { $business } · { $count } dokumen
    .more = Berikutnya →
    .less = ← Sebelumnya
    .refresh = Perbarui

paper =
    <b>{ $requirement }</b> · { $business }
    Pemilik: { $owner } · { $region }
    Dikirim { $day }, pukul { $time }
    .accept = ✅ Terima
    .return = 🔁 Kembalikan
    .queue = Antrean

paper-gone = Dokumen ini sudah diganti pemiliknya. Mohon buka yang terbaru dari antrean.
paper-none = Tidak ada lagi yang menunggu di berkas ini.

reason-ask = Apa yang perlu diperbaiki pada <b>{ $requirement }</b>, { $business }?
reason-words-ask = Mohon tulis alasannya dengan satu kalimat. Pemilik usaha akan membacanya.
reason-words-wrong = Mohon tulis alasannya dengan 5 sampai 300 huruf.
reason-blurred = Buram
reason-cut-off = Terpotong
reason-expired = Sudah tidak berlaku
reason-names-differ = Nama berbeda
reason-wrong-paper = Bukan dokumen ini
reason-number-invalid = Nomor tidak sesuai
reason-other = Lainnya, saya tulis

decided-accepted = ✅ <b>{ $requirement }</b> dari { $business } diterima. Pemilik dikabari.
    .undo = Batalkan keputusan
    .next = Dokumen berikutnya
    .queue = Antrean
decided-returned = 🔁 <b>{ $requirement }</b> dari { $business } dikembalikan: { $reason }. Pemilik dikabari.
undone = Keputusan untuk <b>{ $requirement }</b> dari { $business } dibatalkan. Dokumen kembali menunggu.
undo-acted-upon = Keputusan ini tidak bisa dibatalkan lagi, karena pemilik sudah mengirim yang baru.
decide-replaced = Pemilik baru saja mengganti dokumen ini. Mohon buka yang terbaru dari antrean.
decide-decided-already = Dokumen ini sudah diputuskan petugas lain.
decide-not-yours = Berkas ini di luar wilayah tugas Bapak/Ibu, atau sedang ditahan pemiliknya.

notice-accepted =
    Kabar baik: <b>{ $requirement }</b> untuk { $business } sudah diterima penyuluh. Terima kasih.
    .continue = Lanjutkan
notice-returned =
    <b>{ $requirement }</b> untuk { $business } perlu diperbaiki.
    { $reason }
    { $tip }
    .retake = 📷 Kirim ulang
notice-undone =
    Mohon maaf, keputusan untuk <b>{ $requirement }</b> sedang ditinjau lagi oleh penyuluh. Nanti kami kabari.
