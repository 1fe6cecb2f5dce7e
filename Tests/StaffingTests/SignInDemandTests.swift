import Cast
import Testing

@testable import Staffing

@Suite("What signing in takes")
struct SignInDemandTests {
    @Test("the greater of the two holds")
    func inForce() {
        var demands = SignInDemands()
        #expect(demands.inForce == .password)
        demands.set(.mailedCode, by: .staff)
        demands.set(.secondFactor, by: .client)
        #expect(demands.inForce == .secondFactor && demands.byAgency == .mailedCode)
        demands.set(.password, by: .client)
        #expect(demands.inForce == .mailedCode)
    }

    @Test("what a role demands stays when the role is changed, and goes with its retirement")
    func roles() throws {
        var book = RoleBook.templates
        book.demandSecondFactor(true, of: .approver)
        var changed = try #require(book[.approver])
        changed.demandsSecondFactor = false
        changed.permissions = [.seeTimesheets]
        book.put(changed)
        #expect(book.demandsSecondFactor(.approver, for: .client))
        #expect(!book.demandsSecondFactor(.approver, for: .staff))
        book.retire(.approver)
        #expect(!book.demandsSecondFactor(.approver, for: .client))
    }
}
