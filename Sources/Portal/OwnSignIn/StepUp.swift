import Access
import HTTP
import Markup

/// Whether somebody has shown a moment ago who they are, for pages that change what opens a door; and the
/// form that asks where they have not.
struct StepUp {
    let visit: Visit
    let oneself: Oneself
    let means: SignInMeans

    init(_ visit: Visit) async throws(Problem) {
        self.visit = visit
        oneself = try await Oneself(visit)
        means = await visit.services.doorkeeper.means(of: oneself.session, at: visit.services.reading())
    }

    /// The agency's look as somebody shows what they see right after a proof: it can change nothing anyway.
    var isProved: Bool { means.isProved || oneself.session.view != nil }

    /// Goes on at that address.
    func form(next: Address) -> Markup {
        ProofForm(visit: visit, email: oneself.email, means: means, errors: FormErrors(), next: next).html
    }
}
