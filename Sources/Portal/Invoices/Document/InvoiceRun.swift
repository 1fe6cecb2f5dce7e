package import Journal
package import Staffing
package import Tenancy

/// Issues whatever is approved and not invoiced: renders each file, keeps it, and only then records it.
package enum InvoiceRun {
    /// Invoices that one run issues; the next run goes on where it ended.
    package static let most = 200

    package struct Outcome: Sendable {
        package var issued: [Invoice] = []
        /// What changed while its file was made, or could not be laid out. Nothing of it was recorded.
        package var leftOut: [InvoiceBundle] = []
        /// How many invoices could be issued by a further run.
        package var remaining = 0
        /// Why the run ended early, if it did.
        package var failure: StoreFailure?

        package var total: Money? {
            guard let first = issued.first else { return nil }
            return issued.dropFirst().reduce(first.total) { $0 + $1.total }
        }
    }

    /// Invoices up to and with the week that begins on `last`. Returns when every invoice that it names is
    /// durable.
    package static func issue(
        through last: Day, in tenant: Tenant, for caller: Caller, with press: InvoicePress,
        most: Int = InvoiceRun.most
    ) async throws(InvoiceRefusal) -> Outcome {
        var outcome = Outcome()
        var plan = try await plan(through: last, [], tenant, caller, press)
        while outcome.issued.count + outcome.leftOut.count < most, let document = plan.first {
            do throws(Stop) {
                outcome.issued.append(try await issue(document, tenant, caller, press))
                plan.removeFirst()
            } catch {
                switch error {
                case .failed(let failure):
                    outcome.failure = failure
                    outcome.remaining = plan.count
                    return await confirmed(outcome, tenant)
                case .refused(let refusal) where refusal != .changedSinceDraft: throw refusal
                case .refused, .tooLarge:
                    outcome.leftOut.append(document.draft.bundle)
                    plan = try await self.plan(through: last, outcome.leftOut, tenant, caller, press)
                }
            }
        }
        outcome.remaining = plan.count
        return await confirmed(outcome, tenant)
    }

    private enum Stop: Error {
        case refused(InvoiceRefusal)
        case tooLarge
        case failed(StoreFailure)
    }

    private static func plan(
        through last: Day, _ leftOut: [InvoiceBundle], _ tenant: Tenant, _ caller: Caller,
        _ press: InvoicePress
    ) async throws(InvoiceRefusal) -> ArraySlice<InvoiceDocument> {
        try await tenant.run { tenant throws(InvoiceRefusal) in
            let context = tenant.context(for: caller)
            let state = tenant.state
            let drafts = try InvoiceRules.drafts(
                through: last, leavingOut: Set(leftOut), state, context)
            let accent = tenant.world.branding.branding(of: tenant.id).branding.accent
            return drafts.map {
                InvoiceDocument($0, state, agencyName: press.agencyName, accent: accent)
            }[...]
        }
    }

    /// The document is durable before the event that names it.
    private static func issue(
        _ document: InvoiceDocument, _ tenant: Tenant, _ caller: Caller, _ press: InvoicePress
    ) async throws(Stop) -> Invoice {
        let file: Fingerprint
        do throws(InvoicePress.Failure) {
            file = try await press.print(document, into: tenant.documents)
        } catch {
            switch error {
            case .notRendered: throw .tooLarge
            case .notKept(let failure): throw .failed(failure)
            }
        }
        do throws(Turned<InvoiceRefusal>) {
            let events = try await tenant.perform(.issue(document.draft, file: file), for: caller)
            guard case .issued(let invoice) = events.first else { throw .refused(.changedSinceDraft) }
            return invoice
        } catch {
            switch error {
            case .refused(let refusal): throw .refused(refusal)
            case .notRecorded(let failure): throw .failed(failure)
            }
        }
    }

    /// Nothing is reported as issued that is not on disk.
    private static func confirmed(_ outcome: Outcome, _ tenant: Tenant) async -> Outcome {
        var outcome = outcome
        do throws(StoreFailure) {
            try await tenant.untilDurable()
        } catch {
            outcome.failure = error
            outcome.issued = []
        }
        return outcome
    }
}
