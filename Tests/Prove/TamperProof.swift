import Access
import Journal
import MemoryDisk
import Streams

/// `prove tamper --count N --seeds S`: so many changes to a trail and a client's journal behind everybody's
/// back, each held against the checkpoints that were kept elsewhere.
enum TamperProof {
    private static let minutes = 40
    private static let tamperings = 1_000

    static func run(_ order: Order) async -> [Tally] {
        let history: History
        do { history = try await History.live(minutes: minutes) } catch {
            return [Tally(what: "tamper", tried: 1, found: 1, failures: ["\(error)"])]
        }
        let untouched = History.stores.filter { store in
            !Self.report(on: history.disk, store.name, history).isSound
        }
        guard untouched.isEmpty else {
            return [Tally(what: "the untouched records are not sound", tried: 2, found: untouched.count)]
        }
        var dice = SplitMix(state: order.seeds.lowerBound)
        let count = order.count ?? tamperings
        return Tampering.Kind.allCases.enumerated().map { place, kind in
            // What cannot be shared out evenly goes to the first.
            let own = count / 6 + (place < count % 6 ? 1 : 0)
            return signed(kind, own, history, &dice, order)
        } + [unsigned(history, &dice)]
    }

    private static func report(on disk: MemoryDisk, _ store: String, _ history: History) -> VerifyReport {
        let identity = History.stores.first { $0.name == store }?.identity
        return verify(disk, name: store, identity: identity, marks: history.signed.marks(of: store))
    }

    private static func signed(
        _ kind: Tampering.Kind, _ count: Int, _ history: History, _ dice: inout SplitMix, _ order: Order
    ) -> Tally {
        var findings = Findings()
        while findings.tried < count {
            let store = History.stores[findings.tried % History.stores.count].name
            guard let tampering = Tampering(kind, store, of: history, signedOnly: true, &dice) else {
                continue
            }
            findings.tried += 1
            let named = report(on: tampering.disk, store, history).firstBad
            guard let named, tampering.mayBeNamed.contains(named) else {
                let range = tampering.mayBeNamed
                findings.wrong.append(
                    "\(store): named \(named.map(String.init) ?? "nothing"), was one of \(range)")
                continue
            }
        }
        return findings.tally(
            "tampering by \(kind.title): verify names it", seeds: "\(order.seeds.lowerBound)")
    }

    /// The other half of the truth: what was recorded after the newest checkpoint can be cut off or made anew
    /// without a trace, until the next one is signed. It is also the control: the judge can say no.
    private static func unsigned(_ history: History, _ dice: inout SplitMix) -> Tally {
        var unseen = 0
        var tried = 0
        while tried < 60 {
            let kind = [Tampering.Kind.truncate, .replay, .rewrite][tried % 3]
            let store = History.stores[tried % History.stores.count].name
            guard let tampering = Tampering(kind, store, of: history, signedOnly: false, &dice) else {
                continue
            }
            tried += 1
            if report(on: tampering.disk, store, history).isSound { unseen += 1 }
        }
        return Tally(
            what: "control: the end cut or remade behind the newest checkpoint is not seen", tried: tried,
            found: tried - unseen)
    }
}

extension Tampering.Kind {
    fileprivate var title: String {
        switch self {
        case .flip: "a flipped bit"
        case .delete: "a deleted record"
        case .swap: "two records in each other's place"
        case .truncate: "an end cut at a border"
        case .replay: "an older file put back"
        case .rewrite: "a chain rewritten from a record on"
        }
    }
}
