import Unix

/// The command `countersign`.
@main
struct Countersign {
    static func main() {
        // Before the first thread starts, so that signals go to whoever waits for them.
        Signal.takeOver()
        // Concurrent, because the main thread, where it would run otherwise, has something else to do.
        Task { @concurrent in
            do throws(Complaint) {
                try await run(CommandLine.arguments.dropFirst().map(\.self))
            } catch {
                Console.tell(error.text)
                ProcessFacts.exit(error.exitCode)
            }
            ProcessFacts.exit(0)
        }
        Signal.attend()
    }

    private static func run(_ words: [String]) async throws(Complaint) {
        guard let command = words.first, command != "--help", command != "help" else {
            Console.print(HelpText.overview)
            return
        }
        let rest = Array(words.dropFirst())
        guard let grammar = grammars[command] else {
            throw .usage("There is no command “\(command)”.")
        }
        let arguments = try Arguments(rest, grammar)
        if arguments.has("help") { return Console.print(HelpText.of(command)) }
        switch command {
        case "demo": try await DemoCommand.run(arguments)
        case "init": try await InitCommand.run(arguments)
        case "serve": try await ServeCommand.run(arguments)
        case "tenant": try await TenantCommand.run(arguments)
        case "person": try await PersonCommand.run(arguments)
        case "import": try await ImportCommand.run(arguments)
        case "mail": try MailCommand.run(arguments)
        case "rules": try await RulesCommand.run(arguments)
        case "journal": try JournalCommand.run(arguments)
        case "receipt": try ReceiptCommand.run(arguments)
        default: try VerifyCommand.run(arguments)
        }
    }

    private static let grammars: [String: Arguments.Grammar] = [
        "demo": DemoCommand.grammar, "init": InitCommand.grammar, "serve": ServeCommand.grammar,
        "tenant": TenantCommand.grammar, "person": PersonCommand.grammar, "import": ImportCommand.grammar,
        "verify": VerifyCommand.grammar, "journal": JournalCommand.grammar,
        "mail": MailCommand.grammar, "rules": RulesCommand.grammar, "receipt": ReceiptCommand.grammar,
    ]
}
