import Access
import Crypto
import HTTP
import Journal
import Staffing
import Tenancy

/// Which kept file it is about: what an address or a form carries.
struct InviteOrder: Sendable {
    let file: SHA256Digest

    init(file: SHA256Digest) { self.file = file }

    init(_ fields: Parameters) throws(Problem) {
        guard let file = fields["file"].flatMap(SHA256Digest.init(hex:)) else { throw .missing }
        self.file = file
    }

    func address(_ page: Address) -> Address { page.with("file", file.hex) }

    /// What the file would do now, or why it cannot be read. Thousands of rows are read by a thread that
    /// nobody else waits for.
    func plan(_ desk: InviteDesk) async throws(Problem) -> Result<InvitePlan, InviteFileRefusal> {
        let visit = desk.visit
        let bytes: [UInt8]
        do throws(StoreFailure) {
            bytes = try await visit.services.read(file, of: desk.tenant)
        } catch .missingDocument {
            throw .missing
        } catch {
            throw Problem(error, visit.say)
        }
        let (state, context) = try await basis(desk)
        let linkless = await linkless(state, desk)
        return await blocking(visit.services.runBlocking) {
            do throws(InviteFileRefusal) {
                let file = try InviteFile(bytes)
                let reading = InviteReading(
                    state, file.dates, on: context.today, under: context.roles, visit.say)
                return .success(InvitePlan(file, reading, state, context, linkless: linkless))
            } catch {
                return .failure(error)
            }
        }
    }

    /// The records, and who asks with what they hold now.
    private func basis(_ desk: InviteDesk) async throws(Problem) -> (TenantState, Context) {
        let caller = try await desk.caller()
        return await desk.tenant.run { ($0.state, $0.context(for: caller)) }
    }

    private func linkless(_ state: TenantState, _ desk: InviteDesk) async -> Set<ContactID> {
        let waiting = state.contacts.values.filter { $0.standing == .invited }.map(\.id)
        let accounts = waiting.map { Account(realm: .tenant(desk.tenant.id), person: .contact($0)) }
        let services = desk.visit.services
        let invited = await services.doorkeeper.invited(of: accounts, at: services.reading())
        return Set(zip(waiting, accounts).filter { !invited.contains($1) }.map(\.0))
    }
}
