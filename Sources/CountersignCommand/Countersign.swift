/// The command `countersign`.
@main
struct Countersign {
    static func main() {}
}
