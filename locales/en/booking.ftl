### Coaching desks: days, times, tickets, the waiting list.

desk-days = 🗓 See the desks
desk-no-dossier = Desks can be booked once your business is registered. Please press Continue.
desk-not-nominated = An officer has to accept your business as a participant first. After that you can book a desk. Meanwhile you can go on with your documents.
desk-schedule =
    <b>Desks</b> · { $business }
    At a desk, officers check and complete your dossier together with you.
    .ask = Choose a day:
    .none = No desk is open yet. You will hear of it here.
    .others = Desks elsewhere
desk-schedule-move =
    <b>Another time</b> · { $business }
    Your present seat stays yours until the new one is booked.
desk-day = { $day } · { $title } · { $free } left
desk-day-full = { $day } · { $title } · full
desk-waiting = You are number { $place } on the waiting list of { $title }. When a seat is free, we offer it here.
    .leave = Leave the waiting list of { $title }
desk-venue = { $venue } ({ $title })
desk-venue-later = { $title } (the place will be announced)

desk-slots =
    <b>{ $day }</b>
    { $venue }

    Choose a time:
desk-other-days = ← Other days
desk-slot = { $time } · { $free } left
desk-full =
    <b>{ $day }</b>
    { $venue }

    All seats are taken. Would you like to join the waiting list? When somebody cancels, we offer the seat to you.
    .wait = Yes, join the waiting list
desk-in-line = You are on the waiting list, at place { $place }. When a seat is free, we hold it for you here for 30 minutes of working time.

desk-confirm =
    <b>{ $day }, { $time }</b>
    { $venue }
    For { $business }.

    Book this seat?
    .yes = Yes, book it
desk-confirm-move =
    Move to <b>{ $day }, { $time }</b>
    { $venue }
    For { $business }.

    Move your booking?
    .yes = Yes, move it

desk-slot-gone = That time is not open any more. Please choose another.
desk-slot-past = That time is over. Please choose another.
desk-slot-full = That seat was taken a moment ago. These are left:
desk-booked-already = This business has a seat already. You can move it from its ticket.
desk-ended = This booking is over.
desk-begun = This visit has begun, so it cannot be changed any more. The staff at the desk can help.
desk-offer-over = This offer is over. You stay on the waiting list.

ticket =
    🎫 <b>{ $day }, { $time }</b>
    { $venue }
    { $business } · table { $table }

    Code: <b>{ $code }</b>. Show this picture when you arrive.
ticket-papers = Please bring:
ticket-papers-more = … and { $count } more, see My documents.
ticket-papers-none = All required documents are sent. Please bring your KTP and a sample of your product.
ticket-topic = To talk about: { $topic }
ticket-map = 📍 Show the map
ticket-move = Move
ticket-cancel = Cancel
ticket-ask-topic = Something to discuss?
ticket-calendar = Save to calendar
ticket-calendar-file = Open this file to save the visit in your phone's calendar.
ticket-calendar-entry = OVOP desk { $business }, { $title }
ticket-topic-ask = What would you like to talk about at the desk? A few words will do, such as: product photos and the P-IRT permit.
ticket-topic-long = Please say it in at most 300 letters.
ticket-topic-kept = Good, the officer knows what you would like to talk about.
ticket-cancel-ask =
    Cancel <b>{ $day }, { $time }</b> for { $business }?
    The seat goes to somebody else at once.
    .yes = Yes, cancel
    .no = No, keep it
ticket-cancelled = The booking is cancelled. Thank you for telling us.

visit-day-before =
    Tomorrow is your desk visit:
    <b>{ $day }, { $time }</b>
    { $venue }
    { $business } · table { $table } · code { $code }
visit-same-day =
    Today is your desk visit:
    <b>{ $day }, { $time }</b>
    { $venue }
    { $business } · table { $table } · code { $code }
visit-coming = I am coming
visit-not-coming = I cannot come
visit-ticket = 🎫 Show the ticket
visit-moved-meanwhile = Your visit was moved: it is on { $day }, { $time } now. Can you come?
visit-coming-noted = Thank you. We expect you on { $day }, { $time }.

offer =
    A seat is free for { $business }:
    <b>{ $day }, { $time }</b>
    { $venue }

    We hold it for you until { $untilDay }, { $until }.
    .take = Yes, I take it
    .decline = No, give it to somebody else
offer-declined = Good, we offer that seat to somebody else. You stay on the waiting list.

day-moved =
    Your desk has been moved. It was to be on { $from }.
    The new time:
    <b>{ $day }, { $time }</b>
    { $venue }
    { $business } · table { $table } · code { $code }

    Can you come?
    .yes = I can
    .no = I cannot
day-moved-no =
    No problem. { $business } is now expected on { $day }, { $time }.
    Would you like another time, or cancel?
seat-closed =
    We are sorry: your desk on <b>{ $day }, { $time }</b> will not take place.
    { $venue }
    { $business }

    Please choose another time. A desk elsewhere is fine too.
    .none = I need no other time
seat-closed-none = We have noted that. If you change your mind, you can still book another time.
line-closed =
    We are sorry: nothing more is to come at the desk { $title }, so its waiting list has ended.
    { $business } can book at another desk.
call = • <b>{ $business }</b> · { $owner } · { $region } · { $day } { $time } · { $reason }
call-offline = no Telegram
call-blocked = has blocked the bot
call-silent = has not answered
calls-no-numbers = Phone numbers are not kept here yet. Please look them up in the officers' notes.
closing-calls =
    <b>To be called: { $count } businesses</b>
    Their desk was closed and they have no other time. Press the name once you have spoken with them.
    .done = ✓ { $business }
closing-calls-none = Nobody has to be called now.
day-calls = <b>📞 Have not said that they come</b>
day-calls-none = Everybody who booked has said that they come.
place-changed =
    The place of your desk:
    <b>{ $venue }</b>
    { $day }, { $time }
    { $business } · table { $table } · code { $code }
