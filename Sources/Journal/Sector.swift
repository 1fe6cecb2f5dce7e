/// What a disk writes as a whole. A power cut leaves each sector of an unfinished write old or new.
///
/// Everything that must stand or fall on its own begins on a sector: so nothing that was acknowledged
/// is ever written again, and an unfinished write can be told from damage, because what was there before
/// is known to be zeros.
enum Sector {
    static let size = 512

    static func roundUp(_ count: Int) -> Int { (count + size - 1) / size * size }
}
