import Cast
import Staffing
import Testing

@Suite("People of a client")
struct PeopleRulesTests {
    private let state = Cast.harbour
    private let admin = Cast.context(.contact(Cast.carol))

    private func ask(_ role: Role, _ node: Node, from: Day = Cast.begin, through: Day? = nil) -> GrantAsk {
        GrantAsk(role: role, node: node, days: DayRange(from: from, through: through))
    }

    private func invite(
        name: String = "Finn Berg", email: String = "finn@harbour.example", grants: [GrantAsk]? = nil
    ) -> PeopleCommand {
        .invite(
            name: name, email: email, language: .english, grants: grants ?? [ask(.viewer, .tenant)])
    }

    private func edit(_ contact: Contact, _ grants: [GrantAsk]) -> PeopleCommand {
        .edit(
            contact.id, name: contact.name, email: contact.email.text, language: contact.language,
            grants: grants)
    }

    @Test("an admin invites somebody, whose name and address are tidied first")
    func invites() throws {
        let ask = ask(.approver, .worksite(Cast.dock4.id))
        let command = invite(name: "  Finn Berg ", email: " Finn@Harbour.Example ", grants: [ask])
        let events = try PeopleRules.decide(command, state, admin)
        guard case .invited(let contact) = events.first else { throw Unexpected() }
        #expect(events.count == 1 && contact.standing == .invited)
        #expect(contact.name == "Finn Berg" && contact.email.text == "finn@harbour.example")
        #expect(contact.grants.map(\.ask) == [ask])
    }

    @Test(
        "an invitation that cannot stand is refused, each for its own reason",
        arguments: [
            ("", "finn@harbour.example", PeopleRefusal.nameMissing),
            ("   ", "finn@harbour.example", .nameMissing),
            (String(repeating: "n", count: 121), "finn@harbour.example", .nameTooLong),
            ("Finn", "finn", .emailInvalid), ("Finn", "ANA@harbour.example", .emailTaken),
        ])
    func refusesInvitation(name: String, email: String, refusal: PeopleRefusal) {
        #expect(throws: refusal) {
            try PeopleRules.decide(invite(name: name, email: email), state, admin)
        }
    }

    @Test("what somebody should hold must exist, in its right order and in a sane number")
    func refusesGrants() {
        let backward = ask(.viewer, .tenant, from: Cast.today, through: Cast.today.adding(days: -1))
        let nowhere = ask(.viewer, .worksite(Identifier(999)))
        let many = (0...PeopleRules.mostGrants).map {
            ask(.viewer, .tenant, from: Cast.today.adding(days: $0))
        }
        for (asks, refusal) in [
            ([], .grantsMissing), ([backward], .datesBackward), ([nowhere], .unknownWorksite),
            (many, .tooManyGrants),
        ] as [([GrantAsk], PeopleRefusal)] {
            #expect(throws: refusal) { try PeopleRules.decide(invite(grants: asks), state, admin) }
        }
    }

    @Test(
        "nobody without the permission changes people",
        arguments: [Cast.ana, Cast.ben, Cast.dora, Cast.eve, Cast.rex])
    func refusesOthers(contact: Contact) {
        let context = Cast.context(.contact(contact))
        for command in [
            invite(), edit(Cast.ana, [ask(.clientAdmin, .tenant)]),
            .remove(Cast.eve.id, leavingUncovered: true),
        ] {
            #expect(throws: PeopleRefusal.notAllowed) { try PeopleRules.decide(command, state, context) }
        }
    }

    @Test("an admin whose grant has ended, or was removed, is nobody's admin")
    func endedGrant() throws {
        var state = state
        let ended = try #require(Cast.carol.grants.first)
        let range = DayRange(from: Cast.begin, through: Cast.today.adding(days: -1))
        let old = Contact(
            id: Cast.carol.id, name: "Carol", email: Cast.carol.email, language: .english, standing: .active,
            grants: [Grant(id: ended.id, role: .clientAdmin, node: .tenant, days: range)])
        #expect(throws: PeopleRefusal.notAllowed) {
            try PeopleRules.decide(invite(), state, Cast.context(.contact(old)))
        }
        state.take([.people(.removed(Cast.carol.id))], by: .system)
        let removed = try #require(state.contacts[Cast.carol.id])
        #expect(throws: PeopleRefusal.notAllowed) {
            try PeopleRules.decide(invite(), state, Cast.context(.contact(removed)))
        }
    }

    @Test("an edit gives and withdraws exactly the difference")
    func edits() throws {
        let kept = ask(.approver, .worksite(Cast.dock4.id))
        let new = ask(.viewer, .worksite(Cast.plant2.id))
        #expect(try PeopleRules.decide(edit(Cast.ana, [kept]), state, admin).isEmpty)
        let both = try PeopleRules.decide(edit(Cast.ana, [kept, new]), state, admin)
        guard case .grantGiven(Cast.ana.id, let grant) = both.first else { throw Unexpected() }
        #expect(both.count == 1 && grant.ask == new)
        let other = try PeopleRules.decide(edit(Cast.ana, [new]), state, admin)
        let old = try #require(Cast.ana.grants.first)
        #expect(other.contains(.grantWithdrawn(Cast.ana.id, old.id)) && other.count == 2)
    }

    @Test("an address that changed hands belongs to its new owner only")
    func emailMoves() throws {
        var state = state
        let grants = Cast.ana.grants.map(\.ask)
        let command = PeopleCommand.edit(
            Cast.ana.id, name: "Ana Ribeiro", email: "ribeiro@harbour.example", language: .english,
            grants: grants)
        let events = try PeopleRules.decide(command, state, admin)
        state.take(events.map(TenantEvent.people), by: .contact(Cast.carol))
        #expect(state.contact(email: Cast.ana.email) == nil)
        #expect(
            state.contact(email: try #require(EmailAddress("ribeiro@harbour.example")))?.id == Cast.ana.id)
        #expect(throws: PeopleRefusal.emailTaken) {
            try PeopleRules.decide(invite(email: "ribeiro@harbour.example"), state, admin)
        }
        #expect(throws: Never.self) {
            try PeopleRules.decide(invite(email: Cast.ana.email.text), state, admin)
        }
    }

    @Test("the last admin stays, whoever tries and however")
    func lastAdmin() throws {
        #expect(throws: PeopleRefusal.lastAdmin) {
            try PeopleRules.decide(.remove(Cast.carol.id, leavingUncovered: true), state, admin)
        }
        let limited = ask(.clientAdmin, .worksite(Cast.dock4.id))
        let later = ask(.clientAdmin, .tenant, from: Cast.today.adding(days: 1))
        for asks in [[ask(.viewer, .tenant)], [limited], [later]] {
            #expect(throws: PeopleRefusal.lastAdmin) {
                try PeopleRules.decide(edit(Cast.carol, asks), state, admin)
            }
        }
        var two = state
        let second = try PeopleRules.decide(edit(Cast.ben, [ask(.clientAdmin, .tenant)]), two, admin)
        two.take(second.map(TenantEvent.people), by: .contact(Cast.carol))
        let events = try PeopleRules.decide(.remove(Cast.carol.id, leavingUncovered: true), two, admin)
        #expect(events == [.removed(Cast.carol.id)])
    }

    @Test("whoever was removed is neither edited nor removed again, nor comes back through the old link")
    func removedStaysRemoved() throws {
        var state = state
        state.take([.people(.removed(Cast.eve.id))], by: .system)
        #expect(throws: PeopleRefusal.alreadyRemoved) {
            try PeopleRules.decide(edit(Cast.eve, [ask(.viewer, .tenant)]), state, admin)
        }
        #expect(throws: PeopleRefusal.alreadyRemoved) {
            try PeopleRules.decide(.remove(Cast.eve.id, leavingUncovered: true), state, admin)
        }
        #expect(throws: PeopleRefusal.alreadyRemoved) {
            try PeopleRules.decide(.join(Cast.eve.id), state, Cast.context(.system))
        }
        #expect(state.contact(email: Cast.eve.email) == nil)
    }

    @Test("people join by themselves, once, and nobody joins for them")
    func joins() throws {
        var state = state
        let events = try PeopleRules.decide(invite(), state, admin)
        state.take(events.map(TenantEvent.people), by: .contact(Cast.carol))
        guard case .invited(let finn) = events.first else { throw Unexpected() }
        #expect(throws: PeopleRefusal.notAllowed) { try PeopleRules.decide(.join(finn.id), state, admin) }
        let joined = try PeopleRules.decide(.join(finn.id), state, Cast.context(.contact(finn)))
        #expect(joined == [.joined(finn.id)])
        state.take(joined.map(TenantEvent.people), by: .contact(finn))
        #expect(try PeopleRules.decide(.join(finn.id), state, Cast.context(.system)).isEmpty)
        #expect(throws: PeopleRefusal.unknown) {
            try PeopleRules.decide(.join(Identifier(4)), state, Cast.context(.system))
        }
    }

    @Test("somebody of another client is unknown here, although the number exists there")
    func otherClient() {
        let context = Cast.context(.staff(Cast.olga))
        #expect(throws: PeopleRefusal.unknown) {
            try PeopleRules.decide(.remove(Cast.carol.id, leavingUncovered: true), Cast.cedar, context)
        }
    }
}

/// What a test meets where it must not.
struct Unexpected: Error {}
