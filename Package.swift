// swift-tools-version: 6.3
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
]

/// One line per target is the whole dependency graph; HouseTests holds the sources to it.
func module(_ name: String, _ dependencies: Target.Dependency...) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}
func tests(_ name: String, excluding files: [String] = [], _ dependencies: Target.Dependency...) -> Target {
    .testTarget(name: name, dependencies: dependencies, exclude: files, swiftSettings: strict)
}

let package = Package(
    name: "countersign",
    products: [
        .executable(name: "countersign", targets: ["CountersignCommand"]),
        .executable(name: "prove", targets: ["Prove"]),
        .executable(name: "measure", targets: ["Measure"]),
    ],
    targets: [
        .systemLibrary(name: "COpenSSL", pkgConfig: "openssl", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CLinux"),
        module("Locking"),
        module("Unix", "CLinux", "Locking"),
        module("Reactor", "Unix", "Locking"),
        module("Crypto", "COpenSSL"),
        module("TLS", "COpenSSL", "Locking"),
        module("HTTP"),
        module("Markup"),
        module("Formats"),
        module("Journal", "Unix", "Crypto", "Locking"),
        module("Mail", "Crypto", "Formats", "TLS", "Unix", "Locking"),
        module("Telemetry", "Locking"),
        module("Staffing"),
        module("TimeRules", "Staffing", "Formats"),
        module("Tenancy", "Staffing", "Journal", "Telemetry", "Locking"),
        module("WebAuthn", "Crypto", "Formats"),
        module("Access", "Staffing", "Crypto", "WebAuthn", "Journal", "Formats", "Locking"),
        module("Gateway", "Unix", "Reactor", "TLS", "HTTP", "Telemetry", "Locking"),
        module(
            "Portal", "Staffing", "TimeRules", "Tenancy", "Access", "WebAuthn", "Journal", "Mail", "Crypto",
            "HTTP",
            "Markup",
            "Formats", "Locking"),
        .executableTarget(
            name: "CountersignCommand",
            dependencies: [
                "Unix", "Reactor", "Crypto", "TLS", "HTTP", "Markup", "Formats", "Journal", "Telemetry",
                "Staffing", "TimeRules", "Tenancy", "Access", "Gateway", "Mail", "Portal", "Locking",
            ],
            swiftSettings: strict),
        .target(
            name: "MemoryDisk", dependencies: ["Journal", "Locking"], path: "Tests/MemoryDisk",
            swiftSettings: strict),
        .target(
            name: "MemoryMail", dependencies: ["Mail", "Unix", "Locking"], path: "Tests/MemoryMail",
            swiftSettings: strict),
        .target(
            name: "Cast", dependencies: ["Staffing"], path: "Tests/Cast", swiftSettings: strict),
        .target(
            name: "TestLoops", dependencies: ["Reactor", "Locking"], path: "Tests/TestLoops",
            swiftSettings: strict),
        .target(
            name: "SoftPasskey", dependencies: ["Crypto"], path: "Tests/SoftPasskey", swiftSettings: strict),
        .target(
            name: "Simulation",
            dependencies: [
                "Unix", "Reactor", "Crypto", "TLS", "HTTP", "Formats", "Journal", "MemoryDisk", "Telemetry",
                "Locking", "Mail", "Staffing", "Tenancy", "Access", "Gateway", "Portal",
            ],
            path: "Tests/Simulation", swiftSettings: strict),
        .target(
            name: "Streams", dependencies: ["HTTP"], path: "Tests/Streams", swiftSettings: strict),
        .target(
            name: "Drills", dependencies: ["Journal", "MemoryDisk", "Crypto"], path: "Tests/Drills",
            swiftSettings: strict),
        .executableTarget(
            name: "Prove",
            dependencies: [
                "Journal", "MemoryDisk", "Unix", "Drills", "Crypto", "Access", "Tenancy", "Staffing", "Cast",
                "Reactor", "Locking", "HTTP", "Streams", "Simulation",
            ], path: "Tests/Prove", swiftSettings: strict),
        .systemLibrary(name: "CHeap", path: "Tests/CHeap"),
        .executableTarget(
            name: "Measure",
            dependencies: [
                "CHeap", "Cast", "Crypto", "Journal", "Locking", "Reactor", "Staffing", "Tenancy", "Unix",
            ], path: "Tests/Measure", swiftSettings: strict),
        tests("HouseTests"),
        tests("LockingTests", "Locking"),
        tests("UnixTests", "Unix"),
        tests("ReactorTests", "Reactor", "Unix"),
        tests("CryptoTests", "Crypto"),
        tests("TLSTests", "TLS", "COpenSSL"),
        tests("HTTPTests", "HTTP", "Streams"),
        tests("MarkupTests", "Markup"),
        tests("FormatsTests", "Formats"),
        tests("WebAuthnTests", "WebAuthn", "SoftPasskey", "Crypto"),
        tests("JournalTests", "Journal", "MemoryDisk", "Drills", "Unix", "Crypto", "Locking"),
        tests("MailTests", "Mail", "MemoryMail", "Locking"),
        tests("TelemetryTests", "Telemetry", "Locking"),
        tests("StaffingTests", "Staffing", "Cast", "Locking"),
        tests("TimeRulesTests", excluding: ["golden"], "TimeRules", "Staffing", "Formats", "Cast"),
        tests(
            "TenancyTests", "Tenancy", "Staffing", "Journal", "MemoryDisk", "Cast", "Telemetry", "Crypto",
            "Reactor", "Unix", "Locking", "TestLoops"),
        tests(
            "AccessTests", "Access", "WebAuthn", "SoftPasskey", "Staffing", "Crypto", "Journal", "MemoryDisk",
            "Locking"),
        tests(
            "GatewayTests", "Gateway", "Reactor", "TLS", "HTTP", "Telemetry", "Unix", "COpenSSL", "Locking"),
        tests(
            "PortalTests", excluding: ["permissions.csv"], "Portal", "Staffing", "TimeRules", "Tenancy",
            "Access", "Mail",
            "Crypto", "WebAuthn", "SoftPasskey", "HTTP", "Markup", "Formats",
            "Journal", "MemoryDisk", "MemoryMail", "Cast", "Telemetry", "Reactor", "Unix",
            "Locking", "TestLoops"),
        tests("SimulationTests", "Simulation"),
        tests(
            "CommandTests", "CountersignCommand", "Cast", "Formats", "Journal", "Staffing", "Tenancy",
            "TimeRules"),
    ],
    swiftLanguageModes: [.v6]
)

// libFuzzer brings its own `main`, so its target is part of the package only for who asks for it.
if Context.environment["COUNTERSIGN_FUZZ"] != nil {
    package.products.append(.executable(name: "fuzz", targets: ["Fuzz"]))
    package.targets.append(
        .executableTarget(
            name: "Fuzz",
            dependencies: [
                "Crypto", "Formats", "HTTP", "Journal", "MemoryDisk", "Staffing", "Streams", "Tenancy",
                "Unix", "WebAuthn",
            ],
            path: "Tests/Fuzz", exclude: ["corpus"],
            swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])]))
}
