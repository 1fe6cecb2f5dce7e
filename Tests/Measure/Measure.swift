import Unix

/// The command `measure`: what waking, remembering and keeping a client cost inside one process, on the real
/// disk and through the real store. Built for release; each line of its output is one figure as JSON.
///
///     measure [NAME...] [--runs N]
@main
struct Measure {
    static func main() async {
        var runs = 15
        var chosen: [Subject] = []
        var words = CommandLine.arguments.dropFirst().makeIterator()
        while let word = words.next() {
            if word == "--runs", let count = words.next().flatMap({ Int($0) }), count > 0 {
                runs = count
            } else if let subject = Subject(rawValue: word) {
                chosen.append(subject)
            } else {
                refuse()
            }
        }
        do {
            for subject in chosen.isEmpty ? Subject.allCases : chosen {
                for figure in try await subject.measure(runs) { say(figure.json, to: 1) }
            }
        } catch {
            say("measure: \(error)", to: 2)
            ProcessFacts.exit(1)
        }
        ProcessFacts.exit(0)
    }

    private static func refuse() -> Never {
        let known = Subject.allCases.map(\.rawValue).joined(separator: ", ")
        say("usage: measure [NAME...] [--runs N], where NAME is one of \(known)", to: 2)
        ProcessFacts.exit(2)
    }

    private static func say(_ line: String, to descriptor: Int32) {
        ProcessFacts.write(Array((line + "\n").utf8), to: descriptor)
    }
}

/// Each measure by its name; a new one is a file and two lines here.
private enum Subject: String, CaseIterable {
    case tail
    case replay
    case codec
    case snapshot
    case resident
    case cold
    case million
    case syncs
    case survey

    func measure(_ runs: Int) async throws -> [Figure] {
        switch self {
        case .tail: try await Waking.behindSnapshot(runs)
        case .replay: try await Waking.wholeJournal(runs)
        case .codec: try await Coding.figures(runs)
        case .snapshot: try await Snapshots.figures(runs)
        case .resident: try await Memory.resident()
        case .cold: try await Memory.cold()
        case .million: try await Memory.million()
        case .syncs: try await Syncs.figures(runs)
        case .survey: try await Surveys.figures()
        }
    }
}
