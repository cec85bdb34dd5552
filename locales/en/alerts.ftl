### Dossiers that need help: alerts, the morning's digest, reminders of owners.

alerts = <b>Alerts</b>
    .one = { $business } · { $reason }
    .mine = Mine: { $count }
    .free = Not taken: { $count }
    .late = Overlooked: { $count }
alerts-mine =
    { $count ->
        [0] You have taken none.
        [1] You have taken one.
       *[other] You have taken { $count }.
    }
alerts-free =
    { $count ->
        [0] Nothing is waiting. Thank you.
        [1] One file is taken by nobody.
       *[other] { $count } files are taken by nobody.
    }
alerts-late =
    { $count ->
        [0] Nothing was overlooked.
        [1] One file has been taken by nobody for long.
       *[other] { $count } files have been taken by nobody for long.
    }

alert =
    <b>{ $business }</b> · { $region }
    Owner: { $owner }
    .take = ✋ I take it
    .invite = ✉️ Invitation for the owner
    .nap =
        { $count ->
            [1] 💤 1 day
           *[other] 💤 { $count } days
        }
    .desk = 🗓 Suggest a desk
    .phone = 📞 { $phone }
    .no-phone = 📞 Note a number
    .other-phone = Change the number
    .whatsapp = Open WhatsApp
    .write = ✉️ Write to the owner
    .give = ➡️ Hand over
    .done = ✅ Solved
    .open = 📁 Open the file
    .list = ← Alerts
alert-papers = the papers

alert-short-desk-soon = desk is near
alert-short-deadline-near = deadline is near
alert-short-blocked = out of reach
alert-short-unclaimed = not begun
alert-short-no-show = did not come to the desk
alert-short-question-waits = question not answered
alert-short-review-late = waiting to be checked
alert-short-returned-often = returned again and again
alert-short-third-party-late = later than expected
alert-short-owner-silent = not moving
alert-short-dinas-silent = letter of the dinas missing
alert-short-permit-ends = permit ends soon

alert-desk-soon = The visit to the desk is a few days away, and few required documents are there.
alert-deadline-near = The deadline is near, and required documents are missing.
alert-blocked = The bot's messages have not arrived since { $day }.
alert-unclaimed = This owner takes part but has not begun.
alert-no-show = The owner did not come to the desk, and has booked no other time.
alert-question-waits = A question of the owner has not been answered.
alert-review-late = <b>{ $paper }</b> has been waiting to be checked longer than it should.
alert-returned-often = <b>{ $paper }</b> has been returned again and again.
alert-third-party-late = <b>{ $paper }</b> has not come, though its day is over.
alert-owner-silent = The owner has sent nothing for long. Next would be: <b>{ $paper }</b>.
alert-dinas-silent = The dinas has not prepared <b>{ $paper }</b>.
alert-permit-ends = <b>{ $paper }</b> ends before the visits are over.

alert-next-desk-soon = Next: call the owner, and make sure of the papers to bring.
alert-next-deadline-near = Next: call the owner, and finish together what is left.
alert-next-blocked = Next: call the owner, and ask them to open the bot again.
alert-next-unclaimed = Next: call the owner, and help them to open the link.
alert-next-no-show = Next: ask how they are, then suggest another time.
alert-next-question-waits = Next: answer it from the queue.
alert-next-review-late = Next: check the document.
alert-next-returned-often = Next: explain by telephone, or suggest a desk.
alert-next-third-party-late = Next: ask the owner how it stands.
alert-next-owner-silent = Next: ask what makes it hard.
alert-next-dinas-silent = Next: speak with the operator of the dinas.
alert-next-permit-ends = Next: ask the owner to renew it from now on.

alert-is-free = Nobody has taken it.
alert-is-late = Nobody has taken it for long.
alert-is-mine = You have it.
alert-is-taken = { $holder } has it.
alert-sleeps = It sleeps until { $day }.
alert-is-solved = ✅ Solved.
alert-is-gone = ✅ Over by itself: the file is moving again.

alert-urgent = <b>Something is urgent</b>
alert-handed-over = A colleague handed this to you.
alert-gone = Good news: <b>{ $business }</b> is moving again. The alert is closed.
alert-give-ask = To whom?
alert-give-nobody = There is no other colleague for this region.
alert-refused-closed = This alert is over.
alert-refused-no-telegram = This owner has no Telegram. Please call.
alert-refused-taken = A colleague has taken it already.
alert-refused-no-phone = The number cannot be read. For example: 0812 3456 7890
alert-phone-ask = What is the owner's telephone number? For example: 0812 3456 7890
alert-no-phone = The owner's number is not known.
alert-phone =
    Owner of <b>{ $business }</b>: { $owner }
    { $phone }
alert-whatsapp = Good day, { $owner }. I am { $officer }, penyuluh for OVOP. I would like to help with the file of { $business }. May I call you for a moment?

digest =
    <b>Good morning. Files that need help, { $day }</b>
    { $count ->
        [1] There is one.
       *[other] There are { $count }.
    }
    .open = Open the list
digest-reason = { $urgent } <b>{ $reason }</b>
digest-line =
    { $mark ->
        [mine] – { $business } ({ $region }), you have it
        [asked] – { $business } ({ $region }), you have had it for some days. How is it going?
        [taken] – { $business } ({ $region }), { $holder } has it
        [late] – { $business } ({ $region }), waiting for long
       *[free] – { $business } ({ $region })
    }
digest-more = … and { $count } more in the list.

nudge =
    { $count ->
        [1] The file of <b>{ $business }</b> is waiting for you. Shall we go on a little today?
        [2] The file of <b>{ $business }</b> has not moved for some days. Is anything hard? Press Ask for help, and your penyuluh will get in touch.
       *[other] The file of <b>{ $business }</b> is still here. Whenever you are ready, we go on.
    }
    .help = 🙋 Ask for help
desk-suggested =
    Your penyuluh invites you to finish the file of <b>{ $business }</b> together at a desk.
    .open = See the desks
