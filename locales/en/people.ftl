### Consent, personal data, invitations.

consent-files = Thank you. The file is <b>not kept yet</b>, because we need your consent first. After you agree, please send it again.
consent-ask =
    Welcome to <b>Dampingi</b>, your assistant for the OVOP { -berkas } in West Sumatra.
    We prepare your business papers calmly, one at a time.

    Before we start, we ask your permission. We keep your data and the photos of your papers <b>only for the OVOP proposal</b>. Only you, the penyuluh and the dinas staff see them.

    Telegram keeps conversations outside Indonesia. You may stop at any time. { -peringatan-uang }

    Do you agree?
    .agree = I agree, continue
    .read = Read it in full
    .refuse = I do not agree

consent-press = Thank you. Please press <b>I agree, continue</b> below, so that your agreement is recorded.

consent-full =
    <b>Consent to the use of data (version { $version })</b>

    <b>What we keep.</b> Your name, telephone number where known, questions to a penyuluh, business name, kabupaten or kota, kind of product, and the photos and numbers of the business papers you send.
    <b>What for.</b> Only to prepare the proposal for the OVOP award.
    <b>Who sees it.</b> The penyuluh and the dinas staff for your area. Each time a paper is opened, we note who opened it.
    <b>How long.</b> The KTP photo until 90 days after the result of this cycle. Other papers until this cycle ends.
    <b>Where.</b> The dinas keeps the papers encrypted. Telegram keeps this conversation outside Indonesia; you may delete photo messages once we have received them.
    <b>Your rights.</b> To see and correct your data, and to withdraw consent, at any time with /data. For people aged 18 and over.
    .agree = I agree, continue
    .refuse = I do not agree

consent-thanks = Thank you. We have noted your consent.
consent-refused =
    All right, we respect that. We do not keep your name or your message.
    If you change your mind, press the button below.
    .again = I would like to start

menu =
    <b>Menu</b>
    Where would you like to go?
    .home = Continue my file
    .businesses = My businesses
    .companions = 👥 Companions
    .data = My data
    .help = Help
    .indonesian = Bahasa Indonesia
    .english = English

language-chosen = All right, from now on we use English.

help =
    <b>How to use Dampingi</b>

    ▶️ <b>Continue</b> takes you to the next step.
    📁 <b>My file</b> shows all documents and how they stand.
    ❓ <b>Ask</b> for questions, also to a penyuluh.
    📎 You may send a photo or a PDF at any time, right here.
    ✏️ Is a name or the business misspelt? Press <b>My data</b> below.

    Answers are saved one by one. If the signal drops, nothing is lost.

    { -peringatan-uang }

name-ask = What is your full name, as on your KTP?
name-saved = Name saved: <b>{ $name }</b>.
name-too-short = That name is too short. Please type the full name, as on the KTP.
name-too-long = That name is too long. Please type at most 80 characters.
name-odd-letters = Please type the name with letters only, without emoji or special signs.
answer-not-text = Please type the answer in words.

role-officer = Penyuluh
role-operator = Operator
role-admin = Admin
role-head = Head
role-in-regions = { $role } for { $regions }
role-everywhere = { $role } for all of West Sumatra

staff-home =
    Have a good day at work, <b>{ $name }</b>.
    { $roles }
    .queue = 📥 Open the queue
    .alerts = 🔔 Alerts
    .enrol = ➕ Owner without Telegram
    .admin = 🗂 Admin
    .business = My business
    .register = I own a business too

staff-not-understood = Sorry <b>{ $name }</b>, we did not understand that message. Please choose from here.

invitation =
    You are invited to Dampingi: <b>{ $grant }</b>.
    If you accept, you may open the files of businesses. Each time a file is opened, it is noted.
    .accept = Accept the invitation
invitation-accepted = Thank you. Your task: { $grant }.
invitation-unknown = We do not recognise this invitation. Please ask an admin for a new link.
invitation-used = This invitation has been used already. Please ask an admin for a new link.
invitation-expired = This invitation is no longer valid. Please ask an admin for a new link.

welcome-back = Welcome back.

account-moved = ✅ Thank you. Your file is on this phone now. Only this phone can open it.
account-link-unknown = We do not recognise this link. Please ask your penyuluh for a new one.
account-link-used = This link has been used already. Please ask your penyuluh for a new one.
account-link-expired = This link is no longer valid. Please ask your penyuluh for a new one.
account-link-taken = This Telegram account is already used for another file or task. Please open the link from another account.
account-move-stopped = All right, the move is cancelled. Your file stays on this phone. Thank you for telling us.
account-move-over = This move is over, so it cannot be cancelled here. Please contact your penyuluh.

staff-assisting =
    ✍️ You are filling in for <b>{ $owner }</b>, { $business }.
    .go-on = Go on filling in
assisting-stop = Done filling in
