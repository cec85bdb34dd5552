### Numbers of papers that owners type.

number-kind-nik = NIK
number-kind-npwp = NPWP
number-kind-nib = NIB
number-kind-kbli = KBLI
number-kind-p-irt = P-IRT
number-kind-md = BPOM permit (MD)
number-kind-halal = halal certificate
number-kind-merek = trademark certificate

number-empty = There is no number yet. Please type it as it stands on the paper.
number-letters = There are letters or other marks among the digits.
number-made-up = This does not look like a real number. If you do not have the paper yet, please press Do not have it.
number-other-kind = Thank you. This looks like the number of { $found }. What is asked here is { $wanted }.
number-counted = You typed { $count } digits.
number-how-to-get = How to get it
number-suggested =
    Did you mean <b>{ $number }</b>?
    .yes = Yes, that is right

number-nik-length = A NIK has 16 digits. Please check your KTP, a digit may be missing or one too many.
number-nik-birth-date = Digits 7 to 12 of a NIK are the birth date, and here they do not fit yet. Please check your KTP.
number-nik-birth-ahead = The birth year in this NIK does not fit yet. Please check digits 11 and 12 on your KTP.
number-nik-under-age = By this NIK the age is below 18. If it is the number of a family card, please type the NIK on the KTP. If it is right, an extension officer will contact you.
number-npwp-length = An NPWP has 16 digits. Old cards have 15, branches 22. Please check the card.
number-nib-length = An NIB has 13 digits. Please check the NIB paper, it is usually near the top.
number-nib-sku = This looks like the number of a business letter (SKU) or an old permit. What is needed is the NIB from OSS, 13 digits.
number-kbli-length = A KBLI has 5 digits, for example 10794. Please check the annex of your NIB.
number-kbli-several = Thank you, there are several KBLI here. Please type only the one of your main activity.
number-p-irt-length = A P-IRT number has 15 digits: 13 digits, then 2. Please check the certificate.
number-p-irt-old = P-IRT numbers of 12 digits have not been valid since 2012. An extension officer can help you get a new one.
number-p-irt-no-year = The last two digits are missing. A P-IRT number is 13 digits, then 2 for the year in which it ends.
number-p-irt-package = The first digit of a P-IRT number stands for the packaging and is never 0. Please check the certificate.
number-p-irt-region = Digits 4 to 7 are the code of the kabupaten or kota. We do not know this one. Please check the certificate.
number-p-irt-year = The last two digits are the year in which it ends, at most 5 years after issue. Please check the certificate.
number-p-irt-expired = This P-IRT number ended in { $year }, so it needs to be renewed. Shall we show you how?
number-md-length = An MD number has 12 digits or more after the letters MD. Please check the permit.
number-md-prefix = A BPOM permit number begins with the letters MD. Please check the permit.
number-md-receipt = Thank you. This looks like a registration receipt. What is needed is the number of the permit itself, which begins with MD.
number-md-imported = ML numbers are for imported food. For your own product the number begins with MD. Please check the permit.
number-halal-length = A halal certificate number is the letters ID and then 14 to 18 digits. Please check the certificate.
number-halal-prefix = A halal certificate number begins with the letters ID. Please check the certificate.
number-halal-kh = This is the number of the halal decision (KH). What is needed is the certificate number, which usually begins with ID.
number-halal-receipt = Thank you. This looks like a registration receipt. What is needed is the number of the halal certificate itself, which begins with ID.
number-merek-length = A trademark number is the letters IDM and then 9 digits. Please check the certificate.
number-merek-prefix = The number of a registered trademark begins with the letters IDM. Please check the certificate.
number-merek-application = This looks like an application number, so the trademark is still in process. Once the certificate is issued, please type the number that begins with IDM.

### Dates as they are typed.

date-over =
    <b>{ $name }</b> with that date is no longer valid, so it cannot be used yet.
    If the date is wrong, please type it again.
    .renew = I will renew it first
date-no-lifetime = This permit always has an end. Please look at the paper again.
date-other-year = The last two digits of a P-IRT number are the year it ends in, and this date is in another year. Please look at the certificate again.
date-empty = Please type the date, for example 14 June 2024.
date-unreadable = We could not read the date yet. Please type it like this: 14 June 2024.
date-no-such-day = That day is not in the calendar. Please check the day and the month.
date-no-such-month = Months go from 1 to 12 only. Please type the day first, then the month, for example 14-6-2024.
date-odd-year = The year does not fit yet. Please type it with four digits, for example 14 June 2024.
date-year-only = Please type the day and the month too, for example 14 June 2024.
date-either = Which date do you mean?
