import HTTP
import Markup
import Staffing

/// Start pages: each person's own first place, and the installation's door.
enum HomeSlice {
    static let client: [Endpoint] = [
        .inTenant(.get, Routes.home, needs: .session, shows: .ordinary) { (_, visit, _) throws(Problem) in
            home(of: visit)
        }
    ]
    static let staff: [Endpoint] = [
        .apart(.get, Routes.home, needs: .session, shows: .ordinary) { (visit, _) throws(Problem) in
            home(of: visit)
        }
    ]
    static let landing: [Endpoint] = [
        .apart(.get, Routes.home, needs: .nothing, shows: .ordinary) { (visit, _) throws(Problem) in
            landingPage(visit)
        }
    ]

    /// The first entry of somebody's navigation answers their first question.
    private static func home(of visit: Visit) -> Response {
        let address = visit.frame.navigation.first?.address ?? Routes.account.address
        return Response(seeOther: address.headerValue)
    }

    private static func landingPage(_ visit: Visit) -> Response {
        let say = visit.say
        let example = say.landingExample(host: "your-company." + visit.services.setting.baseDomain)
        let content: Markup = """
            <section class="panel stack">
              <h1>\(say.landingTitle(agency: visit.frame.agencyName))</h1>
              <p>\(say.landingExplanation)</p>
              <p class="muted">\(example)</p>
              <p><a class="button" href="\(visit.services.setting.staffOrigin)">\(say.staffSignIn)</a></p>
            </section>
            """
        return Page(
            say.landingTitle(agency: visit.frame.agencyName), visit.frame, layout: .center, content: content
        )
        .response()
    }
}
