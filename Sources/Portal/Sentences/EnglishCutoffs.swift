import Staffing

extension English {
    package var ofCutoffs: any CutoffWords { EnglishCutoffs() }
}

struct EnglishCutoffs: CutoffWords {
    static let helpTopic = HelpTopic(
        question: "By when must hours be approved, and who is reminded?",
        answer: """
            Above the timesheets stands the deadline, on the clocks of the worksite; on a holiday there it \
            waits for the next working day. Approvers get at most one mail a day while something waits and \
            the deadline is near, then whoever stands in, then a contact that the agency has entered, all in \
            working hours. Opening the link in a mail approves nothing.
            """)

    func dueBy(_ moment: String, at worksites: [String], own: String?) -> String {
        "Due by \(moment)" + (own.map { " (\($0))" } ?? "") + ": " + worksites.joined(separator: ", ")
    }

    func nothingWaits(until moment: String, at worksites: [String]) -> String {
        "The next deadline is \(moment) (\(worksites.joined(separator: ", ")))."
    }

    let willBeMissed = "A deadline will be missed: nobody is there to approve"
    let coverageHint = "Whoever you choose can approve there from today through the deadline, and not longer."
    let chooseApprover = "Who approves?"
    let letApprove = "Let them approve"
    let nobodyToChoose = "Invite somebody first: nobody else of your company has signed in yet."
    let covered = "Done. They see the hours there at once."

    func gap(at worksite: String, by moment: String) -> String { "\(worksite), by \(moment)" }

    func absence(_ name: String, _ why: CoverageGap.Why, _ day: (Day) -> String) -> String {
        switch why {
        case .away(let through): "\(name) is away" + (through.map { " until \(day($0))" } ?? "") + "."
        case .ended(let last): "\(name) may approve only until \(day(last))."
        case .begins(let first): "\(name) may approve only from \(day(first)) on."
        case .notJoined: "\(name) was invited and has not signed in yet."
        }
    }

    let digests = "Mails about hours that wait"
    let digestsHint = """
        At most one a day, and only while something waits for you and its deadline is near. The last one \
        before a deadline comes in any case.
        """
    let digestsDaily = "Once a day"
    let digestsOff = "Only the last one"
    let save = "Save"
    let digestsSaved = "Saved."

    func digestMail(_ digest: DigestWords) -> DigestMailWords {
        let reason =
            switch digest.rung {
            case .approver: "these hours wait for you at \(digest.company):"
            case .standIn:
                "these hours still wait at \(digest.company), and you can decide about them:"
            case .escalation:
                "these hours still wait at \(digest.company), and neither the approvers nor their stand-ins "
                    + "have decided:"
            }
        return DigestMailWords(
            subject: "Hours to approve by \(digest.moment)",
            paragraphs: ["Hello \(digest.name),", reason] + digest.lines + [
                digest.link,
                "The link shows this summary to whoever has it, for three days. Nothing is approved by "
                    + "opening it: you decide after signing in.",
                "How often we write is yours to choose under “Mails about hours that wait” in your account.",
            ])
    }

    func digestLine(_ worksite: String, count: Int, hours: String, clean: Int, unusual: Int) -> String {
        let sheets = count == 1 ? "1 timesheet" : "\(count) timesheets"
        let parts = [
            clean > 0 ? "\(clean) as scheduled" : nil, unusual > 0 ? "\(unusual) to look at" : nil,
        ].compactMap(\.self)
        return "\(worksite): \(sheets), \(hours) (\(parts.joined(separator: ", ")))"
    }

    func due(_ moment: String) -> String { "Due by \(moment)" }
    let digestTitle = "Hours that wait for you"
    let digestNote = "This is what the mail said. Nothing is approved here: you decide after signing in."
    let digestIsOver = "This link has ended"
    let digestIsOverHint = "It may be older than three days. Sign in to see what waits for you now."
    let nothingLeft = "Nothing of it waits any more."
    let openTimesheets = "See the timesheets and decide"
}
