### The list of businesses that the office nominated.

nominations =
    <b>Nominated businesses</b>
    { $nominated } businesses are nominated. { $claimed } have joined, { $open } have not.
    .list = 📥 Import a list
    .invite = ✉️ Invitations and QR sheet
    .unclaimed = 👤 Not joined yet
    .undo = Undo the last import
nominations-none =
    <b>Nominated businesses</b>
    No business is nominated yet. Please begin by importing the list of the office.
nominations-last = Last import: { $day }.

list-ask =
    Please send the list of nominated businesses as an Excel (.xlsx) or CSV file.
    It needs: owner's name, business name, regency or city, product, and phone number. The order of the columns is free.
    We look through it first; nothing is saved yet.
    .sample = 📄 A sample list
list-sample = This is a sample. Please replace its two rows with your list, and send it here.
list-sheet-sample = List
list-not-file = Please send the list as an Excel (.xlsx) or CSV file, with the attachment button.

list-report = <b>What the list says</b>
    .yes = Import { $count } rows
    .again = Send another list
list-report-ask = This file says what comes of each row. Import now? Rows to be corrected are left out.
list-report-correct = No row can be imported yet. Please correct this file and send it again.
list-report-nothing = There is nothing new, so there is nothing to import.

list-sum-new = ✅ New: { $count }
list-sum-same = ▫️ Known and the same: { $count }
list-sum-change = ✏️ Changed: { $count }
list-sum-keep = 🔒 Different, ours is kept: { $count }
list-sum-double = ↩️ Double rows: { $count }
list-sum-wrong = ⚠️ To be corrected: { $count }
list-wrong-row = Row { $line } ({ $business }): { $note }
list-wrong-more = … and { $count } more rows, see the column Catatan.

list-does-new = New
list-does-same = Same
list-does-change = Changed
list-does-keep = Different
list-does-double = Double
list-does-wrong = To be corrected

list-sheet = Result
list-column-line = Row
list-column-owner = Owner's name
list-column-business = Business name
list-column-region = Regency or city
list-column-commodity = Product
list-column-phone = Phone number
list-column-result = Result
list-column-note = Note

list-note-missing = { $column } is missing.
list-note-unreadable = { $column } “{ $text }” cannot be read.
list-note-region = “{ $text }” is no regency or city of West Sumatra.
list-note-ambiguous = “{ $text }” may mean { $among }. Please write it in full.
list-note-commodity = Product “{ $text }” is not known. There are: food or drink, woven cloth, batik, wickerwork, pottery.
list-note-double = The same business as in row { $line }, so it counts once.
list-note-differs = { $column } differs: “{ $list }” here, “{ $ours }” in that row.
list-note-change = { $column } changes from “{ $ours }” to “{ $list }”.
list-note-keep = { $column } is “{ $list }” in the list, and “{ $ours }” with us. Ours is kept.
list-hint-no-phone = There is no phone number: a penyuluh has to bring the invitation.
list-hint-phone-unreadable = The phone number cannot be read and is left out.
list-hint-region-above = The regency or city comes from the row or title above.

list-applied =
    ✅ The list is imported.
    { $lines }
list-undo-ask = { $count } businesses of this import were touched by nobody and will be removed. Undo the import?
    .yes = Yes, undo the import
list-undo-stay = { $count } businesses stay, because their owners have joined or somebody worked on them.
list-undone = The import is undone. { $count } businesses were removed.

list-refused-no-cycle = No cycle is open yet. Please open a cycle first, then send the list again.
list-refused-too-many = The list has more than 3,000 rows. Please divide it into several files.
list-refused-not-a-table = That file is no table. Please send Excel (.xlsx) or CSV.
list-refused-old-excel = That file is an old Excel file (.xls). Please save it as .xlsx and send it again.
list-refused-too-large = That file is too large for a list. Please copy the list into a new sheet and send it again.
list-refused-unreadable = That file is broken or locked. Please save it again and send it once more.
list-refused-no-heading = No column headings were found. Please write one row of headings: Nama pemilik, Nama usaha, Kabupaten/Kota, Komoditas, Nomor HP.
list-refused-no-rows = There is nothing under the headings. Please look at the file.
list-refused-gone = That list is gone or was undone. Please send it again if it is still needed.

unclaimed =
    <b>Not joined yet: { $count }</b>
    Tap one to make its invitation.
    .one = { $business } · { $region }
letters = These are the links and WhatsApp texts for { $count } businesses that have not joined. They are personal data, please do not spread them.
letters-cards = This is the QR sheet to print and cut. Its links are those of the Excel file and work for 30 days.
letters-nobody = Everybody has joined, so nobody needs an invitation.
letters-title = Invitations to Dampingi
letters-sheet = Invitations
letters-link = Invitation link
letters-whatsapp = WhatsApp link
letters-text = Text
letters-card =
    Scan with the phone's camera, then tap Start in Telegram.
    For this name only, until { $until }.
owner-letter =
    { $owner }, your business { $business } was nominated for the OVOP award. Congratulations!

    Please open this link on your own phone. We prepare the papers together with a penyuluh, one by one:
    { $link }

    This link is for you only, until { $until }. { -peringatan-uang }
owner-invitation =
    Invitation for <b>{ $business }</b> ({ $owner }):

    { $text }
    .whatsapp = Send by WhatsApp
owner-came = The owner of this business has joined, so there is nobody to invite.

nomination-consent = You came by an invitation of the office. It gave us the owner's name, business name, regency or city, product, and phone number. We show them only once your phone number fits.
nomination-link-unknown = We do not know this invitation. Please ask a penyuluh for a new link. You can also begin without one, with /start.
nomination-link-used = This invitation was used already. If that was not you, please tell a penyuluh.
nomination-link-expired = This invitation is too old. Please ask a penyuluh for a new link.

claim-ask = So that nobody else sees what the office gave us, please share your phone number with the button below.
    .share = 📱 Share my number
claim-skip = Is your number another one, or would you rather not share it? That is fine, a penyuluh will look at it.
    .go = Go on without a number
claim-skipped = All right. Please register as usual; a penyuluh will compare it with the invitation.
claim-not-own = That is somebody else's number. Please share your own with the button below.
claim-other-number = Thank you. This number is not the one the office has, so a penyuluh will look at it. Please register as usual meanwhile.
claim-has-own = Thank you. This account has papers or tasks of its own, so a penyuluh will look at it. Your papers stay as they are.
claimed =
    ✅ That fits, thank you, <b>{ $owner }</b>. This is what the office gave us:
    { $lines }
    Is anything wrong? You can change it at any time with /data.
claimed-business = • <b>{ $business }</b>, { $region }, { $product }
