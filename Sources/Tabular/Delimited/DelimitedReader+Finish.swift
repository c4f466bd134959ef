extension DelimitedReader {
  /// What has come of the record.
  @inline(__always)
  mutating func finishRecord() -> DelimitedStep {
    let isClean =
      faults.isEmpty && record.count == width && record.byteCount <= cleanBytes
      && openQuote == nil
    if isClean, !scanner.isDoubtful || isUTF8 { return .record }
    return judgeRecord()
  }

  private var isUTF8: Bool {
    let bytes = UnsafeBufferPointer(start: record.base, count: record.byteCount)
    return DelimitedUTF8.firstInvalid(in: bytes) == nil
  }

  /// Judges a record that may be wrong.
  @inline(never)
  private mutating func judgeRecord() -> DelimitedStep {
    let verdict = settled ?? verdictOnWhole()
    let problems = verdict.problems(openQuote: openQuote, lastLine: line - 1)
    faults = []
    openQuote = nil
    settled = nil
    guard problems.isEmpty else {
      if record.byteCount > options.limits.recordBytes { record.heldCount = 0 }
      record.count = 0
      return .rejected(problems)
    }
    if width == nil { width = record.count }
    return .record
  }

  /// Rejects the input as a whole.
  mutating func refuseInput(_ problem: SourceProblem) -> DelimitedStep {
    end()
    return .rejected([problem])
  }

  /// Lets go of the record, whose bytes may be gone.
  mutating func end() {
    stage = .ended
    record.heldCount = 0
    record.count = 0
  }

  /// The end of the input, or what is wrong with an input that has no rows.
  mutating func finishInput() -> DelimitedStep {
    if recordCount == 0 {
      return refuseInput(
        SourceProblem(
          position: record.position, message: "the file has no header line",
          hint: "begin it with the names of its columns"))
    }
    if recordCount == 1 && hasHeader {
      return refuseInput(
        SourceProblem(
          position: record.position, message: "the file has a header and no rows",
          hint: "add rows below the header, or leave the file out"))
    }
    end()
    return .end
  }
}
