/// One state of a file.
package struct DiskStamp: Hashable, Sendable {
    let size: Int
    let links: Int
    let changed: Int64

    package init(size: Int, links: Int, changed: Int64) {
        (self.size, self.links, self.changed) = (size, links, changed)
    }
}
