import HTTP
import Staffing

/// Which lines somebody wants to see: all of it stands in the address. What cannot be read narrows nothing.
struct LogFilter: Sendable {
    /// A person of the client, or everybody of the agency.
    enum Who: Hashable, Sendable {
        case contact(ContactID)
        case agency

        static let agencyText = "agency"

        init?(_ text: String) {
            if text == Self.agencyText {
                self = .agency
            } else if let id = ContactID(pathText: text) {
                self = .contact(id)
            } else {
                return nil
            }
        }

        var text: String {
            switch self {
            case .contact(let id): id.pathText
            case .agency: Self.agencyText
            }
        }
    }

    let who: Who?
    let kind: LogDeed.Kind?
    let from: Day?
    let through: Day?

    init(_ query: Query) {
        who = query["person"].flatMap(Who.init)
        kind = query["kind"].flatMap(LogDeed.Kind.init)
        from = query["from"].flatMap(Day.init(iso:))
        through = query["through"].flatMap(Day.init(iso:))
    }

    func takes(_ line: LogLine, _ clock: LocalClock) -> Bool {
        let isTheirs =
            switch who {
            case nil: true
            case .agency: line.isAgency
            case .contact(let id): line.person == .contact(id)
            }
        guard isTheirs, kind == nil || line.deed.kind == kind else { return false }
        if from == nil, through == nil { return true }
        let day = clock.day(line.at)
        return (from.map { $0 <= day } ?? true) && (through.map { day <= $0 } ?? true)
    }

    func narrowed(_ address: Address) -> Address {
        address.filtered("person", who?.text ?? "").filtered("kind", kind?.rawValue ?? "")
            .filtered("from", from?.iso ?? "").filtered("through", through?.iso ?? "")
    }
}
