### The owner's walk through the file.

business-name-ask =
    Nice to meet you, <b>{ $name }</b>.
    What is the name of your business?
business-name-too-short = That business name is too short. Please type it in full.
business-name-too-long = That business name is too long. Please type at most 80 characters.
business-name-odd-letters = Please type the business name with letters and numbers only, without emoji.

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

home =
    <b>{ $business }</b>
    { $bar }
    { $accepted } of { $total } required documents accepted.

    { $next }

    Penyuluh: { $officer }
    Send by: { $deadline }
    .all = See all documents
    .next = { $name }
home-officer-none = the dinas is choosing one
home-next-open = Next: <b>{ $name }</b>.
home-next-slow = Next: <b>{ $name }</b>. We start with it because it takes the longest.
home-next-returned = This one needs fixing: <b>{ $name }</b>.
home-next-officer =
    { $count ->
        [1] Your penyuluh is checking one document.
       *[other] Your penyuluh is checking { $count } documents.
    } We will tell you here.
home-next-nobody = All required documents are accepted. Thank you.

papers =
    <b>Documents of { $business }</b>
    { $lines }

    Press one to see more about it.
papers-open = ▫️ { $name }: not sent yet
papers-submitted = ⏳ { $name }: waiting to be checked
papers-returned = 🔁 { $name }: needs fixing
papers-accepted = ✅ { $name }: accepted

item =
    <b>{ $name }</b>
    { $explain }

    Issued by: { $issuer }

    Often goes wrong:
    { $mistakes }
    .send = 📷 Send it now
    .replace = Change the photo
    .retake = 📷 Send it again
    .missing = I do not have it yet
    .papers = ← All documents
item-state-submitted = ⏳ Sent. Your penyuluh will check it.
item-state-returned =
    🔁 Needs fixing.
    { $reason }
item-state-accepted = ✅ Accepted by your penyuluh.

how-to-get =
    <b>How to get { $name }</b>
    { $how }

    Once you have it, press Send it now.

send-ask =
    Please send a photo of <b>{ $name }</b>.
    Put it in a bright place, without flash. Make sure all four corners show. A PDF is fine too.
send-not-file = We are waiting for a photo of <b>{ $name }</b>. Press 📎, then choose the camera or the gallery.

received =
    Thank you, we have received <b>{ $name }</b>.
    { $officer ->
        [none] A penyuluh will check it, and then we will tell you here.
       *[other] Penyuluh { $officer } will check it, and then we will tell you here.
    }
    .next = Next: { $name }
    .home = Back to my file
received-again = We already received this file of <b>{ $name }</b>. It is waiting to be checked.

refused-empty = The file is empty. Please send it once more, as a photo or a PDF.
refused-too-big = The file is larger than 20 MB. Please send it as a photo, or as a smaller PDF.
refused-wrong-kind = We cannot read this kind of file yet. Please send a photo or a PDF.
refused-locked-pdf = This PDF is locked with a password. Please send a photo, or a PDF without a password.
refused-accepted-already = Your penyuluh has accepted <b>{ $name }</b>, so you need not send it again.
refused-same-as-returned = This is the same file as the one that needs fixing. Please send a new one of <b>{ $name }</b>.

unsorted =
    Your file is saved. Which document is this?
    .later = Later
unsorted-later = All right, we keep your file.
unsorted-kept = Your file is saved. Let us finish registering first.
unsorted-nothing-open = Your file is saved. All required documents are accepted, so there is nothing to send for now.
