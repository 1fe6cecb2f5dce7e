/// A week of an assignment of which somebody said that no hours come: nothing was worked, or nothing is
/// needed. Hours that come all the same take its place.
package struct IdleWeek: Hashable, Sendable {
    package let key: WorkedWeek
    package let kind: Kind
    package let reason: Reason
    package let words: String
    package let by: Viewer.Person
    /// The name at that time.
    package let name: String
    package let at: Moment

    package enum Kind: String, CaseIterable, Sendable {
        /// Somebody attests that nothing was worked.
        case zeroAttested = "zero"
        /// The agency says that no sheet is needed.
        case notNeeded = "not-needed"
    }

    package enum Reason: String, CaseIterable, Sendable {
        case noWork = "no-work"
        case away
        case holiday
        case ended
        case other

        /// Which reasons can be given for what.
        package static func all(for kind: Kind) -> [Reason] {
            switch kind {
            case .zeroAttested: [.noWork, .away, .holiday, .other]
            case .notNeeded: [.ended, .holiday, .other]
            }
        }
    }

    package init(
        _ key: WorkedWeek, _ kind: Kind, _ reason: Reason, words: String, by: Viewer.Person, name: String,
        at: Moment
    ) {
        self.key = key
        self.kind = kind
        self.reason = reason
        self.words = words
        self.by = by
        self.name = name
        self.at = at
    }
}

/// What a worker said of hours when they sent them: by which words, and on which days a break was missed.
package struct Attestation: Hashable, Sendable {
    /// Of the text that stood at the box. A text that was once attested is never changed.
    package let version: Int
    /// Days on which they say that they missed a paid rest.
    package let restsMissed: [Day]
    package let at: Moment

    package static let currentVersion = 1

    package init(version: Int, restsMissed: [Day], at: Moment) {
        self.version = version
        self.restsMissed = restsMissed
        self.at = at
    }
}

/// What a worker has typed and not sent: the fields of the form as they stand, right or wrong.
package struct HoursDraft: Hashable, Sendable {
    package let fields: [Field]

    package static let mostFields = 80
    package static let longestValue = 2_000

    package struct Field: Hashable, Sendable {
        package let name: String
        package let value: String

        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    package init(_ fields: [Field]) { self.fields = fields }
}

/// A personal link, as the client's records know it. What opens it lies in the store of keys.
package struct WorkerLink: Hashable, Sendable {
    package let worker: WorkerID
    /// Nothing where it was shown to whoever made it.
    package let sentTo: EmailAddress?
    package let expires: Moment
    /// Who made it, by the name of that time.
    package let by: String
    package let at: Moment

    package init(
        _ worker: WorkerID, sentTo: EmailAddress?, expires: Moment, by: String, at: Moment
    ) {
        self.worker = worker
        self.sentTo = sentTo
        self.expires = expires
        self.by = by
        self.at = at
    }
}
