### The admin's screens.

admin-home =
    <b>Admin</b>
    { $cycle }
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
