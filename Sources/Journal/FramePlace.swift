internal import Crypto

/// Where a frame stands, and what comes before it in the chain: enough to read a journal from there on.
struct FramePlace: Sendable {
    /// The first entry of the frame's segment.
    let segment: UInt64
    let offset: Int
    /// The frame's first entry.
    let first: UInt64
    /// The chain's link before that entry.
    let previous: SHA256Digest
}
