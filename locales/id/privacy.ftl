### Data saya: melihat, memperbaiki, menarik persetujuan.

data =
    <b>Data Bapak/Ibu</b>
    { $lines }
    .rename = Ubah nama saya
    .business = Ubah nama usaha
    .region = Ubah kabupaten/kota
    .commodity = Ubah produk
    .withdraw = Tarik persetujuan
data-name = Nama: { $name }
data-business = Usaha: { $name }
data-region = Kabupaten/kota: { $name }
data-commodity = Produk: { $name }
data-consent = Persetujuan: versi { $version }, sejak { $since }
data-none = belum diisi

withdraw-ask =
    Kalau persetujuan ditarik, berkas langsung kami tutup untuk penyuluh dan petugas.
    Bapak/Ibu boleh menyetujui lagi kapan saja. Tarik persetujuan?
    .yes = Ya, tarik persetujuan
    .no = Tidak jadi
withdrawn =
    Persetujuan sudah ditarik dan berkas Bapak/Ibu kami tutup. Terima kasih sudah memberi tahu.
    Bila ingin melanjutkan, tekan tombol di bawah.
