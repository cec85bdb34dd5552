### The penyuluh's queue and the decisions on documents.

queue =
    <b>Queue</b>
    { $count ->
        [0] No files are waiting. Thank you, everything has been checked.
        [1] One file is waiting to be checked.
       *[other] { $count } files are waiting to be checked, the oldest first.
    }
    .dossier = { $business } · { $count } waiting
    .more = Next →
    .less = ← Previous
    .refresh = Refresh
    .all = All files
    .questions = ❓ Questions: { $count }
    .calls = 📞 To be called: { $count }
    .alike = ⚠️ Similar registrations ({ $count })

paper =
    <b>{ $requirement }</b> · { $business }
    Owner: { $owner } · { $region }
    Sent { $day }, at { $time }
    .accept = ✅ Accept
    .return = 🔁 Return
    .queue = Queue
    .same-person = Same person
    .fill-number = Fill in the number
    .change-number = ✏️ Change the number
    .see-number = 👁 See the number
    .hide-number = Hide the number
    .leave = Cancel


reason-ask = What needs fixing on <b>{ $requirement }</b> of { $business }?
reason-words-ask = Please write the reason in one sentence. The owner will read it.
reason-words-wrong = Please write the reason in 5 to 300 characters.
reason-blurred = Blurred
reason-cut-off = Cut off
reason-expired = No longer valid
reason-names-differ = Names differ
reason-wrong-paper = Not this document
reason-number-invalid = Number not right
reason-incomplete = Not complete yet
reason-no-figures = No figures or place named
reason-not-matching = Does not match other documents
reason-other = Other, I will write it

decided-accepted = ✅ <b>{ $requirement }</b> of { $business } is accepted. { $told }
    .undo = Undo the decision
    .next = Next document
decided-returned =
    🔁 <b>{ $requirement }</b> of { $business } is returned. { $told }
    Reason: { $reason }
undone = The decision on <b>{ $requirement }</b> of { $business } is undone. The document is waiting again.
    .again = Open this document again
undo-acted-upon = This decision can no longer be undone, because the owner has sent a new one.
decide-replaced = The owner has just replaced this document. Please open the latest one from the queue.
decide-decided-already = A colleague has already decided on this document.
decide-decided-by-you = You have already decided on this document.
decide-owner-changed = The owner is working on this document. Once sent again, it appears in the queue.
decide-not-yours = You cannot open this file: it is outside your area, or its owner has closed it.

notice-accepted =
    Good news: your penyuluh has accepted <b>{ $requirement }</b> for { $business }. Thank you.
    .continue = Continue
notice-returned =
    Thank you, we have looked at <b>{ $requirement }</b> for { $business }. There is one thing to fix.

    { $reason }
    { $tip }
    .retake = 📷 Send it again
    .rewrite = ✏️ Improve the text
notice-undone =
    Sorry, your penyuluh is looking again at the decision on <b>{ $requirement }</b> of { $business }. We will tell you here.

dossiers =
    <b>All files</b>
    { $count } files in your area.
dossier =
    <b>{ $business }</b> · { $owner }

    { $lines }
    .print = 🖨 List to print
    .check = Check documents ({ $count })
    .admit = ✅ Admit as participant
    .form = Decide the form of the business
    .group = Decide: { $name }
    .received = { $name } received
    .not-applicable = { $name }: does not apply
    .applies = { $name }: still needed
    .move = 📱 Move to a new phone
    .attach = 📱 Connect the owner's Telegram
    .fill = ✍️ Fill in for the owner
    .alike = ⚠️ Similar to { $business }
dossier-candidate = ⏳ This business is still a candidate. Once admitted, its owner can book a desk.
dossier-form-unsure = ❔ The form of the business is not known. The owner waits for the penyuluh.
dossier-group-unsure = ❔ { $ask } The owner does not know.
paper-page = Page { $page } of { $of }
paper-hint = { $hint }
ground-ask = Why is this the same person? Please write one sentence, for example: as on the family card.
left-number-ask = What is the number, as it stands on the document?
decide-name-unruled = The name on this document differs from the KTP. Is it the same person?
notice-nominated =
    Good news: <b>{ $business }</b> is admitted as a participant. You can book a desk now.
    .desks = 🗓 See the desks
notice-ruled-received = Your penyuluh has received <b>{ $requirement }</b> for { $business }. Thank you.
notice-ruled-not-applicable = Your penyuluh agrees: <b>{ $requirement }</b> does not apply to { $business }.
notice-ruled-open =
    Thank you for asking. Your penyuluh finds that <b>{ $requirement }</b> is still needed for { $business }, and we are ready to help you prepare it.
    .open = Open { $name }

rule-ask =
    .yes = Yes, that is right
rule-ask-received = Have you received <b>{ $requirement }</b> of { $business }? We tell the owner at once.
rule-ask-not-applicable = Does <b>{ $requirement }</b> really not apply to { $business }? We tell the owner at once.
rule-ask-applies = Is <b>{ $requirement }</b> still needed for { $business }? We tell the owner at once.
ruling-decided-already = A colleague has already decided this.
ruling-decided-by-you = You have already decided this.
ruling-owner-changed = The owner has changed it, so there is nothing left to decide.
any-ask =
    <b>{ $business }</b>
    { $ask }
    { $hint }
fact-decided = ✅ <b>{ $business }</b>: { $answer } { $told }
fact-form = the form of the business is { $form }.
fact-group = { $ask } { $answer }.
notice-form-decided = Your penyuluh has made sure of the form of <b>{ $business }</b>: { $form }. Your next steps now follow from it.
notice-group-decided =
    Your penyuluh has made sure of one thing about <b>{ $business }</b>.
    { $ask } <b>{ $answer }</b>.

owner-back = ← Back to the file
move-ask =
    The file of <b>{ $owner }</b> will move to a new phone. The old phone can no longer open it from then on.
    .yes = Yes, I have made sure who it is
move-link =
    Link for the new phone of <b>{ $owner }</b>:
    { $link }

    Valid until { $day }, { $time }, for one phone. Please send it straight to that person, and ask them to open it on the new phone.
move-works-here = This owner works in Dampingi too. Please ask an admin to move them.
notice-move =
    Your penyuluh is preparing to move your file to a new phone.
    If you asked for this, you need not do anything here.
    .stop = I did not ask for this

connect-ask = <b>{ $owner }</b> will fill in their own file on Telegram. After that the penyuluh no longer does.
verify-ask = Please make sure who it is first: look at the original KTP, or know the person yourself. We note this.
decided-told = We tell the owner.
decided-tell = The owner does not use Telegram, so please tell them yourself.
decided-alone = ⚑ You sent it in as well, so we mark it.
dossier-alone = { $line } ⚑ sent and accepted by the same officer
paper-sender = Sent by { $name } for the owner.

enrol-owner = What is the full name of the owner, as on the KTP?
enrol-business = What is the business of <b>{ $owner }</b> called?
enrol-region = In which kabupaten or kota is <b>{ $business }</b>?
enrol-form =
    Please photograph the consent form that <b>{ $owner }</b> has signed.
    Make sure the name and the signature can be read.
    .text = Read the text of the form
enrol-form-not-file = We are waiting for the photo of the form. Tap 📎, then choose camera or gallery.
enrol-confirm =
    Owner: <b>{ $owner }</b>
    Business: { $business }
    Region: { $region }
    Product: { $product }

    Did { $owner } sign this form in person? We note your confirmation.
    .yes = ✅ Yes, I confirm
    .retake = 📷 Photograph it again
enrol =
    .drop = Do not register
enrol-dropped = All right, the registration is cancelled. Nothing is kept.
enrolled = ✅ <b>{ $owner }</b> with the business { $business } is registered.
enrolled-no-cycle =
    ✅ <b>{ $owner }</b> with the business { $business } is registered.
    The OVOP registration is not open yet. The file appears in the queue once it is.

likenesses =
    { $count ->
        [0] No registrations are similar. Thank you.
       *[other] <b>Similar registrations</b>: { $count }. Please see whether they are the same business.
    }
    .pair = { $older } · { $newer }
likeness =
    <b>Two similar registrations</b>
    The same: { $sign }.

    1. { $older }
    2. { $newer }

    Are they the same person and business?
    .same = The same, join them
    .other = No, another business
likeness-by-nib = the NIB number
likeness-by-invitation = the invitation that was opened
likeness-by-owner = the owner's name and the region
likeness-by-business = the business name and the region
likeness-side = <b>{ $business }</b> · { $owner } · { $region }, registered { $day }, documents: { $count }
likeness-offline = <b>{ $business }</b> · { $owner } · { $region }, registered { $day }, documents: { $count }, no Telegram
join-ask =
    <b>{ $newer }</b> is joined into <b>{ $older }</b>, which was registered first. Documents that are missing there move along.
    This cannot be undone.
joined = ✅ They are one file now. We tell the owner.
kept-apart = All right, these are two businesses. We do not ask again.
join-decided-already = This pair has been decided already.
join-works-here = One of the owners works in Dampingi too. Please ask an admin.
notice-joined = You were registered twice. Your penyuluh has joined both into one: <b>{ $business }</b>.

search-ask = Please type the name of a business, an owner, a region, or the code of a ticket.
search-none = Nothing fits “{ $typed }” in your regions. Please try another word.
search-found =
    { $count ->
        [1] One was found.
       *[other] { $count } were found; ten are shown at most.
    }
    .one = { $business } · { $region }

printed = The papers of <b>{ $business }</b> that are missing, to be printed.
printed-title = Papers still to be prepared: { $business }
printed-owner = Owner: { $owner }
printed-hint = Please bring what you have to your penyuluh. A penyuluh never asks for money.
printed-paper = Paper
printed-issuer = From
printed-there = There
