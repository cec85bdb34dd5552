### Kata yang dipakai di mana-mana.

-berkas = berkas usulan
-peringatan-uang = Penyuluh tidak pernah meminta uang atau kata sandi.

back = ← Kembali
continue = Lanjutkan
expired = Tombol ini sudah tidak berlaku. Berikut yang terbaru.
not-understood = Maaf, pesan tadi belum kami pahami. Kita lanjutkan dari sini, ya.
greeted-salam = Waalaikumsalam, Bapak/Ibu. Mari kita lanjutkan.
greeted-plain = Halo, Bapak/Ibu. Mari kita lanjutkan.
sorry = Maaf, ada gangguan di pihak kami. Data Bapak/Ibu aman. Mohon coba lagi beberapa saat lagi. Kode: { $code }
not-yours = Maaf, ini bukan { -berkas } Bapak/Ibu.
edited = Pesan yang diubah tidak kami baca. Mohon kirim sebagai pesan baru, ya.
group = Dampingi hanya bekerja di percakapan pribadi, supaya data usaha tetap aman. Silakan kirim pesan langsung ke Dampingi.
cancelled = Baik, dibatalkan. Tidak ada yang berubah.

order-start =
    .about = Mulai atau kembali ke awal
order-continue = ▶️ Lanjutkan
    .about = Lanjutkan langkah berikutnya
order-papers = 📁 Berkas saya
    .about = Lihat semua dokumen
order-desks = 🗓 Jadwal desk
    .about = Pesan tempat di desk pendampingan
order-menu =
    .about = Pilihan dan bahasa
order-data =
    .about = Data saya dan persetujuan
order-ask = ❓ Tanya
    .about = Bertanya, juga kepada penyuluh
order-help =
    .about = Cara memakai Dampingi
order-cancel =
    .about = Batalkan pertanyaan ini
order-queue = 📥 Antrean
    .about = Berkas yang menunggu diperiksa
order-alerts = 🔔 Peringatan
    .about = Berkas yang perlu dibantu
order-search =
    .about = Cari berkas
order-desk = 🗓 Desk hari ini
    .about = Daftar tamu desk hari ini
order-figures = 📊 Angka
    .about = Angka siklus ini
order-admin = 🗂 Admin
    .about = Undang petugas, buka siklus
