import Crypto
import HTTP
import Markup

/// A page that says what happened, why, and what to do next.
struct ProblemPage {
    let problem: Problem
    let frame: Frame

    var response: Response {
        let words = frame.say.problem(problem.status)
        let content: Markup = """
            <section class="panel stack">
              <h1>\(words.title)</h1>
              <p>\(problem.sentence ?? words.explanation)</p>
              <p>\(words.next)</p>
              <p><a class="button" href="\(Routes.home.address)">\(frame.say.toHome)</a></p>
              <p class="small muted">\(frame.say.requestNumber(Base32Crockford.encode(frame.requestID)))</p>
            </section>
            """
        return Page(words.title, frame, layout: .center, isError: true, content: content)
            .response(problem.status)
    }
}
