### The owner's walk through the file.

business-name-ask =
    Nice to meet you, <b>{ $name }</b>.
    What is the name of your business?
business-name-too-short = That business name is too short. Please type it in full.
business-name-too-long = That business name is too long. Please type at most 80 characters.
business-name-odd-letters = Please type the business name with letters and numbers only, without emoji.

business-add-ask = What is the name of the other business?
business-rename-ask = What is the new name of <b>{ $business }</b>?
businesses =
    Which business do we go on with? At present: <b>{ $business }</b>.
    .add = ➕ Add a business
    .of = { $business } · { $owner }
of-business = 🏪 { $business }

region-ask =
    In which kabupaten or kota is <b>{ $business }</b>?
    Please type it, or choose one below.
region-unclear = Several areas have that name. Which one is yours?
region-unknown = We could not find that area yet. Please type the kabupaten or kota, or choose one below.

commodity-ask =
    What is the main product of <b>{ $business }</b>?

no-cycle =
    Thank you, <b>{ $business }</b> is registered.
    OVOP is not open for proposals yet. We will tell you as soon as it is.
cycle-opened =
    Good news: OVOP is now open for <b>{ $business }</b>.
    We accept documents until { $deadline }.

send-ask =
    Please send a photo of <b>{ $name }</b>.
    Put it in a bright place, without flash. Make sure all four corners show. A PDF is fine too.
send-not-file = We are waiting for a photo of <b>{ $name }</b>. Press 📎, then choose the camera or the gallery.

received-again = We already received this file of <b>{ $name }</b>. It is waiting to be checked.

refused-empty = The file is empty. Please send it once more, as a photo or a PDF.
refused-too-big = The file is larger than 20 MB. Please send it as a photo, or as a smaller PDF.
refused-wrong-kind = We cannot read this kind of file yet. Please send a photo or a PDF.
refused-locked-pdf = This PDF is locked with a password. Please send a photo, or a PDF without a password.
refused-accepted-already = Your penyuluh has accepted <b>{ $name }</b>, so you need not send it again.
refused-same-as-returned = This is the same file as the one that needs fixing. Please send a new one of <b>{ $name }</b>.

tray =
    📥 { $count -> 
        [one] { $count } file waits
       *[other] { $count } files wait
    } to be sorted.
    .skip = Later
    .later = Not now
    .drop = Not a paper
tray-hidden =
    📥 We keep { $count } of your files. Let us put them in their places, one by one.
    .open = Begin
tray-again = The same file is there already, so we do not keep it twice.
tray-left = All right, the file stays with us. You can open it again from your papers.
tray-empty = Thank you, every file is in its place.
tray-file = File number 1
tray-files = Files number 1–{ $last }
tray-together = Files number 1–{ $last } came together. Are they one paper, or several?
    .one = One paper
    .several = Several papers
tray-business = { $files }: for which business?
tray-paper = { $files }: which paper is this?
    .more = Other papers …
    .first = ← Required papers
tray-nothing-open = { $files } does not fit any paper that is still open.
tray-too-early = All files are kept. Let us finish the registration first.
tray-sorted = Put with { $name }.


home =
    <b>{ $business }</b>
    { $progress }

    { $next }

    Penyuluh: { $officer }
    Send by: { $deadline }
    .all = See all documents
    .tray = 📥 Files waiting: { $count }
    .other = Another business
    .answer = Answer first
home-progress =
    { $bar }
    { $accepted } of { $total } required documents accepted.
home-submitted = { $count } being checked by your penyuluh.
home-waiting = { $count } being waited for.
home-dinas = The dinas prepares { $total } letters, of which { $accepted } are done. You need not see to them.
home-officer-none = the dinas is choosing one
home-next-returned = This one needs fixing: <b>{ $name }</b>.
home-next-begun = Only a little is missing: <b>{ $name }</b>.
home-next-day-passed = The expected day has come: <b>{ $name }</b>. Do you have it?
home-next-first-paper = We start with <b>{ $name }</b>, because everybody has it.
home-next-with-penyuluh = Next: <b>{ $name }</b>. A penyuluh goes through it with you.
home-next-to-get = <b>{ $name }</b> is not there yet and takes long. Let us see how to get it.
home-next-slowest = Next: <b>{ $name }</b>. We start with it because it takes the longest.
home-next-next = Next: <b>{ $name }</b>.
home-next-extra = The required documents are complete. As a plus: <b>{ $name }</b>.
home-next-form = First one question about the form of your business.
home-next-group = First one question about <b>{ $name }</b>.
home-next-owned = Some documents take long. Let us first see which ones you have.
home-act-officer = Everything is sent. Your penyuluh will check it, and then we will tell you here.
home-act-third-party = Everything else is sent. Now we wait for others.
home-act-hand-over = What is left is to hand the sample to your penyuluh.
home-act-dinas = Your part is done. The dinas prepares the rest.
home-act-nobody = All required documents are accepted. Thank you.

papers =
    <b>Documents of { $business }</b>
    { $lines }
papers-open = ⬜ { $name }
papers-started = ✏️ { $name }: a little is missing
papers-waiting = 🕓 { $name }: expected
papers-submitted = ⏳ { $name }: waiting to be checked
papers-returned = 🔁 { $name }: needs fixing
papers-accepted = ✅ { $name }: accepted
papers-received = ✅ { $name }: with your penyuluh
papers-not-applicable-asked = ❔ { $name }: your penyuluh is asked
papers-not-applicable = ➖ { $name }: does not apply
papers-dinas = <b>Prepared by the dinas</b>
papers-extras = <b>A plus</b>
papers-folded = <b>A plus</b>: { $count } documents, open once the required ones are sent.

item =
    <b>{ $name }</b>
    { $explain }

    From: { $issuer }

    Often goes wrong:
    { $mistakes }
    .ask = ❓ Ask
    .send = 📷 Send it now
    .answer = ✏️ Fill it in now
    .go-on = ✏️ Go on
    .replace = Replace
    .retake = 📷 Send it again
    .hand-over = When it is handed over
    .missing = I do not have it yet
    .not-applicable = My business does not need this
    .papers = ← All documents
item-bring = What to bring: { $what }
item-state-waiting = 🕓 Expected until { $day }.
item-state-submitted = ⏳ Sent. Your penyuluh will check it.
item-state-returned =
    🔁 Needs fixing.
    { $reason }
item-state-accepted = ✅ Accepted by your penyuluh.
item-state-received = ✅ With your penyuluh.
item-state-not-applicable-asked = ❔ Your penyuluh will decide whether this applies to your business.
item-state-not-applicable = ➖ Does not apply to your business.

how-to-get =
    <b>How to get { $name }</b>
    { $how }
    .when = Give an expected day
hand-over-ask = About which day will you hand over <b>{ $name }</b>? You may also write: in 3 weeks.
wait-ask = Around which day will you have <b>{ $name }</b>? You may also type: in 3 weeks.
wait-unsure = That is all right. Tell us once there is a date.
wait-noted = All right, noted: <b>{ $name }</b> is expected until { $day }.
wait-late = That is after the deadline, { $deadline }. Please talk to your penyuluh, so that your proposal is not left behind.
date-past = That day is over. Please type a day to come.
date-ahead = That day of issue has not come yet. Please check the day on the document.
not-applicable-asked = All right, we ask your penyuluh. We will tell you here.

received =
    Thank you, <b>{ $name }</b> is complete.
    { $officer ->
        [none] A penyuluh will check it, and then we will tell you here.
       *[other] Penyuluh { $officer } will check it, and then we will tell you here.
    }
    .next = Next: { $name }
    .home = Back to my file
refused-no-more-pages = No more fits into <b>{ $name }</b>. When all of it is there, press Done.
refused-album = <b>{ $name }</b> takes one photo. Let us choose one by one.

form-ask = What is the legal form of <b>{ $business }</b>?
form-perorangan = Sole owner
form-cv = CV
form-pt = PT
form-koperasi = Cooperative
form-unsure = I do not know
group-ask =
    { $ask }
    { $hint }
group-yes = Yes
group-no = No
group-unsure = I do not know
owned-ask =
    Do you have <b>{ $name }</b> already?
    { $explain }
    .yes = I have it
    .no = Not yet

pages-more =
    We have received page { $have } of <b>{ $name }</b>.
    Please send the next page, or press Done.
pages-first = We ask for the number after this.
pages-ask =
    .done = ✅ Done
    .again = Take all photos again
    .home = ← Back to my papers
choose-below = Sorry, we did not understand that yet. Please press one of the buttons below.
media-ask = Please send <b>{ $name }</b>: { $have } of { $wanted } are here.
media-shot = The next one: { $shot }
media-enough =
    We have received { $have } photos of <b>{ $name }</b>. That is enough.
    You may add up to { $most }, or press Done.

ask-leave = I do not know, the penyuluh fills it in
number-ask-nik = Thank you, we have received the photo. What is the NIK on this KTP? It has 16 digits.
number-ask-npwp = What is the NPWP number? It usually has 16 digits.
number-ask-nib = What is the NIB number? It has 13 digits, usually near the top.
number-ask-kbli = What is the KBLI code? It has 5 digits.
number-ask-p-irt = What is the P-IRT number? It has 13 digits, then 2 digits.
number-ask-md = What is the permit number? It begins with MD.
number-ask-halal = What is the halal certificate number? It begins with ID.
number-ask-merek = What is the trademark number? It begins with IDM.
number-ask-free = What is the number of <b>{ $name }</b>, as it stands on the document?
day-ask-issued = On which day was <b>{ $name }</b> issued? For example: 14 June 2024
day-ask-expires = Until which day is <b>{ $name }</b> valid? For example: 14 June 2026
day-ask-expires-endless = Until which day is <b>{ $name }</b> valid? You may also write: for life
ends-early = <b>{ $name }</b> ends before the assessors may visit. It is best to renew it now.
permit-ends =
    <b>{ $name }</b> of <b>{ $business }</b> is valid until { $day }. It is best to renew it from now on.
    .open = Open the paper
name-check-ask =
    Is the name on <b>{ $name }</b> the same as on the KTP, { $owner }?
    Titles such as H., Dt., or S.E. do not count.
    .same = The same
    .differs = Different
other-name-ask = Whose name stands on <b>{ $name }</b>?
name-same-noted = Thank you. That is the same name, so all is well.
name-differs-noted = Thank you, noted. Your penyuluh will make sure it is the same person.
question-ask =
    { $position } of { $of }. { $ask }
    { $hint }
question-hint = <i>{ $hint }</i>
answer-empty = There is no answer yet. Please type it in your own words.
answer-too-long = The answer is too long. Please type at most 600 characters.
answer-not-a-number = Please type just one number, for example 12.
answer-too-low = That number is too small. Please check it.
answer-too-high = That number is too large. Please check it.
answer-not-an-option = Please choose one of the buttons.
paragraph-ask =
    This is what we wrote for <b>{ $name }</b>:

    { $paragraph }{ $files }

    Is it right?
    .yes = ✅ Right, send it
    .attach = 📎 Add a file
    .again = Answer again
paragraph-files = 📎 Files that go with it: { $count }.
attach-ask = Please send a photo or file that goes with <b>{ $name }</b>.
place-ask =
    <b>{ $name }</b>
    One more: the place on the map. Press 📎, then Location, and send it while you are there.

of-owner = 🏪 { $business } · for { $owner }
home-assisted = ✍️ You are filling in for <b>{ $owner }</b>.

companions =
    <b>Companions</b>
    A child or somebody of the nagari whom you trust may help you fill in. All of it is noted under both names.
    .invite = ➕ Ask somebody
companion-asked = 🕓 { $name }: waiting for your answer
    .yes = ✅ Yes: { $name }
    .no = No: { $name }
companion-agreed = 👥 { $name }: may fill in
    .end = Stop { $name }
companion-theirs = ✍️ You accompany { $name }
    .leave = Stop accompanying { $name }
companion-link =
    Link for your companion:
    { $link }

    Valid until { $day }, { $time }, for one person. Please send it only to somebody you trust. Once they open it, we ask you first.
companion-invited =
    You are asked to help the owner of a business fill in a { -berkas }. All of it is noted under both names.

    Are you 18 or older?
    .yes = Yes, 18 or older
    .no = Not yet
companion-consent-first =
    You are asked to accompany the owner of a business. Please answer the consent below first, then press this button.
    .go-on = Go on accompanying
companion-too-young = Thank you for being honest. A companion has to be 18 or older.
companion-requested = Thank you. We have asked the owner. We will tell you the answer here.
companion-already = You are a companion already. Thank you.
companion-begin = Start filling in
companion-link-unknown = We do not recognise this link. Please ask the owner for a new one.
companion-link-used = This link has been used already. Please ask the owner for a new one.
companion-link-expired = This link is no longer valid. Please ask the owner for a new one.
companion-link-own = This is your own link. Please send it to the person who is to accompany you.
companion-link-too-many = You have made many requests today. Please try again tomorrow.
companion-said-yes = All right, your companion may fill in. You can stop it at any time with /menu.
companion-said-no = All right, we do not pass that request on.
notice-companion-asked =
    <b>{ $name }</b> has opened your link and would like to help you fill in your file. Is that all right?
    .yes = Yes
    .no = No
notice-companion-agreed = Good news: <b>{ $owner }</b> agrees that you accompany them.
notice-companion-declined = The owner has not agreed to your request. Thank you for offering your help.
notice-companion-ended = <b>{ $name }</b> has ended your accompanying. Thank you for your help.
notice-companion-left = <b>{ $name }</b> no longer accompanies you.
businesses-which = Which business shall we go on with?
