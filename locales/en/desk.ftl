### The day of a desk: its list, the numbers, the results, and what owners say afterwards.

duty-days =
    <b>Desk days</b>
    Choose a day:
    .none = There is no desk in your regions yet. When one is opened, its list is here.
duty-day = { $day } · { $title }
duty-list =
    <b>{ $day }</b>
    { $title } desk
    .empty = Nobody is on the list yet.
    .ahead = Arrivals can be noted on the day.
duty-line = { $number }. { $time } { $business } · { $stage }
duty-line-walk-in = { $number }. { $business } · { $stage }
duty-sum = Waiting { $waiting } · being served { $serving } · done { $done } · absent { $absent } · not here yet { $expected }
duty-stage-expected = not here yet
duty-stage-waiting = here since { $time }
duty-stage-serving = ▶️ called { $time }
duty-stage-absent = 🚫 did not come
duty-outcome-done = ✅ done
duty-outcome-again = 🔁 has to come again
duty-outcome-referred = ↗️ referred
duty-next = ▶️ Next number
duty-arrival = Note arrival
duty-walk-in = Without booking
duty-refresh = Refresh
duty-back = ← The day’s list
duty-which = Who is meant?
duty-choice = { $number } · { $business }

duty-arrival-ask = Type the code of the ticket, the number on the list, or a part of the name. The picture on the ticket can be scanned with the phone’s camera too.
duty-arrival-none = Nobody on today’s list fits. Please look again, or let them in without a booking.
duty-walk-in-ask = What is the business called? It is given a number at once.
guest = <b>{ $number }. { $business }</b> · { $stage }
guest-owner = Owner: { $owner }
guest-booked = Booked for { $time }, table { $table }, code { $code }
guest-topic = To talk about: { $topic }
guest-notes = Notes: { $notes }
guest-rebook-asked = The owner was asked on { $day } to choose another day.
guest-arrive = ✅ Here
guest-absent = Did not come
guest-call = ▶️ Call
guest-note = Write a note
guest-rebook = Offer another day
guest-undo-arrive = Undo: here
guest-undo-call = Undo: called
guest-undo-finish = Undo: result
guest-undo-absent = Undo: did not come
guest-back = ← Back
guest-known = Is it one of these? If not, leave it as it is.
guest-known-is = { $business } · { $who }
guest-note-ask = Write a short note about this visit.
guest-note-long = Please write 1 to 300 characters.

duty-not-yours = This desk is not in your regions.
duty-gone = This name is not on the list any more.
duty-too-early = The day has not come yet. Arrivals can be noted on the day.
duty-is-absent = It was noted that they did not come. If they did, undo that first.
duty-not-there = Their arrival was not noted yet.
duty-settled = The result was noted already.
duty-booked-again = The owner has booked another day, so this cannot be changed any more.
duty-moved-on = This has changed meanwhile. Here it is now.
duty-slot-closed = This slot has been closed, so this cannot be changed any more.
duty-on-list = That business is on today’s list already.
duty-unknown-code = We do not find that code.
duty-nobody-waits = Nobody is waiting yet.
duty-other-day = That ticket is for { $day }, { $title } desk.

rebook-asked =
    The visit of { $business } on { $day } did not take place. That is no problem, you may choose another day.
    Please pick one.
visit-how =
    Thank you for coming to the { $title } desk with { $business }.
    Did the visit help?
visit-score-5 = 😀 A great help
visit-score-4 = 🙂 It helped
visit-score-3 = 😐 So-so
visit-score-2 = 🙁 Not much
visit-score-1 = 😞 Not at all
visit-rated = Thank you, your answer is saved.
    .words = Add a message
visit-words-ask = What was good, and what should be better? A few words will do.
visit-words-long = Please write 1 to 300 characters.
visit-words-kept = Thank you, your message is saved.

duty-type = Type results
duty-draft-over = Those results are saved already, or a newer message took their place.
results-ask =
    Type numbers and results in one message, such as:
    1 done, 2 did not come, W01 referred to the lab
results-preview = This is what we read. Save it?
results-none = There is nothing to save yet. An example we understand: 1 done, 2 did not come.
results-line-noted = { $number }. { $business } · { $stage } ({ $notes })
results-unclear = We did not understand this part, please type it again: { $parts }
results-unknown = These numbers are not on the list: { $parts }
results-settled = These numbers have another result already, which stays: { $parts }
results-save = Save

duty-calls = 📞 To be called
duty-screen = The public screen with the numbers, without names: { $address }
duty-print = 🖨 Printable list
paper-title = { $day } · { $title } desk
paper-how = Without signal: write the results here. Later open /desk, press Type results, and type: 1 done, 2 did not come, W01 referred.
paper-number = No.
paper-time = Time
paper-business = Business and owner
paper-code = Code
paper-topic = To talk about
paper-arrived = Here
paper-result = Result
paper-notes = Notes
paper-here = The list of the { $title } desk for { $day }, ready to be printed. Its numbers stay as they are.

queue-page = { $title } desk
queue-page-serving = Being served
queue-page-waiting = Next
queue-page-nobody = –
queue-page-gone = There is no such page.
