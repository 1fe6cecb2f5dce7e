package import Journal
package import Staffing
package import Tenancy

/// Why an import did not happen.
package enum IntakeRefusal: Error, Equatable, Sendable {
    case mapping(MappingRefusal)
    case file(FileRefusal)
    /// Some sheets may have been recorded; importing the same file again completes it.
    case notRecorded(StoreFailure)
}

/// Performs an import of hours, for pages, the command line and the demo alike.
package enum IntakeRun {
    /// So many sheets are decided in one step, which takes a few milliseconds at most: meanwhile everybody
    /// waits who is served by the same loop.
    package static let sheetsPerStep = 50

    /// Reads a file and asks the client's records to receive its sheets. The same file again changes nothing.
    /// `week`: the first day of the client's workweek that the file is for.
    /// `dryRun`: decides everything and records nothing.
    package static func importTimesheets(
        file: [UInt8], mapping: [UInt8], week: Day, into tenant: Tenant, as caller: Caller, dryRun: Bool,
        zones: @escaping ZoneFinder
    ) async throws(IntakeRefusal) -> IntakeReport {
        let intake = try await read(file, mapping, week, tenant, zones)
        var outcomes: [SheetOutcome] = []
        let commands = intake.commands
        for start in stride(from: 0, to: commands.count, by: sheetsPerStep) {
            let step = Array(commands[start..<min(start + sheetsPerStep, commands.count)])
            do throws(StoreFailure) {
                outcomes += try await tenant.run { (tenant) throws(StoreFailure) in
                    var outcomes: [SheetOutcome] = []
                    for command in step {
                        outcomes.append(try settle(command, tenant, caller, dryRun))
                    }
                    return outcomes
                }
                if !dryRun { try await tenant.untilDurable() }
            } catch {
                throw .notRecorded(error)
            }
        }
        return IntakeReport(intake, outcomes, isDryRun: dryRun)
    }

    private static func read(
        _ file: [UInt8], _ mapping: [UInt8], _ week: Day, _ tenant: Tenant, _ zones: @escaping ZoneFinder
    ) async throws(IntakeRefusal) -> Intake {
        let parsed: HoursMapping
        do throws(MappingRefusal) { parsed = try HoursMapping(mapping) } catch { throw .mapping(error) }
        let state = await tenant.state
        do throws(FileRefusal) {
            return try Intake(file, mapping: parsed, week: week, state: state, zones: zones)
        } catch {
            throw .file(error)
        }
    }

    private static func settle(
        _ command: TimesheetCommand, _ tenant: isolated Tenant, _ caller: Caller, _ dryRun: Bool
    ) throws(StoreFailure) -> SheetOutcome {
        var before: Timesheet?
        if case .receive(let assignment, let week, _, _) = command {
            before = tenant.state.timesheet(of: assignment, week: week)
        }
        let events: [TimesheetEvent]
        do throws(Turned<TimesheetRefusal>) {
            events =
                dryRun
                ? try decide(command, tenant, caller) : try tenant.perform(command, for: caller)
        } catch {
            switch error {
            case .refused(let reason): return .refused(reason)
            case .notRecorded(let failure): throw failure
            }
        }
        guard !events.isEmpty else { return .unchanged }
        return before.map { .changed(fromMinutes: $0.hours.total) } ?? .new
    }

    private static func decide(
        _ command: TimesheetCommand, _ tenant: isolated Tenant, _ caller: Caller
    ) throws(Turned<TimesheetRefusal>) -> [TimesheetEvent] {
        do throws(TimesheetRefusal) {
            return try TimesheetRules.decide(command, tenant.state, tenant.context(for: caller))
        } catch {
            throw .refused(error)
        }
    }
}
