import Formats
import Portal
import Staffing
import Tenancy
import TimeRules

/// `countersign rules`: the rule packs of overtime, which worksite has which, and what a pack would change.
enum RulesCommand {
    static let grammar = Arguments.Grammar.common.adding(
        values: ["tenant", "worksite"], flags: ["json"], operands: 1...2)

    static func run(_ arguments: Arguments) async throws(Complaint) {
        switch (arguments.operands[0], arguments.operands.dropFirst().first) {
        case ("list", nil): list(arguments.has("json"))
        case ("show", let name?): try show(name, arguments.has("json"))
        case ("choose", let name?): try await choose(name, arguments)
        case ("preview", let name?): try await preview(name, arguments)
        default:
            throw .usage(
                "rules takes list, show PACK, choose PACK or preview PACK.", next: "countersign rules --help")
        }
    }

    private static func list(_ asJSON: Bool) {
        for pack in RulePacks.current {
            Console.print(asJSON ? PackText.json(pack) : "\(pack.id)\t\(pack.version)\t\(pack.name)")
        }
    }

    private static func show(_ name: String, _ asJSON: Bool) throws(Complaint) {
        let pack = try pack(name)
        Console.print(asJSON ? PackText.json(pack) : PackText.lines(pack).joined(separator: "\n"))
    }

    static func pack(_ name: String) throws(Complaint) -> RulePack {
        guard let pack = RulePacks.current.first(where: { $0.id == name }) else {
            throw Complaint(
                "There are no rules “\(name)”.", next: "countersign rules list names those there are.")
        }
        return pack
    }

    private static func choose(_ name: String, _ arguments: Arguments) async throws(Complaint) {
        let chosen = name == "none" ? nil : try pack(name).id
        try await atWorksite(arguments) { (tenant, worksite, installation) async throws(Complaint) in
            do throws(Turned<SetupRefusal>) {
                try await tenant.perform(.chooseOvertimeRules(worksite.id, pack: chosen), for: .system)
            } catch {
                throw installation.complaint(error, "The rules of \(worksite.code) were not changed.") {
                    "\($0)"
                }
            }
        }
    }

    private static func preview(_ name: String, _ arguments: Arguments) async throws(Complaint) {
        let pack = try pack(name)
        try await atWorksite(arguments) { (tenant, worksite, installation) async throws(Complaint) in
            let state = await tenant.state
            guard let zone = installation.services.zones(worksite.timeZone) else {
                throw Complaint(
                    "There is no time zone “\(worksite.timeZone)”.", why: "tzdata has no such name.")
            }
            let preview = RulesPreview(pack, at: worksite, in: zone, state)
            for line in preview.lines { Console.print(line) }
            Console.tell(preview.summary)
        }
    }

    private static func atWorksite(
        _ arguments: Arguments,
        _ body: @Sendable (Tenant, Worksite, Installation) async throws(Complaint) -> Void
    ) async throws(Complaint) {
        let settings = try ServerSettings(arguments)
        let slug = try arguments.required("tenant")
        let code = try arguments.required("worksite")
        try await withInstallation(settings) { (installation) async throws(Complaint) in
            let tenant = try await installation.tenant(slug)
            guard let worksite = await tenant.state.worksite(code: code) else {
                throw Complaint(
                    "\(slug) has no worksite “\(code)”.", next: "Use the code of its file of worksites.")
            }
            try await body(tenant, worksite, installation)
        }
    }
}

/// A pack as text, for people and for programs.
enum PackText {
    static func lines(_ pack: RulePack) -> [String] {
        var lines = ["\(pack.name) (\(pack.id)), version \(pack.version), for weeks from \(day(pack.from))"]
        for (number, rules) in pack.overtime.enumerated() {
            if pack.overtime.count > 1 {
                lines.append("calculation \(number + 1) of \(pack.overtime.count):")
            }
            lines += rules.map { "  \($0.id): \($0.type), \(text($0.condition)); \($0.source)" }
        }
        if let meal = pack.meal { lines.append("  \(meal.id): \(text(meal)); \(meal.source)") }
        if let rest = pack.rest { lines.append("  \(rest.id): \(text(rest)); \(rest.source)") }
        lines += pack.notes.map { "  note: \($0)" }
        return lines + ["  checked against \(pack.checkedAgainst)"]
    }

    static func json(_ pack: RulePack) -> String {
        let bytes = JSONWriter.object { json in
            json.field("id", pack.id)
            json.field("name", pack.name)
            json.field("version", pack.version)
            json.field("from", day(pack.from))
            json.array("overtime") { list in
                for (number, rules) in pack.overtime.enumerated() {
                    for rule in rules {
                        list.object { json in
                            json.field("calculation", number + 1)
                            json.field("rule", rule.id)
                            json.field("type", "\(rule.type)")
                            json.field("condition", text(rule.condition))
                            json.field("source", rule.source)
                        }
                    }
                }
            }
            json.array("breaks") { list in
                if let meal = pack.meal { breakRule(meal.id, text(meal), meal.source, &list) }
                if let rest = pack.rest { breakRule(rest.id, text(rest), rest.source, &list) }
            }
            json.array("notes") { list in list.elements(pack.notes) }
            json.field("checkedAgainst", pack.checkedAgainst)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func breakRule(
        _ rule: String, _ due: String, _ source: String, _ list: inout JSONArrayWriter
    ) {
        list.object { json in
            json.field("rule", rule)
            json.field("due", due)
            json.field("source", source)
        }
    }

    private static func text(_ condition: OvertimeRule.Condition) -> String {
        switch condition {
        case .day(let over): "over \(hours(over)) a day"
        case .shift(let over): "over \(hours(over)) in a row"
        case .week(let over): "over \(hours(over)) a week"
        case .seventhDay(let over, let weekOver):
            "over \(hours(over)) on the seventh day of work in a week"
                + (weekOver > 0 ? " of more than \(hours(weekOver))" : "")
        }
    }

    private static func text(_ meal: MealRule) -> String {
        let due =
            switch meal.due {
            case .fifthAndTenthHour: "within 5 h of a longer shift, and within 10"
            case .beyond(let minutes): "before more than \(hours(minutes)) in a row"
            case .reaching(let minutes): "before \(hours(minutes)) in a row"
            }
        return "\(meal.breakMinutes) min " + due
    }

    private static func text(_ rest: RestRule) -> String {
        "one more in shifts from " + rest.dueFrom.map { "\($0) min" }.joined(separator: ", ")
    }

    private static func hours(_ minutes: Int) -> String { "\(minutes / 60) h" }
    static func day(_ day: Day) -> String { CivilDate(days: day.number).iso }
}
