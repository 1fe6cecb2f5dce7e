package import HTTP
package import Telemetry

/// Where a gateway listens.
package struct GatewaySettings: Sendable {
    /// A numeric IPv4 or IPv6 address, and a port; 0 lets the kernel choose.
    package struct Place: Hashable, Sendable {
        package let address: String
        package let port: UInt16

        package init(address: String, port: UInt16) {
            self.address = address
            self.port = port
        }
    }

    package var listen: Place
    /// Where plain HTTP is answered with the address to use instead; nil for nowhere.
    package var redirect: Place?
    /// The port that browsers use for us, which redirects name unless it is 443.
    package var publicPort: UInt16 = 443
    /// The domain whose hosts plain HTTP is redirected for; nil for any host.
    package var domain: String?
    /// Hosts beside that domain, as they are at that moment.
    package var isOurOwn: @Sendable (String) -> Bool = { _ in false }
    /// Where those who run the server ask how it is, over plain HTTP; nil for nowhere.
    package var operations: Operations?
    package var limits = GatewayLimits.standard

    /// An address of its own, with an application of its own that no host of the portal leads to.
    package struct Operations: Sendable {
        package let place: Place
        package let application: any Application

        package init(place: Place, application: any Application) {
            self.place = place
            self.application = application
        }
    }

    package init(listen: Place, redirect: Place? = nil) {
        self.listen = listen
        self.redirect = redirect
    }
}

/// What a gateway takes from the world around it.
package struct GatewayWorld: Sendable {
    /// Microseconds of a clock that never jumps, for deadlines.
    package var steady: @Sendable () -> Int64
    /// Microseconds since 1970, for the `Date` of answers.
    package var wall: @Sendable () -> Int64
    /// Where request ids begin: random, so that two runs do not share them.
    package var seed: UInt64
    package var log: Log
    package var metrics: Metrics

    package init(
        steady: @escaping @Sendable () -> Int64, wall: @escaping @Sendable () -> Int64, seed: UInt64,
        log: Log, metrics: Metrics
    ) {
        self.steady = steady
        self.wall = wall
        self.seed = seed
        self.log = log
        self.metrics = metrics
    }
}
