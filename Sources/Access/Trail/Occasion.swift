package import Staffing

/// What a line of the trail is about, besides the request that it stands for.
package enum Occasion: Hashable, Sendable {
    /// A page or a form, and nothing more.
    case page
    /// The page showed what is guarded, or said who may come in.
    case sensitive
    case signedIn
    /// Somebody was not let in. Where an account is named, it is the one whose address was typed.
    case signInFailed
    /// Somebody was invited; the path is the new person's.
    case invited
    /// The agency began to look as somebody.
    case viewBegan(as: Seen, reason: String)
    case viewed(as: Seen)
    case viewEnded(as: Seen)
    /// Timesheets were approved together, so many.
    case approvedTogether(Int)

    /// The person whose eyes were borrowed, by the name of that day.
    package struct Seen: Hashable, Sendable {
        package let contact: ContactID
        package let name: String

        package init(contact: ContactID, name: String) {
            self.contact = contact
            self.name = name
        }
    }

    package var seen: Seen? {
        switch self {
        case .viewBegan(let seen, _), .viewed(let seen), .viewEnded(let seen): seen
        case .page, .sensitive, .signedIn, .signInFailed, .invited, .approvedTogether: nil
        }
    }

    func cut(_ cut: (String) -> String) -> Occasion {
        func short(_ seen: Seen) -> Seen { Seen(contact: seen.contact, name: cut(seen.name)) }
        return switch self {
        case .viewBegan(let seen, let reason): .viewBegan(as: short(seen), reason: cut(reason))
        case .viewed(let seen): .viewed(as: short(seen))
        case .viewEnded(let seen): .viewEnded(as: short(seen))
        case .page, .sensitive, .signedIn, .signInFailed, .invited, .approvedTogether: self
        }
    }
}
