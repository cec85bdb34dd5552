### Staff: who works here, and for what.

invite-role = Who would you like to invite?
invite-region = For which area?
    .everywhere = All of West Sumatra
    .zone = Coordinator of the zone { $zone }
    .several = Several areas …
invite-link =
    Invitation for <b>{ $grant }</b>:
    { $link }

    Valid until { $expires }, for one person. Please send it straight to that person.
    .qr = Show the QR code
invite-qr = Scan to open the invitation. It works for one person.
invite-again = Make another invitation

staff =
    <b>Staff: { $count } people</b>
staff-line = • <b>{ $name }</b>: { $roles }{ $away }
staff-away = (not at the office)
staff-nameless = (no name yet)
staff-may = A penyuluh looks through papers, answers, and runs desks in their area. An operator sees to the papers of the office and the portal. An admin arranges everything, but sees no identity pictures.
staff-invitations = Invitations nobody has taken yet: { $count }.
staff-one =
    <b>{ $name }</b>
    { $roles }
    .regions = 🗺 Change the area, { $role }
    .end = End the role, { $role }
    .away = 🏖 Note an absence
staff-one-away = Not at the office today. Stand-in: { $standIn }.
staff-work = In hand: { $dossiers } files, { $alerts } alerts, { $threads } questions that wait.
staff-work-none = Nothing is open.
staff-regions-ask = Which areas? Please type their names with commas, such as: Kota Payakumbuh, Kab. 50 Kota, Kab. Agam
staff-regions-unclear = These are not clear: { $names }. Please type all of them again, such as: Kota Solok, Kab. Agam
staff-end =
    End the role <b>{ $grant }</b> of <b>{ $name }</b>?
    All their buttons stop working at once, and they are told.
    .to = Hand over to { $name }
    .all = End it, share among the others
    .yes = Yes, end it
staff-end-who = Who goes on?
staff-ended = ✅ The role has ended.
staff-ended-moved = Handed over: { $dossiers } files, { $alerts } alerts, { $threads } questions.
staff-refused-gone = That role has ended already.
staff-refused-own = Your own admin role cannot be ended here. Please ask another admin.
staff-refused-fixed = This admin is named in the settings of the server and can only be changed there.
staff-refused-no-officer = That person is no penyuluh any more. Please choose somebody else.
role-ended = Your role as <b>{ $grant }</b> has ended. Thank you very much for your help.
work-taken-over =
    From now on you go on with the work of <b>{ $name }</b>.
    { $work }
    .alerts = 🔔 Open the alerts
