import Crypto
import Formats
import Journal
import Portal
import Staffing
import Tenancy

/// What happens at the demonstration agency, week by week.
struct DemoStory {
    let installation: Installation
    let clock: SeedClock

    private var services: Services { installation.services }

    func takeOverAgencyFiles() async throws(Complaint) {
        try await installation.takeOver { (name) throws(Complaint) in
            try installation.resources.read("demo/" + name)
        }
    }

    /// The hours of the week that begins on or, at clients whose week begins on Sunday, a day before
    /// `monday`.
    func importHours(of monday: Day) async throws(Complaint) {
        clock.set(monday.adding(days: 7))
        for id in services.tenants.all {
            let tenant = try await installation.tenant(id.slug)
            let week = monday.startOfWeek(startingOn: await tenant.state.client.workweekStart)
            let name = "\(id.slug)-\(CivilDate(days: week.number).iso)"
            let file = try installation.resources.read("demo/hours/\(name).csv")
            let mapping = try installation.resources.read("demo/mappings/\(id.slug).mapping")
            do throws(IntakeRefusal) {
                _ = try await IntakeRun.importTimesheets(
                    file: file, mapping: mapping, week: week, into: tenant, as: .system, dryRun: false,
                    zones: services.zones)
            } catch {
                throw Complaint("The hours \(name).csv were not taken.", why: error.explanation)
            }
        }
    }

    /// Each approver signs off what waits at their worksites; one sheet in forty goes back.
    func approve(_ monday: Day) async throws(Complaint) {
        clock.set(monday.adding(days: 8))
        for id in services.tenants.all {
            let tenant = try await installation.tenant(id.slug)
            await tenant.run { tenant in
                let approvers = tenant.state.contacts.values.sorted { $0.email.text < $1.email.text }
                for worksite in tenant.state.worksitesByCode {
                    let approver = approvers.map {
                        Viewer.contact($0, under: tenant.world.roles.book)
                    }.first {
                        Policy.may($0, .decideTimesheets, at: .worksite(worksite.id), on: tenant.today)
                            .isAllowed
                    }
                    if let approver { tenant.signOff(worksite.id, as: Caller(viewer: approver, request: 0)) }
                }
            }
            do throws(StoreFailure) { try await tenant.untilDurable() } catch {
                throw installation.folder.complaint(error)
            }
        }
    }

    func invoice(_ monday: Day) async throws(Complaint) {
        clock.set(monday.adding(days: 10))
        let press = InvoicePress(
            agencyName: services.setting.agencyName, fonts: services.fonts, run: services.runBlocking)
        for id in services.tenants.all {
            let tenant = try await installation.tenant(id.slug)
            let outcome: InvoiceRun.Outcome
            do throws(InvoiceRefusal) {
                outcome = try await InvoiceRun.issue(through: monday, in: tenant, for: .system, with: press)
            } catch {
                throw Complaint("No invoices were made for \(id.slug).", why: "\(error)")
            }
            if let failure = outcome.failure { throw installation.folder.complaint(failure) }
        }
    }

    func recordPayments(ofWeeksBefore day: Day) async throws(Complaint) {
        for id in services.tenants.all {
            let tenant = try await installation.tenant(id.slug)
            await tenant.run { tenant in
                for invoice in tenant.state.invoices.values where invoice.week < day {
                    let paid = invoice.issued.adding(days: 18)
                    _ = try? tenant.perform(.recordPayment(invoice.id, on: paid), for: .system)
                }
            }
            do throws(StoreFailure) { try await tenant.untilDurable() } catch {
                throw installation.folder.complaint(error)
            }
        }
    }
}

extension Tenant {
    private static let oneInForty = 40

    private func inOrder(_ left: Timesheet, _ right: Timesheet) -> Bool { state.order(left, before: right) }

    fileprivate func signOff(_ worksite: WorksiteID, as caller: Caller) {
        for (count, sheet) in state.waiting(at: worksite).sorted(by: inOrder).enumerated() {
            let command: TimesheetCommand =
                count % Self.oneInForty == Self.oneInForty - 1
                ? .reject(
                    sheet.id, seen: sheet.fingerprint.short, reason: .wrongHours,
                    words: "Our gate log shows fewer hours on Thursday.")
                : .approve(sheet.id, seen: sheet.fingerprint.short)
            _ = try? perform(command, for: caller)
        }
    }
}
