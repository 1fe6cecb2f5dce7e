import HTTP
import Markup

/// The form for a file of people, with what must stand in it.
struct InviteFormPage {
    let desk: InviteDesk
    let client: String
    let stepUp: StepUp
    var errors = FormErrors()

    private var say: any Sentences { desk.say }
    private var words: any InviteFileWords { desk.words }

    func response(_ status: Status = .ok) -> Response {
        Page(
            words.title, desk.visit.frame, place: desk.place, layout: .narrow, isError: status != .ok,
            content: content
        ).response(status)
    }

    private var content: Markup {
        """
        \(errors.summary(say))
        <div class="page-head"><div><a class="back" href="\(desk.people)">\(say.people)</a>
          <h1>\(words.title)</h1><p class="muted">\(words.explanation(client))</p></div></div>
        \(stepUp.isProved ? form : stepUp.form(next: desk.form))
        <section class="panel stack"><h2>\(words.columnsTitle)</h2>
          <dl class="facts-rows">\(words.columns.map { "<dt>\($0)</dt><dd>\($1)</dd>" as Markup })</dl>
          <p class="hint">\(words.severalRows)</p>
          <p><a class="button" href="\(desk.template)" download>\(words.template)</a></p></section>
        """
    }

    private var form: Markup {
        """
        <form class="form" method="post" enctype="multipart/form-data" action="\(desk.form)">\
        \(desk.visit.frame.csrfField)
          <div class="field"><label for="file">\(words.file)</label>
            <p class="hint" id="file-hint">\(words.fileHint)</p>\(errors.note(for: "file"))
            <input class="input" id="file" name="file" type="file" accept=".csv,.txt,text/csv"\
        \(errors.mark("file"))></div>
          <div class="actions"><button class="button primary">\(words.look)</button>
            <a class="button quiet" href="\(desk.people)">\(say.leaveForm)</a></div>
        </form>
        """
    }
}
