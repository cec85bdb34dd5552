### Questions to a penyuluh, and the answers people look for.

helpline-ask =
    Please write your question, or record your voice.
    If we know an answer, you see it at once.
    .leave = Never mind
helpline-ask-about = A question about <b>{ $name }</b>? Please write it, or record your voice.
helpline-more = Please write on, or record your voice. The penyuluh will read it.

helpline-answer =
    <b>{ $ask }</b>
    { $answer }

    Not what you asked? Send it to a penyuluh.
    .send = 📨 Send to a penyuluh
helpline-no-answer = There is no ready answer to this yet. Shall it go to a penyuluh?
helpline-unclear = Sorry, we did not understand that message. If it was a question, it can go to a penyuluh.
helpline-sent =
    📨 Your question went to the penyuluh.
    The answer usually comes to this chat by the end of <b>{ $day }</b>.
helpline-gone = That question is no longer kept. Please write it once more with /tanya.

helpline-photo = (photo)
helpline-voice = (voice note)
helpline-document = (file)
helpline-quote = <i>“{ $text }”</i>
helpline-words = { $text }

helpline-question = ❓ <b>A question for the penyuluh</b>
helpline-who = <b>{ $business }</b> · { $asker } · { $region }
helpline-nowhere = no region yet
helpline-paper = About: { $name }
helpline-reply-hint = Reply to this message to answer.
helpline-answered-by = ✅ Answered by { $officer } already.
helpline-closed = This conversation is closed.
helpline-line =
    <b>{ $name }</b> · { $day }, { $time }
    { $text }
helpline-thread =
    .answer = ✏️ Answer
    .dossier = Open the file
    .close = Done
    .see = See the conversation
    .list = List of questions
helpline-answer-ask = Please write the answer for <b>{ $name }</b>, or record your voice.
helpline-write-ask = Please write to <b>{ $name }</b>, or record it.
helpline-answered = ✅ The answer for { $name } is saved and on its way.
helpline-done = The conversation with { $name } is closed. A reply opens it again.
helpline-list =
    <b>Questions</b>
    { $count ->
        [0] No question waits.
        [1] One question waits for an answer.
       *[other] { $count } questions wait for an answer, the oldest first.
    }
    .thread = { $business } · { $day }

helpline-reply = 💬 <b>Answer of penyuluh { $officer }</b>
    .more = Ask more
helpline-reply-again = Is there more? Reply to this message.
helpline-lost-owner =
    This question did not arrive, because { $why }:
    <i>“{ $text }”</i>
    It stays on the list of the penyuluh; we pass it on by phone.
helpline-lost-officer =
    The answer for { $name } did not arrive, because { $why }:
    <i>“{ $text }”</i>
    Please tell them by phone.
helpline-lost-blocked = Telegram could not reach them
helpline-lost-failed = it could not be sent
helpline-not-yours = Sorry, this conversation is not in your region.
