internal import CExpat
internal import Tabular

extension XMLReader {
  /// Tells the parser whom to call, and what it reads.
  ///
  /// The reader outlives its parser, so the parser may hold it without owning it.
  func setHandlers() {
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetStartElementHandler(parser) { data, name, attributes in
      guard let reader = XMLReader.of(data), let name else { return }
      reader.begin(name, attributes)
    }
    XML_SetEndElementHandler(parser) { data, _ in XMLReader.of(data)?.end() }
    XML_SetCharacterDataHandler(parser) { data, bytes, count in
      XMLReader.of(data)?.add(UnsafeBufferPointer(start: bytes, count: Int(count)))
    }
    XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
      XMLReader.of(data)?.stop(
        "a document type is refused, since it can declare entities",
        hint: "remove the part from <!DOCTYPE to its >")
    }
    XML_SetUnknownEncodingHandler(
      parser,
      { _, name, encoding in
        guard let name, let encoding else { return 0 }
        return XMLReader.describe(String(cString: name), in: encoding) ? 1 : 0
      }, nil)
  }

  private static func of(_ data: UnsafeMutableRawPointer?) -> XMLReader? {
    data.map { Unmanaged<XMLReader>.fromOpaque($0).takeUnretainedValue() }
  }

  /// Adds Windows-1252 to the encodings that Expat knows.
  private static func describe(
    _ name: String, in encoding: UnsafeMutablePointer<XML_Encoding>
  ) -> Bool {
    guard ["windows-1252", "cp1252"].contains(name.lowercased()) else { return false }
    withUnsafeMutableBytes(of: &encoding.pointee.map) { map in
      let values = map.bindMemory(to: CInt.self)
      for byte in 0..<256 {
        let scalar = TextEncoding.windows1252.scalar(of: UInt8(byte))
        values[byte] = scalar.map { CInt($0.value) } ?? -1
      }
    }
    encoding.pointee.convert = nil
    encoding.pointee.release = nil
    encoding.pointee.data = nil
    return true
  }

  private func begin(
    _ name: UnsafePointer<CChar>, _ pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?
  ) {
    guard problem == nil else { return }
    finishText(isAtEnd: false)
    let (namespace, local) = split(name)
    guard open.count < limits.depth else {
      return stop("“\(local)” is nested deeper than \(limits.depth) elements")
    }
    var attributes: [XMLAttribute] = []
    var index = 0
    while let name = pairs?[index], let value = pairs?[index + 1] {
      guard attributes.count < limits.attributes else {
        return stop("“\(local)” has more than \(limits.attributes) attributes")
      }
      let (namespace, local) = split(name)
      attributes.append(
        XMLAttribute(name: local, namespace: namespace, value: String(cString: value)))
      index += 2
    }
    open.append(local)
    isAfterStart = true
    let tag = XMLTag(
      name: local, namespace: namespace, attributes: attributes, position: position)
    events.append(.start(tag))
  }

  private func end() {
    guard problem == nil, let name = open.popLast() else { return }
    finishText(isAtEnd: true)
    isAfterStart = false
    events.append(.end(name))
  }

  private func add(_ bytes: UnsafeBufferPointer<CChar>) {
    guard problem == nil else { return }
    guard text.count + bytes.count <= limits.textBytes else {
      return stop("a text is longer than \(limits.textBytes) bytes")
    }
    text.append(contentsOf: UnsafeRawBufferPointer(bytes))
  }

  /// Tells the text before a tag, where it says something.
  private func finishText(isAtEnd: Bool) {
    guard !text.isEmpty else { return }
    defer { text.removeAll(keepingCapacity: true) }
    let isAll = isAtEnd && isAfterStart
    guard isAll || !text.allSatisfy(Self.isBlank) else { return }
    events.append(.text(String(decoding: text, as: UTF8.self)))
  }

  /// The address of a name's namespace, and the name without it.
  private func split(_ name: UnsafePointer<CChar>) -> (namespace: String, local: String) {
    var length = 0
    while name[length] != 0, name[length] != 1 { length += 1 }
    guard name[length] == 1 else { return ("", String(cString: name)) }
    let address = UnsafeRawBufferPointer(start: name, count: length)
    if !lastNamespace.bytes.elementsEqual(address) {
      lastNamespace = (Array(address), String(decoding: address, as: UTF8.self))
    }
    return (lastNamespace.text, String(cString: name + length + 1))
  }
}
