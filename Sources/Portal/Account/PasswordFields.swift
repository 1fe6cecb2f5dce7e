import Access
import HTTP
import Markup

/// Choosing a password, with the rules beside it. What was typed here is never sent back.
struct PasswordFields {
    let say: any Sentences
    let errors: FormErrors

    var html: Markup {
        """
        <div class="field"><label for="new">\(say.newPassword)</label>\(errors.note(for: "new"))
          <p class="hint" id="new-hint">\(say.passwordRules)</p>
          <input class="input" id="new" name="new" type="password" autocomplete="new-password" required\
        \(errors.mark("new"))></div>
        <div class="field"><label for="again">\(say.newPasswordAgain)</label>\(errors.note(for: "again"))
          <input class="input" id="again" name="again" type="password" autocomplete="new-password" required\
        \(errors.mark("again"))></div>
        """
    }
}

/// Who is about to choose a password, and what is known of them that it must not be made of.
struct Chooser: Sendable {
    let name: String
    let email: String
    let company: String
    let account: Account
    /// Beside name, mail address and company: the host that the company is known by.
    var host: String?

    var words: [String] { [name, email, company] + (host.map { [$0] } ?? []) }
}

extension Form {
    /// The new password, typed twice alike.
    func newPassword(_ say: any Sentences) -> Result<String, FormMistake> {
        let new = self["new"] ?? ""
        return new == self["again"] ?? ""
            ? .success(new) : .failure(FormMistake("again", say.passwordsDiffer))
    }
}

/// One thing that is wrong with a form.
struct FormMistake: Error {
    let field: StaticString
    let sentence: String

    init(_ field: StaticString, _ sentence: String) {
        self.field = field
        self.sentence = sentence
    }
}
