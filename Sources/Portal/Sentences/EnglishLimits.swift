import Staffing

extension English {
    package var ofLimits: any LimitWords { EnglishLimits() }
}

struct EnglishLimits: LimitWords {
    let waitsForSecond = "Waits for a second approval"
    let overLimit = "over the approval limit"
    let limitTitle = "Limit on approving alone"
    let limitHint = """
        Leave it empty for no limit. Above it, this person's approval is the first of two: the timesheet \
        then waits for somebody whose limit allows it.
        """
    let hoursLimit = "Hours on a timesheet"
    let hoursUnclear = "Enter hours, such as 40 or 37.5"
    let amountUnclear = "Enter an amount, such as 2500 or 2500.00"
    let impossible = "The limit is more than a timesheet can have. Leave it empty for no limit."
    let takeFirstBack = "You can take it back until a second person has approved."
    let nobodyUnlimited = "Nobody approves without a limit"
    let nobodyUnlimitedHint = """
        A timesheet above everybody's limit waits until somebody without a limit, or with a higher one, can \
        approve there.
        """

    func alone(minutes: Int?, amount: String?) -> String {
        let parts = [
            minutes.map { EnglishTimesheets().hours($0) }, amount.map { $0.isEmpty ? "a set amount" : $0 },
        ].compactMap(\.self)
        return "alone up to \(parts.joined(separator: " and ")) a timesheet"
    }

    func over(hours minutes: Int) -> String { "over \(EnglishTimesheets().hours(minutes))" }
    func over(amount: String) -> String { "over \(amount)" }

    func begun(by name: String, over: String, waitsFor others: [String]) -> String {
        let next = others.isEmpty ? "nobody can give the second approval yet" : "waits for \(either(others))"
        return "Approved by \(name), \(next): \(over)"
    }

    func needsSecond(_ limit: String) -> String {
        "This is \(limit). Your approval is the first of two: a second person must approve it too."
    }

    func yoursCompletes(_ name: String, over: String) -> String {
        "\(name) approved it. It is \(over), so it needs a second approval."
    }

    func amountLimit(_ currency: String) -> String { "Amount on a timesheet (\(currency))" }

    func begunNow(_ sheets: Int) -> String {
        sheets == 1 ? "1 waits for a second approval" : "\(sheets) wait for a second approval"
    }

    func approvedNow(_ sheets: Int, _ time: String, begun: Int) -> String {
        sheets == 0 ? begunNow(begun) : "\(sheets) approved, \(time); \(begunNow(begun))"
    }

    func notYoursToComplete(_ sheets: Int) -> String {
        "\(sheets == 1 ? "1 waits" : "\(sheets) wait") for a second approval that is not yours to give."
    }

    func unlimited(_ names: [String]) -> String {
        if names.isEmpty { return "Today nobody else approves without a limit." }
        let who = names.count > Self.mostNames ? "\(names.count) others" : listed(names)
        return "Today \(who) \(names.count == 1 ? "approves" : "approve") without a limit."
    }

    func nobodyUnlimited(at worksites: [String]) -> String {
        "Nobody approves without a limit at \(listed(worksites)) today"
    }

    private static let mostNames = 3

    private func either(_ names: [String]) -> String {
        guard names.count <= Self.mostNames else { return "a second approval" }
        guard let last = names.last, names.count > 1 else { return names.first ?? "" }
        return names.dropLast().joined(separator: ", ") + " or " + last
    }

    private func listed(_ names: [String]) -> String {
        guard let last = names.last, names.count > 1 else { return names.first ?? "" }
        return names.dropLast().joined(separator: ", ") + " and " + last
    }
}
