import HTTP
import Markup

/// The help page that every footer leads to.
enum HelpSlice {
    static let client: [Endpoint] = [
        .inTenant(.get, Routes.help, needs: .nothing, shows: .ordinary) { (_, visit, _) throws(Problem) in
            page(visit)
        }
    ]
    static let staff: [Endpoint] = [
        .apart(.get, Routes.help, needs: .nothing, shows: .ordinary) { (visit, _) throws(Problem) in
            page(visit)
        }
    ]
    static let landing: [Endpoint] = [
        .apart(.get, Routes.help, needs: .nothing, shows: .ordinary) { (visit, _) throws(Problem) in
            page(visit)
        }
    ]

    private static func page(_ visit: Visit) -> Response {
        let topics = visit.say.helpTopics.map { topic in
            """
            <section class="panel stack-tight"><h2>\(topic.question)</h2><p>\(topic.answer)</p></section>
            """ as Markup
        }
        let content: Markup = """
            <div class="page-head"><div><h1>\(visit.say.help)</h1></div></div>
            \(topics)
            """
        return Page(visit.say.help, visit.frame, layout: .narrow, content: content).response()
    }
}
