### The admin's screens.

admin-home =
    <b>Admin</b>
    { $cycle }
    .desks = 🗓 Desks
    .calendar = 📅 Calendar
    .rules = 🔔 Alerts
    .nominated = 📋 Nominated businesses
    .staff = 👥 Staff
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
    .new = Plan a new desk
plan-desks-none =
    <b>Coaching desks</b>
    No desk is open yet.
plan-desk =
    <b>{ $title }</b> · { $zone }
    Place: { $venue }
    Map point: { $point }{ $state }
    .day = { $day } · { $booked } of { $seats } booked
    .place = Change the place
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
    .hours = Change the hours
    .seats = Change the tables
    .close-slot = Close one slot
    .close = Close this day
plan-slots =
    <b>{ $day }</b>
    Which slot is to be closed, or opened again?
    .slot = { $time } · { $booked } booked
    .open = 🔓 { $time } · open again
plan-move-ask = To which date? For example: { $example }
plan-move-wrong = That date cannot be read. For example: { $example }
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

draft-zone = For which zone is the desk?
draft-title = What is this desk called? A short name, such as: Payakumbuh
draft-venue = Where is it? For example: Aula Dinas Koperasi, Jalan Soekarno-Hatta
draft-point = Send its place on the map: the attachment button, then Location.
draft-days = On which dates? For example: 10-11 June 2024
draft-hours = At what hours? Choose, or type like this: 08.00-15.30, 12.00-13.00. On Fridays we leave room for the prayer.
draft-seats = How many minutes each, how many tables, and how many percent for walk-ins? Choose, or type like this: 30, 2, 20
    .usual = { $minutes } minutes, { $tables } tables, { $share } % walk-ins
draft-later = To follow
draft-drop = Start over
draft-unreadable = That could not be read. Please type it like the example.
draft-too-long = That is too long: a name has 30 letters, a place 120, and there are 14 days at most.
draft-days-past = Some of these dates are over. Please type them again.
draft-day = • { $day }: { $hours }. { $count } slots, { $seats } seats, { $kept } of them for walk-ins.
draft-preview =
    <b>Desk { $title }</b> · zone { $zone }
    Place: { $venue }
    Map point: { $point }

    { $lines }
    .yes = Open the desk
draft-opened = The desk is open. Owners can book now.
plan-draft-gone = That draft was opened or dropped.
plan-no-days = No slot fits, or the date is over. Please check again.
plan-place-ask = Type the place, or send its location on the map. Whoever has booked is told.
plan-place-wrong = Please type the name of a place, 120 letters at most, or send a location.
plan-change-hours = The new hours? For example: 08.00-15.30, 12.00-13.00. What is booked does not change.
plan-change-seats = How many minutes each, how many tables, how many percent for walk-ins? For example: 30, 2, 20

cal =
    <b>Office calendar</b>
    The free days to come. Press one to remove it.
    .none = No free days are noted.
    .add = Add a free day
    .hours = Office hours
    .ramadan = Ramadan
    .away = Officers away
cal-day = • { $day }: { $kind }, { $name } { $where }
    .button = { $day } · { $name }
cal-where = Which office is closed?
cal-add-ask = On which date, and why? For example: 12 June 2024 Flood
cal-add-wrong = That could not be read. Please type like this: 12 June 2024 Flood
cal-remove = Remove this free day? Working time is counted anew at once.
    .yes = Yes, remove it
cal-week-usual =
    <b>Office hours of the province</b>
    Press a day to change it.
    .open = Usual hours
cal-week-ramadan =
    <b>Office hours of the province in Ramadan</b>
    Press a day to change it.
    .open = Hours in Ramadan
cal-week-day = { $day }: { $hours }
cal-week-free = free
cal-hours-ask = At what hours? For example: 07.30-16.00, 12.00-13.00. Type free if nobody works.
cal-fast =
    <b>Ramadan</b>
    Press one to correct its dates.
    .row = { $year } H: { $from } – { $until }
cal-fast-ask = From which date to which? For example: 11 March 2024 - 9 April 2024
cal-away =
    <b>Officers away</b>
    Press a name to note it.
cal-away-line = • { $name }: { $kind }, { $from } – { $until }, stand-in { $standIn }
cal-away-kind = Why are they away?
absence-desk-duty = on duty at a desk
absence-field-trip = in the field
absence-leave = on leave
cal-away-by = Who stands in?
    .nobody = Nobody
cal-away-ask = From which date to which? For example: 10 June 2024 - 12 June 2024
cal-not-yours = Only admins change the calendar.
cal-free-already = That day is free already.
cal-no-officer = That person is no officer any more.

rules =
    <b>When a file counts as one that needs help</b>
    Press a line to change it.
rule-on = ✅ { $reason } · { $span }
rule-off = ▫️ { $reason } · { $span }
rule-days =
    { $count ->
        [1] 1 day
       *[other] { $count } days
    }
rule-working-days =
    { $count ->
        [1] 1 working day
       *[other] { $count } working days
    }
rule-times = { $count } times
rule-none = at once
rule =
    <b>{ $reason }</b>
    Now: { $span }. { $state ->
        [on] This rule is in use.
       *[off] This rule is not in use.
    }
    .on = Use it
    .off = Do not use it
    .change = Change the number
rule-after-ask = How many for <b>{ $reason }</b>? Only the number, from 1 to 60.
rule-after-wrong = The number cannot be read. Please type one from 1 to 60.
rule-number-gatesBeforeDesk = Before a desk: { $value } % of the main papers
rule-number-climbsAfter = Climbs to the coordinator: { $value } working days
rule-number-asksAfter = Asked again: { $value } working days
rule-number-nudges = Reminders of owners: day { $value }
rule-number-ask-gatesBeforeDesk = What share of the main papers must be sent before the day of the desk, in percent? Only the number, from 0 to 100. For example: 80
rule-number-ask-climbsAfter = After how many working days does an alert that nobody took climb to the coordinator? Only the number, from 1 to 20. For example: 2
rule-number-ask-asksAfter = After how many working days is a penyuluh who took it asked again? Only the number, from 1 to 20. For example: 3
rule-number-ask-nudges = On which days are owners reminded? Five numbers at most, the smallest first. For example: 5, 10, 15
rule-number-wrong = The number cannot be read.
