import Formats
import Staffing

/// How limits on approval look on a page. An amount is made of rates, so it is told to who may see those.
extension ApprovalLimit {
    /// What somebody may approve alone.
    func words(_ visit: Visit, _ currency: Currency) -> String {
        let sum = amount.map {
            visit.showsRates ? Money(minorUnits: $0, currency).text(visit.say.formats) : ""
        }
        return visit.say.ofLimits.alone(minutes: minutes, amount: sum)
    }

    /// Which part of it a sheet is over.
    func exceeded(by size: SheetSize, _ visit: Visit, _ currency: Currency) -> String {
        let words = visit.say.ofLimits
        if isOverHours(size), let minutes { return words.over(hours: minutes) }
        guard visit.showsRates, let amount else { return words.overLimit }
        return words.over(amount: Money(minorUnits: amount, currency).text(visit.say.formats))
    }
}

extension Visit {
    /// Whether amounts that say something about everybody's rates are told.
    var showsRates: Bool { may(.seeBillRates, at: .tenant) }
}
