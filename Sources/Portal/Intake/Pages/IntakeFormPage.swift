import Crypto
import HTTP
import Journal
import Markup
import Staffing

/// Two files and a week. What was wrong stands at its field, and nothing that was sent has to be sent again.
struct IntakeFormPage {
    let visit: Visit
    let id: TenantID
    let client: Client
    let today: Day
    var upload: IntakeUpload?
    var keptFile: SHA256Digest?
    var errors = FormErrors()

    init(_ visit: Visit, _ client: (id: TenantID, client: Client, today: Day)) {
        self.visit = visit
        (id, self.client, today) = client
    }

    private var say: any AgencySentences { visit.staffSay }

    /// A fault in one of the files belongs to its field.
    mutating func add(_ refusal: IntakeRefusal) {
        switch refusal {
        case .mapping(let refusal): errors.add("mapping", say.explain(refusal))
        case .file(let refusal): errors.add("file", say.explain(refusal))
        case .notRecorded(let failure): errors.add("file", say.importFailed(failure.explanation))
        }
    }

    var response: Response {
        let page = Page(
            say.importHours, visit.frame, place: Routes.tenants.address, layout: .narrow,
            isError: !errors.isEmpty, content: content)
        return page.response(errors.isEmpty ? .ok : .unprocessableContent)
    }

    private var content: Markup {
        """
        \(errors.summary(say))
        <div class="page-head"><div><a class="back" href="\(Routes.tenant(id))">\(client.name)</a>
          <h1>\(say.importHours)</h1><p class="muted">\(say.importExplanation)</p></div></div>
        <form class="form" method="post" enctype="multipart/form-data" action="\(Routes.importDryRun(id))">
          \(visit.frame.csrfField)
          \(keptFile.map { "<input type=\"hidden\" name=\"kept\" value=\"\($0.hex)\">" as Markup })
          <div class="field"><label for="file">\(say.hoursFile)</label>
            <p class="hint" id="file-hint">\(keptFile == nil ? say.hoursFileHint : say.hoursFileKept)</p>
            \(errors.note(for: "file"))
            <input class="input" id="file" name="file" type="file" accept=".csv,.txt,text/csv"\
        \(errors.mark("file"))></div>
          <div class="field"><label for="week">\(say.importWeek)</label>
            <p class="hint" id="week-hint">\(say.importWeekHint)</p>\(errors.note(for: "week"))
            <input class="input input-short" id="week" name="week" type="date" value="\(week)" required\
        \(errors.mark("week"))></div>
          <div class="field"><label for="mapping-file">\(say.mappingFile)</label>
            <p class="hint" \
            id="mapping-file-hint">\(say.mappingFileHint)</p>\(errors.note(for: "mapping-file"))
            <input class="input" id="mapping-file" name="mapping-file" type="file" \
            accept=".mapping,.txt,.conf"\
        \(errors.mark("mapping-file"))></div>
          <div class="field"><label for="mapping">\(say.mappingText)</label>
            <p class="hint" id="mapping-hint">\(say.mappingTextHint)</p>\(errors.note(for: "mapping"))
            <textarea class="input" id="mapping" name="mapping" rows="12" spellcheck="false"\
        \(errors.mark("mapping"))>
        \(upload?.editableMapping)</textarea></div>
          <div class="actions"><button class="button primary">\(say.checkFile)</button></div>
        </form>
        <section class="panel stack"><h2>\(say.mappingTemplates)</h2><p>\(say.mappingTemplatesHint)</p>
          <ul>\(HoursMapping.Layout.allCases.map(template))</ul></section>
        """
    }

    /// Last week, unless another one was asked for.
    private var week: String {
        upload?.week ?? today.adding(days: -7).startOfWeek(startingOn: client.workweekStart).iso
    }

    private func template(_ layout: HoursMapping.Layout) -> Markup {
        let address = Routes.mappingTemplate(id).with("layout", layout.rawValue)
        return "<li><a href=\"\(address)\" download>\(say.mappingTemplateName(layout))</a></li>"
    }
}
