extension Frozen {
    /// In the order of the samples. Never edit a line: give a changed event the next number instead.
    static let all: [Frozen] = [
        Frozen(
            name: "client.opened/1",
            hex: "0d486172626f757220466f6f64730343414402656e0f416d65726963612f48616c69666178000248463c"),
        Frozen(
            name: "worksite.added/1",
            hex: "910302443406446f636b20341434205069657220526f61642c2048616c696661780f416d65726963612f4861"
                + "6c696661780543412d4e53"),
        Frozen(
            name: "worker.registered/1",
            hex: "c90105572d32303112546f6d61737a205769c59b6e696577736b69"),
        Frozen(
            name: "assignment.started/1",
            hex: "f503c901910311466f726b6c696674206f70657261746f72ccbf0201d8c4029c31020406080a0c0e06504f2d"
                + "353031"),
        Frozen(
            name: "contact.invited/1",
            hex: "650b416e61205269626569726f13616e6140686172626f75722e6578616d706c6502656e0201cd0808617070"
                + "726f766572019103ccbf0200"),
        Frozen(name: "contact.joined/1", hex: "65"),
        Frozen(
            name: "contact.edited/1",
            hex: "6503416e6113616e6140686172626f75722e6578616d706c65026672"),
        Frozen(name: "contact.grant-given/1", hex: "65cd0808617070726f766572019103ccbf0200"),
        Frozen(name: "contact.grant-withdrawn/1", hex: "65cd08"),
        Frozen(name: "contact.removed/1", hex: "65"),
        Frozen(
            name: "timesheet.received/1",
            hex: "bd05f503cac40201cac402c0073c1e028080f0a18598b00680c0e4c6f098b00601feffffffffffffffff0100"
                + "000000000000010000000000000002ffffffffffffffff0123456789abcdef"),
        Frozen(
            name: "timesheet.changed/1",
            hex: "bd0501cac402c0073c1e028080f0a18598b00680c0e4c6f098b00601feffffffffffffffff01000000000000"
                + "00010000000000000002ffffffffffffffff0123456789abcdef"),
        Frozen(
            name: "timesheet.approved/1",
            hex: "bd0500000000000000010000000000000002ffffffffffffffff0123456789abcdef"),
        Frozen(name: "timesheet.approval-withdrawn/1", hex: "bd05"),
        Frozen(
            name: "timesheet.rejected/1",
            hex: "bd0500000000000000010000000000000002ffffffffffffffff0123456789abcdef0d627265616b2d6d6973"
                + "73696e67124fc3b920657374206c61207061757365203f"),
        Frozen(name: "timesheet.commented/1", hex: "ffffffffffffffffff0100"),
        Frozen(
            name: "invoice.issued/1",
            hex: "a1060848462d30303030319103cac402d8c40294c50201bd05031e9c31ce1803434144ce1803434144000000"
                + "00000000010000000000000002ffffffffffffffff0123456789abcdef00"),
        Frozen(name: "invoice.paid/1", hex: "a106d8c402"),
        Frozen(name: "contact.handed-over/1", hex: "6566cd0808617070726f766572019103ccbf0200"),
        Frozen(name: "contact.returned/1", hex: "650201cd0808617070726f766572019103ccbf0200"),
        Frozen(name: "delegation.given/1", hex: "b1096566019103ccbf0201d8c402"),
        Frozen(name: "delegation.ended/1", hex: "b109"),
        Frozen(
            name: "timesheet.approved/2",
            hex: "bd0500000000000000010000000000000002ffffffffffffffff0123456789abcdef660a42656e204f6b61"
                + "666f72"),
        Frozen(name: "timesheet.approval-withdrawn/2", hex: "bd05660a42656e204f6b61666f72"),
        Frozen(
            name: "timesheet.rejected/2",
            hex: "bd0500000000000000010000000000000002ffffffffffffffff0123456789abcdef056f74686572034e6f6e"
                + "660a42656e204f6b61666f72"),
        Frozen(
            name: "worksite.overtime-rules-chosen/1",
            hex: "91030555532d4341"),
        Frozen(
            name: "timesheet.received/2",
            hex: "be05f503cac40201cac402c0073c1e028080f0a18598b00680c0e4c6f098b00601feffffffffffffffff01"
                + "00000000000000010000000000000002ffffffffffffffff0123456789abcdef0555532d43410632303236"
                + "2e3101cac40203086461696c792d31321e01cac402046d65616c78"),
        Frozen(
            name: "timesheet.changed/2",
            hex: "be0501cac402c0073c1e028080f0a18598b00680c0e4c6f098b00601feffffffffffffffff010000000000"
                + "0000010000000000000002ffffffffffffffff0123456789abcdef0555532d434106323032362e3101cac4"
                + "0203086461696c792d31321e01cac402046d65616c78"),
        Frozen(name: "client.sign-in-demanded/1", hex: "01057374616666"),
        Frozen(name: "unit.added/1", hex: "85070a6465706172746d656e74034f50530a4f7065726174696f6e7301"),
        Frozen(name: "unit.changed/1", hex: "8507034f707301"),
        Frozen(name: "assignment.placed/1", hex: "f50301850700"),
        Frozen(
            name: "contact.grant-given/1", hex: "65ce0808617070726f766572068507ccbf0200c025a0c21e"),
        Frozen(name: "contact.grant-given/1", hex: "65cf0808617070726f76657204ccbf02000001"),
        Frozen(
            name: "timesheet.approved-first/1",
            hex: "bd0500000000000000010000000000000002ffffffffffffffff0123456789abcdef0102"),
        Frozen(
            name: "timesheet.approved-first/2",
            hex: "bd0500000000000000010000000000000002ffffffffffffffff0123456789abcdef0102660a42656e204f6b"
                + "61666f72"),
        Frozen(name: "contact.identified/1", hex: "6501c901"),
        Frozen(name: "cutoff.set/1", hex: "0191030108aa0b016702d8c402dec402"),
        Frozen(name: "cutoff.digests-chosen/1", hex: "6501"),
        Frozen(name: "cutoff.step-taken/1", hex: "9103d8c4028080f6f9f5bcb00602d8c402026566"),
        Frozen(
            name: "cutoff.reminded/1",
            hex: "950a6503019103d8c4028080f6f9f5bcb0061806c0b2040000000000000001000000000000000"
                + "2ffffffffffffffff0123456789abcdef80f0d890dbbcb00680f0c1dab1beb006d8c402"),
        Frozen(name: "cutoff.missed/1", hex: "9103d8c4028080f6f9f5bcb00608"),
        Frozen(name: "week.zero-attested/1", hex: "f503cac402046177617906477269707065"),
        Frozen(name: "week.not-needed/1", hex: "f503cac40205656e64656400"),
        Frozen(name: "week.reopened/1", hex: "f503cac402"),
        Frozen(name: "week.drafted/1", hex: "f503cac402020773746172742d300530383a3030017702c3a9"),
        Frozen(name: "week.hours-attested/1", hex: "bd050201cac402"),
        Frozen(
            name: "personal-link.made/1",
            hex: "c9010113616e6140686172626f75722e6578616d706c6580f0d890dbbcb006"),
        Frozen(name: "personal-link.ended/1", hex: "c901"),
        Frozen(
            name: "staff.joined/1",
            hex: "af020c4f6c676120506574726f7661136f6c6761406167656e63792e6578616d706c6502096f70732d61646d"
                + "696e01"),
        Frozen(name: "staff.left/1", hex: "ad02"),
        Frozen(name: "tenant.opened/1", hex: "07686172626f75720d486172626f757220466f6f6473"),
        Frozen(name: "pay-rate.set/1", hex: "07686172626f7572f503dc22"),
        Frozen(
            name: "role.defined/1",
            hex: "09796172642d6c65616406636c69656e740959617264206c656164060d73656554696d6573686565747310"
                + "64656369646554696d657368656574730c73656542696c6c526174657301"),
        Frozen(
            name: "role.changed/1",
            hex: "0676696577657206636c69656e7400020e73656541737369676e6d656e747300"),
        Frozen(
            name: "role.retired/1",
            hex: "09726571756573746572"),
        Frozen(
            name: "tenant.branded/1",
            hex: "07686172626f757207486172626f757206306235636164010000000000000001000000000000000200000000"
                + "000000030000000000000004c00140"),
        Frozen(name: "role.second-factor-demanded/1", hex: "096f70732d61646d696e01"),
        Frozen(name: "staff.moved/1", hex: "ad02136f6c6761406167656e63792e6578616d706c65"),
        Frozen(
            name: "staff.changed/1",
            hex: "ad020c53616d204e2e204e6f76616b040b636f6f7264696e61746f72096f70732d61646d696e"),
    ]
}
