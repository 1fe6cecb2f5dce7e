import Staffing

@testable import Portal

/// What the requests of the matrix carry besides their path: always what the pages' own forms would send, so
/// that it is permission that decides.
extension MatrixAsk {
    var query: String? {
        switch row.part {
        case "?worksite": "worksite=" + id("worksite")
        case "?sheet": "sheet=" + id("waiting")
        case "?invoice": "invoice=" + id("invoice")
        case "?person": "person=" + id("contact")
        case "?layout": "layout=days"
        case "?people-file": "file=" + id("people-file")
        case "?assignment": "assignment=" + id("assignment")
        case "?assignment-week": "assignment=" + id("assignment") + "&week=" + openWeek
        case "?worker": "worker=" + id("worker")
        case "?file":
            order.map { "\($0.0)=\($0.1)" }.joined(separator: "&") + "&new=0&changed=0&unchanged=0&kept=0"
        default: nil
        }
    }

    var fields: [(String, String)] {
        switch row.host {
        case .client: clientFields
        case .staff: staffFields
        case .landing: []
        }
    }

    private var clientFields: [(String, String)] {
        switch row.pattern + row.part {
        case "/sign-in":
            [("email", "approver-b@\(home.slug).example"), ("password", TestHouse.password), ("next", "")]
        case "/account/password": [("old", TestHouse.password)] + newPassword
        case "/account/language": [("language", "fr")]
        case "/account/proof": [("password", TestHouse.password)]
        case "/account/passkeys": [("name", "Phone")]
        case "/account/passkeys/*/name": [("name", "Phone")]
        case "/invitations/*": newPassword
        case "/timesheets/approvals#sheet": [("scope", "selected"), ("sheet", id("waiting") + "@" + seen)]
        case "/timesheets/approvals#clean-at":
            [("clean-at", id("worksite")), ("clean", id("waiting") + "@" + seen)]
        case "/timesheets/approvals/withdrawal#batch": [("batch", id("batch"))]
        case "/timesheets/*/approval": [("seen", seen)]
        case "/timesheets/*/rejection":
            [("seen", seen), ("reason", RejectionReason.wrongHours.rawValue), ("words", "Seven, not eight.")]
        case "/timesheets/*/comments": [("words", "Is that the late shift?")]
        case "/people#grant": person + [("grant", "viewer:" + id("worksite"))]
        case "/people/*":
            person + [("edition", home["edition", ""]), ("grant", "viewer:" + home["worksite", "A"])]
        case "/people/from-file/invitations#people-file": peopleFile
        case "/people/*#grant":
            person + [("edition", home["edition", ""]), ("grant", "viewer:" + id("worksite"))]
        case "/people/sign-in-rules": demand
        case "/account/delegations", "/people/*/delegations":
            [
                ("delegate", "admin@\(home.slug).example"), ("from", "2026-11-18"),
                ("through", "2026-11-28"), ("scope", "all"),
            ]
        case "/account/digests": [("digests", "off")]
        case "/people/coverage#worksite": [("worksite", id("worksite")), ("person", home["contact", "A"])]
        case "/my-hours/*": ownWeek + [("hours-0", "8"), ("attested", "yes")]
        case "/my-hours/*/draft": ownWeek + [("start-0", "08:00")]
        case "/my-hours/*/none": ownWeek + [("reason", "away"), ("nothing", "yes")]
        case "/branding": [("name", "Harbour"), ("accent", "#0b5cad")]
        case "/people/*/removal#receiver": [("handover", "yes"), ("receiver", id("receiver"))]
        default: []
        }
    }

    private var staffFields: [(String, String)] {
        switch row.pattern + row.part {
        case "/sign-in":
            [("email", "coordinator@agency.example"), ("password", TestHouse.password), ("next", "")]
        case "/account/password": [("old", TestHouse.password)] + newPassword
        case "/account/proof": [("password", TestHouse.password)]
        case "/account/passkeys": [("name", "Phone")]
        case "/account/passkeys/*/name": [("name", "Phone")]
        case "/invitations/*": newPassword
        case "/tenants":
            [
                ("slug", "alder"), ("name", "Alder Ltd"), ("currency", Currency.usd.rawValue),
                ("language", Language.english.rawValue), ("zone", "America/Chicago"), ("workweek", "1"),
                ("prefix", "AL"), ("terms", "30"),
            ]
        case "/roles":
            [("side", "client"), ("title", "Yard lead"), ("permission", "seeTimesheets"), ("given", "yes")]
        case "/roles/*":
            [("edition", home["role-edition", ""]), ("permission", "seeTimesheets"), ("given", "yes")]
        case "/tenants/*/worksites":
            [
                ("code", "C"), ("name", "Dock C"), ("address", "3 Dock Road"), ("zone", "America/Chicago"),
                ("jurisdiction", "US-IL"),
            ]
        case "/tenants/*/sign-in-rules": demand
        case "/tenants/*/overtime-rules#worksite": [("worksite", id("worksite")), ("rules", "US-CA")]
        case "/tenants/*/viewing#person":
            [("person", id("contact")), ("reason", "The approver cannot find last week.")]
        case "/tenants/*/branding": [("name", "Harbour"), ("accent", "#0b5cad")]
        case "/tenants/*/cutoffs": [("weekday", "4"), ("time", "16:30")]
        case "/tenants/*/cutoffs#worksite":
            [("worksite", id("worksite")), ("weekday", "1"), ("time", "09:00"), ("days", "2026-12-24")]
        case "/tenants/*/units": [("kind", "cost-center"), ("code", "4711"), ("name", "Line 1")]
        case "/tenants/*/units/change#unit":
            [("unit", id("unit")), ("name", "Operations"), ("state", "retired")]
        case "/tenants/*/placement#assignment":
            [("assignment", id("assignment")), ("department", home["unit", ""]), ("cost-center", "")]
        case "/tenants/*/hours#assignment": week + [("hours-0", "8")]
        case "/tenants/*/hours/none#assignment": week + [("kind", "zero"), ("reason", "away")]
        case "/tenants/*/hours/reopening#assignment":
            [("assignment", id("assignment")), ("week", home["idle-week", ""])]
        case "/tenants/*/personal-link#worker", "/tenants/*/personal-link/end#worker":
            [("worker", id("worker"))]
        case "/tenants/*/imports/dry-run":
            [("mapping", English().mappingTemplate(.days)), ("week", "2026-11-18")]
        case "/staff":
            [("name", "Nora"), ("email", "nora@agency.example"), ("role", Role.recruiter.rawValue)]
        case "/staff/*":
            [
                ("name", "Nora"), ("edition", home["colleague-edition", ""]),
                ("role", Role.recruiter.rawValue),
            ]
        case "/tenants/*/people/worker#person": [("person", id("contact")), ("worker", "A1")]
        case "/tenants/*/people/from-file/invitations#people-file": peopleFile
        case "/tenants/*/imports#file": order
        case "/tenants/*/invoices": [("through", TestCompany.week.iso)]
        case "/tenants/*/invoices/payment#invoice": [("invoice", id("invoice")), ("paid", "2026-11-18")]
        default: []
        }
    }

    private var openWeek: String { TestCompany.week.adding(days: -14).iso }

    private var week: [(String, String)] { [("assignment", id("assignment")), ("week", openWeek)] }

    /// Of the worker whose link is tried.
    private var ownWeek: [(String, String)] {
        [("assignment", home["assignment", "A"]), ("week", openWeek)]
    }

    private var demand: [(String, String)] { [("demand", SignInDemand.mailedCode.word)] }

    private var peopleFile: [(String, String)] {
        [("file", id("people-file")), ("seen", home["people-seen", ""])]
    }

    private var newPassword: [(String, String)] {
        [("new", PeopleScene.password), ("again", PeopleScene.password)]
    }

    private var person: [(String, String)] {
        [
            ("name", "Ana Ribeiro"), ("email", "ana@elsewhere.example"), ("language", "en"),
            ("from", "2026-11-18"), ("through", ""),
        ]
    }

    private var order: [(String, String)] {
        [("file", id("file")), ("mapping", home["mapping", ""]), ("week", IntakeRunTests.nextWeek.iso)]
    }
}
