### Pertanyaan kepada penyuluh, dan jawaban yang sering dicari.

helpline-ask =
    Silakan tulis pertanyaannya, atau rekam suara.
    Jawaban yang cocok langsung kami tunjukkan.
    .leave = Tidak jadi
helpline-ask-about = Ada pertanyaan tentang <b>{ $name }</b>? Silakan tulis, atau rekam suara.
helpline-more = Silakan tulis lanjutannya, atau rekam suara. Penyuluh akan membacanya.

helpline-answer =
    <b>{ $ask }</b>
    { $answer }

    Belum terjawab? Kirim ke penyuluh.
    .send = 📨 Kirim ke penyuluh
helpline-no-answer = Untuk pertanyaan ini belum ada jawaban siap. Kirim ke penyuluh?
helpline-unclear = Maaf, pesan tadi belum kami pahami. Kalau itu pertanyaan, boleh dikirim ke penyuluh.
helpline-sent =
    📨 Pertanyaan sudah dikirim ke penyuluh.
    Jawabannya biasanya datang paling lambat <b>{ $day }</b>, di percakapan ini.
helpline-gone = Pertanyaan itu sudah tidak tersimpan. Mohon tulis sekali lagi dengan /tanya.

helpline-photo = (foto)
helpline-voice = (rekaman suara)
helpline-document = (file)
helpline-quote = <i>“{ $text }”</i>
helpline-words = { $text }

helpline-question = ❓ <b>Pertanyaan untuk penyuluh</b>
helpline-who = <b>{ $business }</b> · { $asker } · { $region }
helpline-nowhere = daerah belum diisi
helpline-paper = Tentang: { $name }
helpline-reply-hint = Balas pesan ini untuk menjawab.
helpline-answered-by = ✅ Sudah dijawab oleh { $officer }.
helpline-closed = Percakapan ini sudah ditutup.
helpline-line =
    <b>{ $name }</b> · { $day }, { $time }
    { $text }
helpline-thread =
    .answer = ✏️ Jawab
    .dossier = Buka berkas
    .close = Selesai
    .see = Lihat percakapan
    .list = Daftar pertanyaan
helpline-answer-ask = Silakan tulis jawaban untuk <b>{ $name }</b>, atau rekam suara.
helpline-write-ask = Silakan tulis pesan untuk <b>{ $name }</b>, atau rekam suara.
helpline-answered = ✅ Jawaban untuk { $name } tersimpan dan segera disampaikan.
helpline-done = Percakapan dengan { $name } ditutup. Bila dibalas, terbuka lagi.
helpline-list =
    <b>Pertanyaan</b>
    { $count ->
        [0] Tidak ada pertanyaan yang menunggu.
        [1] Satu pertanyaan menunggu jawaban.
       *[other] { $count } pertanyaan menunggu jawaban, yang paling lama lebih dulu.
    }
    .thread = { $business } · { $day }

helpline-reply = 💬 <b>Jawaban penyuluh { $officer }</b>
    .more = Tanya lagi
helpline-reply-again = Ada lanjutannya? Balas pesan ini.
helpline-lost-owner =
    Pertanyaan ini belum sampai, karena { $why }:
    <i>“{ $text }”</i>
    Pertanyaannya tetap ada di daftar penyuluh; kami teruskan lewat telepon.
helpline-lost-officer =
    Jawaban untuk { $name } belum sampai, karena { $why }:
    <i>“{ $text }”</i>
    Mohon sampaikan lewat telepon.
helpline-lost-blocked = Telegram penerima tidak bisa kami hubungi
helpline-lost-failed = pengirimannya gagal
helpline-not-yours = Maaf, percakapan ini bukan di daerah Bapak/Ibu.
