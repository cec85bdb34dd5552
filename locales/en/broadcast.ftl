### Broadcasts: what an admin writes to many people.

order-broadcasts =
    .about = Broadcasts

cast-open = 📣 Broadcasts
casts =
    <b>Broadcasts</b>
    Write to many people at once, or look at what was sent.
    .write = ✏️ Write a broadcast
    .desk = 🗓 From a desk's schedule
cast-sign-asked = 🕐
cast-sign-scheduled = 🕐
cast-sign-sending = ▶️
cast-sign-stopped = ⏸
cast-sign-held = ❗️
cast-sign-done = ✅
cast-sign-ended = ⏹
cast-sign-expired = ⌛️
cast-sign-draft = ✏️
cast-sign-dropped = ⏹
cast-desks = Which desk is it about?
cast-desks-none = There is no desk ahead.
cast-desk-words =
    { $name }, the coaching desk <b>{ $title }</b> is open.
    Place: { $venue }

    { $days }

    Please book your time with the button below.
cast-desk-day = • { $day }, { $hours } WIB

cast-words-ask =
    Send the words of the broadcast here. Bold and italics are kept. One photo or PDF may come with them.

    The reader's name is written { $name }, their region { $region }, their zone { $zone }.
cast-text-empty = There are no words yet. Please write the broadcast.
cast-text-too-long = That is too long. Please write 4,000 characters at most.
cast-text-too-long-for-file = With a photo or PDF the words may have 1,000 characters. Please shorten them, or remove the file.
cast-text-split-variable = Bold or italics cut a name in two. Please set it in one way.
cast-unknown-variable = We do not know { $name }. There are only nama, wilayah and zona.
cast-file-unfit = A broadcast takes one photo or one PDF. Please send it again.
cast-file-gone = Telegram refuses this broadcast. Its file may be gone. Please remove the file, or send it again.
cast-file-photo = photo
cast-file-document = PDF
cast-file-none = none

cast-draft =
    <b>New broadcast</b>
    { $words }

    File: { $file }
    Button: { $button }
    For: { $audience }
    Time: { $time }
    .no-words = (no words yet)
    .words = ✏️ Words
    .button = 🔘 Button
    .audience = 👥 Audience
    .time = 🕐 Time
    .no-file = Remove the file
    .look = 👁 Look before sending
    .drop = Throw away
cast-begins = begins { $day }, { $time }.
cast-begins-now = at once, after your yes.
cast-ends = Not sent any more after { $day }, { $time }.
cast-urgent = At night too, because: { $reason }
cast-times =
    Time: { $time }
    Broadcasts go out from 08.00 to 20.00 WIB.
    .now = At once
    .begin = At a time
    .end = Not after
    .urgent = Urgent, at night too
    .not-urgent = Not urgent
cast-time-begin = When is it to begin? For example: 10 June 2024 09.00
cast-time-end = Until when may it be sent? For example: 12 June 2024 17.00
cast-time-wrong = We could not read that time. Please type it like this: 10 June 2024 09.00
cast-time-past = That time is over. Please type another one.
cast-night-ask = Why can this broadcast not wait for the morning? The reason is written down.
cast-night-wrong = Please give the reason in one sentence.
cast-buttons = Which button stands below it?
cast-kind-book = Book a time at a desk
cast-kind-checklist = Open the file
cast-kind-link = Open a link
cast-kind-none = No button
cast-button-book = 🗓 Book a time
cast-button-checklist = 📋 Open my file
cast-link-ask = Type what the button says, then the link. For example: See the news https://example.go.id/ovop
cast-link-wrong = We could not read the link. Please type it like this: See the news https://example.go.id/ovop

cast-audience =
    <b>Audience</b>
    { $audience }
    .keep = 💾 Save
    .kept = Saved ones
cast-count = It will reach { $count } people. It will not reach { $total }.
cast-excluded = • { $count }: { $reason }
cast-not-no-telegram = without Telegram
cast-not-no-consent = did not agree, or withdrew their consent
cast-not-blocked = blocked the bot, or closed their account
cast-not-told = told already of the change at this desk
cast-role-owner = owners
cast-role-officer = penyuluh
cast-role-operator = operators
cast-role-admin = admins
cast-zone = zone { $name }
cast-stage-candidate = not admitted yet
cast-stage-nominated = admitted
cast-booking-any = with or without a booking
cast-booking-with = with a booking
cast-booking-without = without a booking
cast-gates-any = all files
cast-gates-open = requirements missing
cast-gates-done = requirements complete
cast-facet-role = Who
cast-facet-zone = Zone
cast-facet-region = Region
cast-facet-commodity = Product
cast-facet-stage = Stage
cast-facet-booking = Booking
cast-facet-gates = Completeness
cast-ask-role = Whom is it for?
cast-ask-zone = Which zones? None means all.
cast-ask-region = Which regions? None means all.
cast-ask-commodity = Which products? None means all.
cast-ask-stage = Which stages? None means all.
cast-ask-booking = A booking at a desk?
cast-ask-gates = Is the file complete?
cast-keep-ask = What is this audience called? Keep it short, for example: Weavers of Sijunjung
cast-keep-wrong = Please write a name of 40 letters at most.
cast-saved = Which audience is it?
cast-saved-none = No audience was saved yet.

cast-reader =
    .name = Bapak/Ibu
    .region = West Sumatra
cast-preview =
    <b>Ready to send?</b>
    Examples stand above. It will reach <b>{ $count }</b> people.
    .send = Yes, send to { $count } people
    .ask = Ask for a yes for { $count } people
    .me = Try it on me
    .not = Who is left out
    .change = ← Change
cast-preview-begins = Begins { $day }, { $time }.
cast-preview-last = Done at about { $day }, { $time }.
cast-preview-too-slow = ⚠️ It must end before it can be done, so some will not get it.
cast-preview-again = ⚠️ The same words were sent within 24 hours.
cast-preview-second = It waits for another admin's yes.
cast-left-out = <b>Left out of this broadcast</b>
cast-left-out-none = Everybody who is meant will get it.
cast-left-out-line = • { $name }: { $reason }
cast-submitted-now = Thank you. It begins in a moment. You will see here how far it is.
cast-submitted-later = Saved. It begins { $day }, { $time }.
cast-submitted-asked = Thank you. The other admins are asked for their yes.
cast-asked =
    <b>A broadcast needs your yes</b>
    For { $count } people:

    { $words }
    .yes = Yes, send to { $count } people
    .no = Do not send
cast-refused =
    This broadcast was refused, and is not sent:
    { $words }

cast-progress =
    <b>Broadcast</b> · { $state }
    { $words }

    { $bar } { $done } of { $total }
cast-state-draft = not sent
cast-state-asked = waits for a yes
cast-state-scheduled = scheduled
cast-state-sending = being sent
cast-state-stopped = stopped
cast-state-held = held back
cast-state-done = done
cast-state-ended = ended
cast-state-expired = its time is over
cast-state-dropped = thrown away
cast-figure-sent = Sent: { $count }
cast-figure-blocked = Blocked the bot: { $count }
cast-figure-refused = Refused by Telegram: { $count }
cast-figure-uncertain = Perhaps not arrived: { $count }
cast-figure-broken = Could not be made: { $count }
cast-figure-skipped = Skipped: { $count }
cast-figure-expired = Too late: { $count }
cast-figure-pressed = Pressed the button: { $count }
cast-steer-stop = ⏸ Stop
cast-steer-resume = ▶️ Go on
cast-steer-end = ⏹ End
cast-steer-as-is = ▶️ Send as it is
cast-steer-take = ▶️ Send in my name
cast-steer-plain = Send without the file
cast-presses = Who pressed it
cast-again = 🔄 Refresh
cast-pressed = <b>Pressed the button</b>
cast-pressed-line = • { $name }, { $day } { $time }

cast-held =
    <b>Broadcast held back</b>
    { $words }

    { $why }
cast-held-desk-changed = The days or the place of this desk changed since it was written.
cast-held-desk-closed = This desk was closed.
cast-held-empty = There was nobody to send it to when it was to begin.
cast-held-author-left = Whoever wrote this broadcast is no admin any more.
cast-held-refused = Telegram refuses this broadcast. Its file may be gone.

cast-no-not-yours = Only admins may send broadcasts.
cast-no-gone = That broadcast was sent, ended or thrown away.
cast-no-no-words = That broadcast has no words yet.
cast-no-too-long-for-file = The words are too long for a broadcast with a file.
cast-no-nobody = Nobody of this audience can be reached. Please change it.
cast-no-changed = That broadcast changed since you saw it. Please look once more.
cast-no-begins-after-end = It would end before it begins. Please change the times.
cast-no-no-second = There is no other admin who could say yes. Please invite one.
cast-no-same-person = The yes must come from another admin.

cast-xlsx = 📄 Download for Excel
cast-receipts = What became of the broadcast, a row for each reader. At most 20,000 rows.
cast-sheet-figures = Summary
cast-sheet-people = Readers
cast-sheet-total = Readers
cast-sheet-outcome = Outcome
cast-sheet-count = Count
cast-sheet-name = Name
cast-sheet-region = Region
cast-sheet-at = Time
cast-sheet-pressed = Pressed the button
cast-outcome-sent = sent
cast-outcome-waiting = waiting
cast-outcome-blocked = blocked the bot
cast-outcome-skipped = skipped
cast-outcome-expired = too late
cast-outcome-refused = refused by Telegram
cast-outcome-broken = could not be made
cast-outcome-uncertain = perhaps not arrived
