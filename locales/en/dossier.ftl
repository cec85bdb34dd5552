### Words for the state of a file, used on several screens.

commodity-makanan_minuman = Food and drink
commodity-kain_tenun = Woven cloth
commodity-kain_batik = Batik cloth
commodity-anyaman = Wickerwork
commodity-gerabah = Pottery

value-number = Number: { $number }
value-issued = Issued: { $day }
value-expires = Valid until: { $day }
value-other-name = Name on the document: { $name }
value-name-ruling = Same person: { $ground }
value-paragraph = { $paragraph }
value-left = for the penyuluh to fill in
value-lifetime = lifetime

told-blurred = The photo is still blurred, so the writing cannot be read yet.
    .tip = Put it in a bright place, hold the phone with both hands, and take the photo from above.
told-cut-off = The photo is cut off, so part of the document does not show.
    .tip = Move back a little, so that all four corners fit in.
told-expired = The document is no longer valid.
    .tip = If there is a new one, please send that.
told-names-differ = The name on this document differs from the name on the KTP.
    .tip = Please check whether this is the right document.
told-wrong-paper = This looks like another document.
    .tip = Please send the document we asked for.
told-number-invalid = The number on this document is not right yet.
    .tip = Please send a photo that shows the whole number.
told-incomplete = The text is not complete yet.
    .tip = Please complete the answers; everyday sentences are enough.
told-no-figures = The figures or the place are not named yet.
    .tip = Please add the figures or the name of the place, for example 20 kg a week in Payakumbuh.
told-not-matching = The text does not match the other documents yet.
    .tip = Please make it agree with the documents already sent.
told-other = { $words }
    .tip = If anything is unclear, your penyuluh is happy to help.
value-place = Place on the map: { $place }
