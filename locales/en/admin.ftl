### The admin's screens.

admin-home =
    <b>Admin</b>
    { $cycle }
    .desks = 🗓 Desks
    .invite = Invite staff
    .switches = Additional requirements
    .open-cycle = Open a cycle
    .no-cycle = No cycle is open yet, so businesses cannot send documents.
    .cycle = Cycle { $name }: documents until { $owner }, portal until { $portal }.

switches =
    <b>Additional requirements</b>
    These are asked only where the dinas wants them. Press to change. It holds for every dossier of this cycle.
switch-on = ✅ { $name }
switch-off = ▫️ { $name }

invite-role = Who would you like to invite?
invite-region = For which area?
    .everywhere = All of West Sumatra
invite-link =
    Invitation for <b>{ $grant }</b>:
    { $link }

    Valid until { $expires }, for one person. Please send it straight to that person.
invite-again = Make another invitation

cycle-owner-ask = Until which date do we accept documents from businesses? For example: 14 June 2026
cycle-portal-ask = Until which date can the dinas fill in the national portal? For example: 30 June 2026
cycle-visit-ask = Until which day may the assessors visit? Permits must last until then. For example: 5 October 2026
cycle-date-wrong = We could not read that date. Please type it like this: 14 June 2026
cycle-confirm =
    Cycle <b>{ $name }</b>
    Documents from businesses until { $owner }.
    National portal until { $portal }.
    Field visits until { $visit }.

    Once it is open, every registered business gets a file. Open it now?
    .yes = Yes, open the cycle
    .no = Not now
cycle-opened-admin = Cycle <b>{ $name }</b> is open. The registered businesses are being told.
cycle-open-already = A cycle is open already.
cycle-deadlines-crossed = The portal deadline is earlier than the deadline for businesses. Please type the dates again.
cycle-deadline-past = The deadline for businesses has already passed. Please type a date in the future.
cycle-not-yours = Only an admin can open a cycle.

plan-desks =
    <b>Coaching desks</b>
    Press a desk to see or change it.
    .desk = { $title } · from { $day } · { $count } days
plan-desks-none =
    <b>Coaching desks</b>
    No desk is open yet.
plan-desk =
    <b>{ $title }</b> · { $zone }
    Place: { $venue }
    Map point: { $point }{ $state }
    .day = { $day } · { $booked } of { $seats } booked
    .close = Close this desk
plan-later = to follow
plan-point-set = set
plan-closed = It is closed.
plan-break = { $hours }, break { $pause }
plan-day =
    <b>{ $day }</b> · { $title }
    Hours: { $hours }
    { $minutes } minutes each, { $tables } tables, { $share } % for walk-ins
    { $booked } of { $seats } seats booked, { $coming } said that they come.{ $state }
    .move = Move to another date
    .calls = 📞 Phone list
    .close-slot = Close one slot
    .close = Close this day
plan-slots =
    <b>{ $day }</b>
    Which slot is to be closed?
    .slot = { $time } · { $booked } booked
plan-move-ask = To which date is it moved? For example: 14 June 2024
plan-move-confirm =
    From { $from }
    to <b>{ $to }</b>

    { $count } owners have booked. They keep their time and table, and each is told.
    .ask = Move this day?
    .yes = Yes, move it
plan-warning = ⚠️ { $day }: { $kind }, { $name }.
free-national = national holiday
free-joint-leave = joint leave
free-closure = office closed
plan-moved = Moved from { $from } to <b>{ $to }</b>. The owners who booked are being told.
plan-day-gone = That day or time is closed, or not there.
plan-day-begun = That day has begun and cannot be moved. What is left of it can be closed.
plan-date-past = That date is over. Please type another.
plan-date-taken = This desk already has a day on that date. Please type another.
plan-moved-meanwhile = Another admin has just moved that day. Please look at it again.
plan-not-yours = Only admins plan desks.
plan-shut = { $count } owners lose their seat. Each is told and offered another time.
    .yes = Yes, close it
plan-shut-slot = Close this slot: <b>{ $day }, { $time }</b>?
plan-shut-day = Close the whole day: <b>{ $day }</b>?
plan-shut-desk = Close this whole desk, from { $day }?
plan-shut-line = { $count } on the waiting list are told too.
plan-shut-done = Closed. { $count } owners are told.
    .calls = 📞 To be called
