extension DecimalConvention {
    /// No amount and no number of hours needs more characters.
    static let longestNumber = 40
    /// Ten to this power still fits 64 bits.
    static let largestScale = 18

    /// The number times ten to the power of `scale`, exactly: `37.5` with scale 2 is 3750.
    ///
    /// Spaces around it and a leading minus are understood, and so is `.5`. Decimals beyond the scale must be
    /// zeros: nothing is ever rounded.
    package func parse(_ text: String, scale: Int) throws(NumberRefusal) -> Int64 {
        precondition(0...Self.largestScale ~= scale, "A scale is a number of decimals that 64 bits can hold.")
        guard text.utf8.count <= Self.longestNumber else { throw .tooLong(limit: Self.longestNumber) }
        var scalars = Array(text.unicodeScalars)[...]
        while scalars.first == " " { scalars.removeFirst() }
        while scalars.last == " " { scalars.removeLast() }
        guard !scalars.isEmpty else { throw .empty }
        let isNegative = scalars.first == "-"
        if isNegative { scalars.removeFirst() }
        let parts = scalars.split(
            separator: decimalMark, maxSplits: 1, omittingEmptySubsequences: false)
        var digits = try wholeDigits(parts[0])
        if parts.count == 2 {
            digits += try decimals(parts[1], scale: scale)
        } else {
            guard !digits.isEmpty else { throw .notANumber }
            digits += Array(repeating: 0, count: scale)
        }
        return try Self.assemble(digits, isNegative)
    }

    private func wholeDigits(_ scalars: ArraySlice<Unicode.Scalar>) throws(NumberRefusal) -> [Int64] {
        let groups = scalars.split(omittingEmptySubsequences: false, whereSeparator: groups)
        if groups.count > 1 {
            guard 1...3 ~= groups[0].count, groups.dropFirst().allSatisfy({ $0.count == 3 }) else {
                throw .misplacedGrouping
            }
        }
        var digits: [Int64] = []
        for group in groups { digits += try values(group) }
        return digits
    }

    private func decimals(
        _ scalars: ArraySlice<Unicode.Scalar>, scale: Int
    ) throws(NumberRefusal) -> [Int64] {
        // `5.` is more likely a sentence's end or a cut field than a number.
        guard !scalars.isEmpty else { throw .notANumber }
        let digits = try values(scalars)
        guard digits.dropFirst(scale).allSatisfy({ $0 == 0 }) else { throw .tooManyDecimals(limit: scale) }
        return digits.prefix(scale) + Array(repeating: 0, count: max(0, scale - digits.count))
    }

    private func values(_ scalars: ArraySlice<Unicode.Scalar>) throws(NumberRefusal) -> [Int64] {
        var values: [Int64] = []
        for scalar in scalars {
            switch scalar {
            case "0"..."9": values.append(Int64(scalar.value - 0x30))
            case ".", ",": throw .foreignMark
            default: throw .notANumber
            }
        }
        return values
    }

    private static func assemble(_ digits: [Int64], _ isNegative: Bool) throws(NumberRefusal) -> Int64 {
        var value: Int64 = 0
        for digit in digits {
            // The sign goes with each digit, so that the smallest Int64 has no special case.
            let (tenfold, overflow) = value.multipliedReportingOverflow(by: 10)
            let (sum, carry) = tenfold.addingReportingOverflow(isNegative ? -digit : digit)
            guard !overflow, !carry else { throw .outOfRange }
            value = sum
        }
        return value
    }
}
