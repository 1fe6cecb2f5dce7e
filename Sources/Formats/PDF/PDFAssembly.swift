/// A finished document's objects, written in one order.
struct PDFAssembly {
    let bytes: [UInt8]

    init(_ document: PDFDocument) {
        var file = PDFFile()
        let (catalog, pageTree) = (file.reserve(), file.reserve())
        let (information, metadata) = (file.reserve(), file.reserve())
        let structure = file.reserve()
        let pages = document.pages.map { _ in file.reserve() }
        let attached = Self.write(document.attachments, to: &file)
        file.write(catalog, Self.catalog(document, pageTree, metadata, structure, attached))
        file.write(information, Self.information(document.information))
        file.write(
            metadata, stream: PDFMetadata(document.information).bytes, entries: "/Type/Metadata/Subtype/XML")
        let kids = pages.map { $0.description }.joined(separator: " ")
        file.write(pageTree, "<</Type/Pages/Count \(pages.count)/Kids[\(kids)]>>")
        var fonts = ""
        for face in PDFFace.allCases where document.uses[face.rawValue].isUsed {
            fonts += "/F\(face.rawValue) \(document.uses[face.rawValue].write(to: &file))"
        }
        for (index, page) in document.pages.enumerated() {
            let content = file.reserve()
            var object = PDFSyntax("<</Type/Page/Parent \(pageTree)/MediaBox[0 0 ")
            object.operation(document.paper.width, document.paper.height, name: "]")
            object.write(
                "/Resources<</Font<<\(fonts)>>>>/Contents \(content)/Tabs/S/StructParents \(index)>>")
            file.write(pages[index], object)
            file.write(content, stream: page.content.bytes)
        }
        Self.write(document, pages, structure, to: &file)
        bytes = file.finished(
            root: catalog, information: information, identity: document.information.identity)
    }

    /// 7.7.2, with what PDF/UA asks of it: marked, with a language, and showing its title.
    private static func catalog(
        _ document: PDFDocument, _ pages: PDFFile.Number, _ metadata: PDFFile.Number,
        _ structure: PDFFile.Number, _ attached: PDFSyntax
    ) -> PDFSyntax {
        var object = PDFSyntax("<</Type/Catalog/Pages \(pages)/Metadata \(metadata)")
        object.write("/StructTreeRoot \(structure)/MarkInfo<</Marked true>>")
        object.write("/ViewerPreferences<</DisplayDocTitle true>>/Lang")
        object.write(text: document.information.language)
        object.write(attached)
        object.write(">>")
        return object
    }

    /// The catalog's entry for what is attached: a name tree of one leaf (7.9.6), which must be in order.
    private static func write(_ attachments: [PDFAttachment], to file: inout PDFFile) -> PDFSyntax {
        guard !attachments.isEmpty else { return PDFSyntax() }
        var entry = PDFSyntax("/Names<</EmbeddedFiles<</Names[")
        for attachment in attachments.sorted(by: { $0.name < $1.name }) {
            let (content, description) = (file.reserve(), file.reserve())
            file.write(content, stream: attachment.bytes, entries: "/Type/EmbeddedFile")
            var object = PDFSyntax("<</Type/Filespec/EF<</F \(content)>>")
            for (name, value) in [
                ("/F", attachment.name), ("/UF", attachment.name), ("/Desc", attachment.title),
            ] {
                object.write(name)
                object.write(text: value)
            }
            object.write(">>")
            file.write(description, object)
            entry.write(text: attachment.name)
            entry.write(" \(description)")
        }
        entry.write("]>>>>")
        return entry
    }

    private static func information(_ information: PDFInformation) -> PDFSyntax {
        var object = PDFSyntax("<</Producer(Countersign)")
        let entries = [
            ("/Title", information.title), ("/Author", information.author),
            ("/Subject", information.subject), ("/CreationDate", information.created?.text ?? ""),
            ("/ModDate", information.created?.text ?? ""),
        ]
        for (name, value) in entries where !value.isEmpty {
            object.write(name)
            object.write(text: value)
        }
        object.write(">>")
        return object
    }

    /// The structure tree (14.7.2) and the way back from marks to elements (14.7.4.4).
    private static func write(
        _ document: PDFDocument, _ pages: [PDFFile.Number], _ root: PDFFile.Number, to file: inout PDFFile
    ) {
        let elements = document.structure.elements
        let numbers = elements.map { _ in file.reserve() }
        var parents =
            "<</Type/StructTreeRoot/K \(numbers[0])/ParentTreeNextKey \(pages.count)/ParentTree<</Nums["
        for (index, page) in document.pages.enumerated() {
            let owners = page.owners.map { numbers[$0].description }.joined(separator: " ")
            parents += "\(index)[\(owners)]"
        }
        file.write(root, parents + "]>>>>")
        for (index, element) in elements.enumerated() {
            let parent = element.parent.map { numbers[$0] } ?? root
            file.write(
                numbers[index],
                "<<\(element.role.entries)/P \(parent)\(kids(of: element, numbers, pages))>>")
        }
    }

    /// Marks on the element's own page are bare numbers; those on later pages name theirs.
    private static func kids(
        of element: PDFStructure.Element, _ numbers: [PDFFile.Number], _ pages: [PDFFile.Number]
    ) -> String {
        var home: Int?
        var items: [String] = []
        for kid in element.kids {
            switch kid {
            case .element(let index): items.append(numbers[index].description)
            case .content(let page, let mark):
                if home == nil { home = page }
                items.append(
                    page == home ? String(mark) : "<</Type/MCR/Pg \(pages[page])/MCID \(mark)>>")
            }
        }
        guard !items.isEmpty else { return "" }
        let place = home.map { "/Pg \(pages[$0])" } ?? ""
        return "\(place)/K[\(items.joined(separator: " "))]"
    }
}
