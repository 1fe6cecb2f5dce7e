import Access
import Crypto
import Formats
import Journal
import Portal
import Staffing
import Tenancy

/// One entry of a journal, as far as a person wants to know.
struct JournalLine {
    let number: UInt64
    let moment: Moment
    var person = ""
    var name = ""
    var request: UInt64 = 0
    var events: [(name: String, facts: [EventFact])] = []
    /// Why the entry says nothing to this program.
    var trouble: String?

    init(_ entry: Entry, of shown: ShownStore) {
        number = entry.sequence
        moment = Moment(microseconds: entry.moment)
        do throws(Damaged) {
            switch shown {
            case .tenant:
                let step = try StoredStep<TenantEvent>(from: entry.payload)
                take(step) { $0.facts }
            case .agency:
                let step = try StoredStep<AgencyEvent>(from: entry.payload)
                take(step) { $0.facts }
            }
        } catch {
            trouble = error.description
        }
    }

    private mutating func take<Event>(_ step: StoredStep<Event>, _ facts: (Event) -> [EventFact]) {
        guard let first = step.events.first else { return }
        person = first.by.text
        name = first.name
        request = first.request
        events = step.events.map { ($0.event.storedName, facts($0.event)) }
    }
}

extension Viewer.Person {
    fileprivate var text: String {
        switch self {
        case .contact(let id): "contact \(id.pathText)"
        case .staff(let id): "staff \(id.pathText)"
        case .worker(let id): "worker \(id.pathText)"
        case .system: "system"
        case .nobody: "nobody"
        }
    }
}

/// How the journal is printed: lines for people, or one JSON object a line for programs.
enum JournalForm {
    case text, json

    func text(_ line: JournalLine) -> String {
        switch self {
        case .text: lines(line)
        case .json: String(decoding: object(line), as: UTF8.self)
        }
    }

    private func lines(_ line: JournalLine) -> String {
        let request = line.request == 0 ? "" : ", request \(line.request)"
        let head = "\(line.number)  \(line.moment.iso)  "
        if let trouble = line.trouble { return head + "CANNOT BE READ: \(trouble)" }
        let events = line.events.map { event in
            "    " + ([event.name] + event.facts.map { "\($0.name) \($0.text)" }).joined(separator: ", ")
        }
        let name = Self.plain(line.name)
        return ([head + "\(name) (\(line.person))\(request)"] + events).joined(separator: "\n")
    }

    /// What people wrote stands on one line and cannot steer the terminal.
    static func plain(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { $0.properties.isControl ? " " : $0 }))
    }

    private func object(_ line: JournalLine) -> [UInt8] {
        JSONWriter.object { json in
            json.field("entry", Int64(clamping: line.number))
            json.field("at", line.moment.iso)
            if let trouble = line.trouble { return json.field("cannotBeRead", trouble) }
            json.field("person", line.person)
            json.field("name", line.name)
            json.field("request", String(line.request))
            json.array("events") { events in
                for event in line.events {
                    events.object { json in
                        json.field("event", event.name)
                        for fact in event.facts { json.field(fact.name, fact.value) }
                    }
                }
            }
        }
    }

    /// What the whole journal amounts to.
    func text(_ store: String, _ report: VerifyReport) -> String {
        switch self {
        case .text:
            let sound = report.isSound ? "sound" : "NOT SOUND"
            let tail = report.hasUnfinishedWrite ? ", an unfinished write at the end" : ""
            return "\(store): \(sound), \(report.entries) entries, head \(report.head.hex)\(tail)"
        case .json:
            let object = JSONWriter.object { json in
                json.field("store", store)
                json.field("sound", report.isSound)
                json.field("entries", Int64(clamping: report.entries))
                json.field("head", report.head.hex)
                json.field("unfinishedWrite", report.hasUnfinishedWrite)
                json.array("findings") { $0.elements(report.findings.map(\.explanation)) }
            }
            return String(decoding: object, as: UTF8.self)
        }
    }
}

extension Unicode.Scalar.Properties {
    fileprivate var isControl: Bool { generalCategory == .control || generalCategory == .format }
}
