package protocol SightSentences {
    var whoCanSeeThis: String { get }
    var whoSeesExplanation: String { get }
    var whoSeesOfClient: String { get }
    var nobodySees: String { get }
    var sightBecause: String { get }
    var sightFields: String { get }
    var sightDeeds: String { get }
    var sightCan: String { get }
    var sightPlace: String { get }

    func whoSees(_ record: String) -> String
    func whatSees(_ person: String) -> String
    func agencyRolesSee(_ agency: String, _ roles: String) -> String
}

extension English {
    package var whoCanSeeThis: String { "Who can see this" }
    package var whoSeesExplanation: String {
        "Everybody who can see it today, what lets them, and what they see of it."
    }
    package var whoSeesOfClient: String { "People of the company" }
    package var nobodySees: String { "Nobody at the company can see it today." }
    package var sightBecause: String { "Because" }
    package var sightFields: String { "Sees also" }
    package var sightDeeds: String { "Can" }
    package var sightCan: String { "Can" }
    package var sightPlace: String { "Where" }

    package func whoSees(_ record: String) -> String { "Who can see \(record)" }
    package func whatSees(_ person: String) -> String { "What \(person) can see and do" }
    package func agencyRolesSee(_ agency: String, _ roles: String) -> String {
        roles.isEmpty
            ? "Nobody at \(agency) sees it." : "At \(agency), people with these roles see it: \(roles)."
    }
}
