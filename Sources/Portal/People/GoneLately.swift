import Markup
import Staffing

/// Whose access was removed a moment ago, each with the way back.
struct GoneLately {
    private let visit: Visit
    private let people: [Person]

    private struct Person {
        let contact: Contact
        /// What the client's clock shows when it is too late.
        let until: String
    }

    init(_ state: TenantState, _ visit: Visit) {
        self.visit = visit
        let clock = LocalClock(visit.services.zones(state.client.timeZone), visit.say.formats)
        people = state.departures(at: visit.now).compactMap { departure in
            state.contacts[departure.contact].map {
                Person(contact: $0, until: clock.time(departure.end))
            }
        }
    }

    var html: Markup { "\(people.map(notice))" }

    private func notice(_ person: Person) -> Markup {
        let say = visit.say
        return """
            <section class="notice info" role="status">
              <div class="notice-line"><p class="notice-title">\(say.goneLately(person.contact.name))</p>
                <form method="post" action="\(Routes.personReturn(person.contact.id))">\
            \(visit.frame.csrfField)<button class="button small-button">\
            \(say.undoRemoval(person.contact.name))</button></form></div>
              <p class="small">\(say.undoRemovalHint(until: person.until))</p>
            </section>
            """
    }
}
