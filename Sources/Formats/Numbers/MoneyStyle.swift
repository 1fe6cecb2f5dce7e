/// Prints amounts of money the way a language writes them, for instance `1 234,50 $` in Canadian French.
package struct MoneyStyle: Sendable, Equatable {
    package enum Sign: Sendable {
        /// The symbol; a dollar that is not the region's own says whose it is.
        case symbol
        /// The ISO 4217 code, for invoices that cross the border.
        case code
        /// Only the number, for columns whose heading names the currency.
        case none
    }

    package let language: FormatLanguage
    package let sign: Sign

    package init(_ language: FormatLanguage, sign: Sign = .symbol) {
        self.language = language
        self.sign = sign
    }

    /// `minorUnits` are cents, or whole units where a currency has none; `currency` is its ISO 4217 code.
    package func text(minorUnits: Int64, currency: String) -> String {
        let number = DecimalStyle(language).text(minorUnits, scale: Self.decimals(of: currency))
        switch sign {
        case .none: return number
        case .code: return join(number, code: currency)
        case .symbol: return symbolic(number, currency)
        }
    }

    /// How many decimals a currency has (ISO 4217).
    package static func decimals(of currency: String) -> Int {
        switch currency {
        case "JPY", "KRW", "CLP", "ISK", "VND", "XAF", "XOF", "PYG": 0
        case "BHD", "JOD", "KWD", "OMR", "TND": 3
        default: 2
        }
    }

    private func symbolic(_ number: String, _ currency: String) -> String {
        switch language {
        case .englishUS, .spanishUS:
            switch currency {
            case "USD": prefixed(number, "$")
            case "CAD": prefixed(number, "CA$")
            default: join(number, code: currency)
            }
        case .englishCA:
            switch currency {
            case "CAD": prefixed(number, "$")
            case "USD": prefixed(number, "US$")
            default: join(number, code: currency)
            }
        case .frenchCA:
            switch currency {
            case "CAD": number + "\u{A0}$"
            case "USD": number + "\u{A0}$\u{A0}US"
            default: join(number, code: currency)
            }
        }
    }

    private func join(_ number: String, code: String) -> String {
        switch language {
        case .englishUS, .englishCA, .spanishUS: prefixed(number, code + "\u{A0}")
        case .frenchCA: number + "\u{A0}" + code
        }
    }

    /// The minus stands before the symbol: -$5.00.
    private func prefixed(_ number: String, _ symbol: String) -> String {
        number.hasPrefix("-") ? "-" + symbol + number.dropFirst() : symbol + number
    }
}
