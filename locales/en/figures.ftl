### Figures of the cycle: one picture, and the same in words.

figures =
    .regions = By region
    .back = ← All figures
figures-title = Figures of { $day }
figures-cycle = Cycle { $name }, papers are accepted until { $day }
figures-stages = Files
figures-stage-registered = Registered
figures-stage-nominated = Participants
figures-stage-claimed = Participants who have joined
figures-stage-sending = Participants who sent papers
figures-stage-owner-done = Owner’s part done
figures-lately = { $count } (+{ $lately } this week)
figures-waits = Participants’ files wait for
figures-waits-owner = The owner
figures-waits-officer = The penyuluh
figures-waits-dinas = The dinas
figures-waits-third-party = Another office
figures-waits-nobody = Nobody, complete
figures-stuck = Need help: { $count ->
    [1] 1 file
   *[other] { $count } files
    }
figures-stuck-none = No file is stuck
figures-stuck-rest = other reasons
figures-desks = Desk seats that are booked
figures-desk = { $title }, { $day }
figures-of = { $count } of { $all }
figures-regions-title = By region, { $day }
figures-regions-about = Participants whose part is done
figures-regions = Regions
figures-region = { $done } of { $nominated }, { $sending } sent papers
figures-words-title = <b>{ $title }</b>
figures-words = { $text }
figures-words-bar = { $label }: { $note }
figures-none = No cycle is open yet, so there are no figures.
figures-regions-none = There are no participants yet.
