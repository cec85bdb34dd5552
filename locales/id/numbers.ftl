### Nomor surat yang diketik pelaku usaha.

number-kind-nik = NIK
number-kind-npwp = NPWP
number-kind-nib = NIB
number-kind-kbli = KBLI
number-kind-p-irt = P-IRT
number-kind-md = izin edar BPOM (MD)
number-kind-halal = sertifikat halal
number-kind-merek = sertifikat merek

number-empty = Belum ada angkanya. Mohon ketik nomornya seperti tertulis di surat.
number-letters = Di antara angkanya ada huruf atau tanda lain.
number-made-up = Ini tampaknya bukan nomor yang sebenarnya. Bila suratnya belum ada, silakan tekan Belum punya.
number-other-kind = Terima kasih. Ini tampaknya nomor { $found }. Yang diminta di sini nomor { $wanted }.
number-counted = Yang terketik { $count } angka.
number-how-to-get = Cara mendapatkannya
number-suggested =
    Maksudnya <b>{ $number }</b>?
    .yes = Ya, benar

number-nik-length = NIK terdiri dari 16 angka. Mohon periksa lagi di KTP, mungkin ada yang terlewat atau berlebih.
number-nik-birth-date = Angka ke-7 sampai ke-12 pada NIK adalah tanggal lahir, dan di sini belum cocok. Mohon periksa lagi di KTP.
number-nik-birth-ahead = Tahun lahir pada NIK ini belum cocok. Mohon periksa angka ke-11 dan ke-12 di KTP.
number-nik-under-age = Menurut NIK ini, usianya belum 18 tahun. Bila ini nomor Kartu Keluarga, mohon ketik NIK di KTP. Bila benar, penyuluh akan menghubungi Bapak/Ibu.
number-npwp-length = NPWP terdiri dari 16 angka. Kartu lama 15 angka, cabang 22 angka. Mohon periksa lagi di kartunya.
number-nib-length = NIB terdiri dari 13 angka. Mohon periksa lagi di surat NIB, biasanya di bagian atas.
number-nib-sku = Ini tampaknya nomor surat keterangan usaha atau izin lama. Yang dibutuhkan NIB dari OSS, yaitu 13 angka.
number-kbli-length = KBLI terdiri dari 5 angka, misalnya 10794. Mohon periksa lagi di lampiran NIB.
number-kbli-several = Terima kasih, ada beberapa KBLI. Mohon ketik satu saja, untuk kegiatan utama usaha Bapak/Ibu.
number-p-irt-length = Nomor P-IRT terdiri dari 15 angka: 13 angka, lalu 2 angka. Mohon periksa lagi di sertifikatnya.
number-p-irt-old = Nomor P-IRT 12 angka sudah tidak berlaku sejak 2012. Penyuluh bisa membantu mengurus nomor yang baru.
number-p-irt-no-year = Dua angka terakhir belum terketik. Nomor P-IRT ditulis 13 angka, lalu 2 angka tahun berakhir.
number-p-irt-package = Angka pertama nomor P-IRT adalah kode kemasan, jadi bukan 0. Mohon periksa lagi di sertifikatnya.
number-p-irt-region = Angka ke-4 sampai ke-7 adalah kode kabupaten/kota, dan di sini belum kami kenal. Mohon periksa lagi di sertifikatnya.
number-p-irt-year = Dua angka terakhir adalah tahun berakhir, paling lama 5 tahun sejak terbit. Mohon periksa lagi di sertifikatnya.
number-p-irt-expired = Nomor P-IRT ini berakhir tahun { $year }, jadi perlu diperpanjang. Mau kami tunjukkan caranya?
number-md-length = Nomor MD terdiri dari 12 angka atau lebih sesudah huruf MD. Mohon periksa lagi di surat izin edar.
number-md-prefix = Nomor izin edar BPOM diawali huruf MD. Mohon periksa lagi di surat izin edar.
number-md-receipt = Terima kasih. Ini tampaknya tanda terima pendaftaran. Yang dibutuhkan nomor izin edar yang sudah terbit, diawali huruf MD.
number-md-imported = Nomor ML untuk pangan impor. Untuk produk sendiri, nomornya diawali huruf MD. Mohon periksa lagi di surat izin edar.
number-halal-length = Nomor sertifikat halal adalah huruf ID, lalu 14 sampai 18 angka. Mohon periksa lagi di sertifikatnya.
number-halal-prefix = Nomor sertifikat halal diawali huruf ID. Mohon periksa lagi di sertifikatnya.
number-halal-kh = Yang terketik nomor ketetapan halal (KH), bukan nomor sertifikatnya. Yang dibutuhkan nomor sertifikat halal, biasanya diawali huruf ID.
number-halal-receipt = Terima kasih. Ini tampaknya tanda terima pendaftaran. Yang dibutuhkan nomor sertifikat halal yang sudah terbit, diawali huruf ID.
number-merek-length = Nomor merek adalah huruf IDM, lalu 9 angka. Mohon periksa lagi di sertifikatnya.
number-merek-prefix = Nomor merek yang sudah terdaftar diawali huruf IDM. Mohon periksa lagi di sertifikatnya.
number-merek-application = Ini tampaknya nomor permohonan, jadi mereknya masih diproses. Bila sertifikatnya terbit, mohon ketik nomor yang diawali huruf IDM.

### Tanggal yang diketik.

date-over =
    <b>{ $name }</b> dengan tanggal itu sudah tidak berlaku, jadi belum bisa dipakai.
    Kalau tanggalnya keliru, silakan ketik lagi.
    .renew = Saya perpanjang dulu
date-no-lifetime = Izin ini selalu punya tanggal berakhir. Mohon lihat lagi di dokumennya.
date-other-year = Dua angka terakhir nomor P-IRT adalah tahun berakhirnya, dan tanggal ini tahun yang lain. Mohon periksa lagi di sertifikatnya.
date-empty = Mohon ketik tanggalnya, misalnya 14 Juni 2024.
date-unreadable = Tanggalnya belum terbaca. Mohon ketik seperti ini: 14 Juni 2024.
date-no-such-day = Tanggal itu tidak ada di kalender. Mohon periksa lagi tanggal dan bulannya.
date-no-such-month = Bulannya hanya 1 sampai 12. Mohon ketik tanggal dulu, lalu bulan, misalnya 14-6-2024.
date-odd-year = Tahunnya belum cocok. Mohon ketik tahun dengan empat angka, misalnya 14 Juni 2024.
date-year-only = Mohon ketik juga tanggal dan bulannya, misalnya 14 Juni 2024.
date-either = Tanggal mana yang dimaksud?
