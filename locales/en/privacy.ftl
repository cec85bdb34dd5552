### My data: seeing it, correcting it, withdrawing consent.

data =
    <b>Your data</b>
    { $lines }
    .rename = Change my name
    .business = Change the business name
    .region = Change the region
    .commodity = Change the product
    .withdraw = Withdraw consent
data-name = Name: { $name }
data-business = Business: { $name }
data-region = Region: { $name }
data-commodity = Product: { $name }
data-consent = Consent: version { $version }, since { $since }
data-none = not given yet

withdraw-ask =
    If you withdraw consent, we close your file to the penyuluh and the staff at once.
    You may agree again at any time. Withdraw consent?
    .yes = Yes, withdraw consent
    .no = Not now
withdrawn =
    Your consent is withdrawn and your file is closed. Thank you for telling us.
    If you would like to go on, press the button below.
