import Unix

/// What libFuzzer drives. `COUNTERSIGN_FUZZ_TARGET` names the target; each takes arbitrary bytes and ends the
/// process when a property of its reader does not hold. Built only where `COUNTERSIGN_FUZZ` is set:
///
///     COUNTERSIGN_FUZZ=1 swift build -c release --sanitize=fuzzer --scratch-path .build-fuzz --product fuzz
///     COUNTERSIGN_FUZZ_TARGET=json SWIFT_BACKTRACE=enable=no .build-fuzz/release/fuzz Tests/Fuzz/corpus/json
enum Fuzz {
    /// Each target with what its bytes are.
    private static let targets: [String: @Sendable ([UInt8]) -> Void] = [
        "request": RequestFuzz.check,
        "target": TargetFuzz.check,
        "cookie": CookieFuzz.check,
        "multipart": MultipartFuzz.check,
        "csv": CSVFuzz.check,
        "json": JSONFuzz.check,
        "journal": JournalFuzz.check,
        "records": RecordFuzz.check,
        "passkey": PasskeyFuzz.check,
        "planted": RequestFuzz.checkPlanted,
    ]

    static let selected: @Sendable ([UInt8]) -> Void = {
        guard let check = targets[ProcessFacts.environment("COUNTERSIGN_FUZZ_TARGET") ?? ""] else {
            preconditionFailure("COUNTERSIGN_FUZZ_TARGET is one of \(targets.keys.sorted())")
        }
        return check
    }()

    /// Ends the process, which is how libFuzzer learns of it, with a sentence for whoever repeats the input.
    static func demand(_ holds: Bool, _ property: @autoclosure () -> String) {
        guard !holds else { return }
        ProcessFacts.write(Array("broken: \(property())\n".utf8), to: 2)
        preconditionFailure("a property does not hold")
    }
}

@_cdecl("LLVMFuzzerTestOneInput")
func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    Fuzz.selected(unsafe Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
}
