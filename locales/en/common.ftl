### Words used everywhere.

-berkas = proposal file
-peringatan-uang = A penyuluh never asks for money or a password.

back = ← Back
continue = Continue
expired = This button no longer works. Here is the latest.
not-understood = Sorry, we did not understand this message. Let us go on from here.
greeted-salam = Waalaikumsalam. Let us go on.
greeted-plain = Hello. Let us go on.
sorry = Sorry, something went wrong on our side. Your data is safe. Please try again in a while. Code: { $code }
not-yours = Sorry, this { -berkas } is not yours.
edited = We do not read edited messages. Please send it as a new message.
group = Dampingi only works in private chats, to keep business data safe. Please write to Dampingi directly.
cancelled = All right, cancelled. Nothing has changed.

order-start =
    .about = Start, or go back to the beginning
order-continue = ▶️ Continue
    .about = Go on with the next step
order-papers = 📁 My file
    .about = See all documents
order-desks = 🗓 Desks
    .about = Book a seat at a coaching desk
order-menu =
    .about = Choices and language
order-data =
    .about = My data and consent
order-ask = ❓ Ask
    .about = Ask something, also a penyuluh
order-help =
    .about = How to use Dampingi
order-cancel =
    .about = Cancel this question
order-queue = 📥 Queue
    .about = Files waiting to be checked
order-alerts = 🔔 Alerts
    .about = Files that need help
order-search =
    .about = Find a file
order-desk = 🗓 Desk today
    .about = The list of today’s desk
order-figures = 📊 Figures
    .about = Figures of this cycle
order-admin = 🗂 Admin
    .about = Invite staff, open a cycle
