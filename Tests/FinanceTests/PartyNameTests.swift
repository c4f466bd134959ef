import Finance
import Testing

@Suite struct PartyNameTests {
  @Test(arguments: [
    ("Amazon.com, Inc.", "amazon"), ("AMAZON", "amazon"), ("TeraWulf Inc.", "terawulf"),
    ("Nebius Group N.V.", "nebius group"), ("Nebius Group NV", "nebius group"),
    ("Valor Compute Infrastructure L.P.", "valor compute infrastructure"),
    ("Anthropic PBC", "anthropic"), ("APLD ComputeCo 2 LLC", "apld computeco 2"),
    ("Prime Data Centers L.L.C.", "prime data centers"), ("Investor AB", "investor"),
    ("SoftBank Group Corp.", "softbank group"), ("Barclays plc", "barclays"),
    ("Applied Digital Corporation", "applied digital"), ("Deutsche Bank AG", "deutsche bank"),
    ("Société Générale SA", "societe generale"), ("Crédit Agricole S.A.", "credit agricole"),
    ("Ørsted", "orsted"), ("Łódź Ångström Straße", "lodz angstrom strasse"), ("ÅÄÖ", "aao"),
    ("Blackstone Credit & Insurance", "blackstone credit and insurance"),
    ("Moody's", "moodys"), ("Moody’s", "moodys"), ("S&P", "s and p"), ("U.S. Bank", "us bank"),
    ("J.P. Morgan", "jp morgan"), ("Xpert.Digital", "xpert digital"),
    ("Nvidia (expected)", "nvidia expected"), ("SE Cosmos LLC", "se cosmos"),
    ("CoreWeave Financing DDTL V (DDTL 5.0)", "coreweave financing ddtl v ddtl 5 0"),
    ("Booking.com", "booking"), ("Com Hem AB", "com hem"), ("Inc.", "inc"), ("LLC Ltd", "llc"),
    ("Me\u{200B}ta", "meta"), ("\u{202E}Meta\u{202C}", "meta"), ("Co\u{AD}reWeave", "coreweave"),
    ("  Meta   Platforms,  Inc.  ", "meta platforms"), ("三菱UFJ銀行", "三菱ufj銀行"), ("…", ""),
    ("Cafe\u{301} SA", "cafe"), ("Alphabet Inc", "alphabet"), ("Limited Brands", "limited brands"),
  ])
  func `case, accents, punctuation and legal form do not tell names apart`(
    name: String, key: String
  ) {
    #expect(PartyName(name).key == key)
  }

  @Test(arguments: [
    ("undisclosed lender", true), ("Unnamed AA-rated company (reported: Nvidia)", true),
    ("Unknown", true), ("El Paso project vehicle (name not disclosed)", true),
    ("Core Scientific subsidiary (name not in source)", true), ("", true), ("Nvidia", false),
    ("landlord of an undisclosed partner", false), ("Unknownable Capital", false),
  ])
  func `parties without a name are told`(name: String, isAnonymous: Bool) {
    #expect(PartyName(name).isAnonymous == isAnonymous)
  }

  @Test(arguments: [
    ("CoreWeave", "CoreWave", true), ("CoreWeave", "CoreWeeave", true),
    ("CoreWeave", "CoreWeabe", true), ("CoreWeave", "CoreWaeve", true),
    ("CoreWeave", "CoreWeave", false), ("CoreWeave Inc", "CoreWeave", false),
    ("CoreWeave", "CoreWeav Inc", true), ("CoreWeave", "CorWeve", false), ("Citi", "Citic", false),
    ("Fund II 2024", "Fund II 2025", false), ("Fund 2024 II", "Fund 2024 I", true),
    ("Blue Owl", "Blue Owls", false), ("Blue Owl Capital", "BlueOwl Capital", true),
    ("Lambda Labs", "Lambda Lab", true), ("Galaxy Digital", "Galaxy Digitla", true),
  ])
  func `a near miss is one edit on a long name with equal digits`(
    left: String, right: String, isNear: Bool
  ) {
    let (left, right) = (PartyName(left), PartyName(right))
    #expect(PartyName.isNearMiss(left, right) == isNear)
    #expect(PartyName.isNearMiss(right, left) == isNear)
    if isNear { #expect(!left.nearMissKeys.isDisjoint(with: right.nearMissKeys)) }
  }

  @Test(arguments: [
    ("Meta", "\u{41C}eta", true), ("Oracle", "Or\u{430}cle", true), ("IREN", "\u{399}REN", true),
    ("CoreWeave", "\u{421}or\u{435}W\u{435}ave", true),
    ("Meta", "\u{FF2D}\u{FF25}\u{FF34}\u{FF21}", true),
    ("Meta", "Meta", false), ("Méta", "Meta", false), ("Сбербанк", "Sberbank", false),
    ("三菱", "Mitsubishi", false), ("Alpha", "Αλφα", false),
  ])
  func `letters of other alphabets that look alike make names alike`(
    left: String, right: String, isAlike: Bool
  ) {
    #expect(PartyName.isLookAlike(PartyName(left), PartyName(right)) == isAlike)
    #expect(PartyName.isLookAlike(PartyName(right), PartyName(left)) == isAlike)
  }

  @Test(arguments: UInt64(0)..<32)
  func `one edit is found, and by the index too`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let letters = Array("abcdefg")
    for _ in 0..<200 {
      let length = Int.random(in: 8...14, using: &generator)
      let original = (0..<length).compactMap { _ in letters.randomElement(using: &generator) }
      var edited = original
      let at = Int.random(in: 0..<length, using: &generator)
      switch Int.random(in: 0...3, using: &generator) {
      case 0: edited[at] = "x"
      case 1: edited.insert("x", at: at)
      case 2 where length > 8: edited.remove(at: at)
      default: if at > 0 { edited.swapAt(at, at - 1) }
      }
      let (left, right) = (PartyName(String(original)), PartyName(String(edited)))
      #expect(PartyName.isNearMiss(left, right) == (left.key != right.key))
      #expect(!left.nearMissKeys.isDisjoint(with: right.nearMissKeys))
    }
  }

  @Test(arguments: [
    ("meta-2025-11/t3", "meta-2025-11/t3"), ("nscale-seriesA-2024-12", "nscale-seriesa-2024-12"),
    ("rpo-amazon-(aws)-2025-12-31", "rpo-amazon-aws-2025-12-31"), (" A  b ", "a-b"),
    ("--x--", "x"), ("café", "caf"), ("a_b", "a-b"), ("(…)", ""), ("a.b/c", "a.b/c"),
  ])
  func `keys of documents are brought into form`(text: String, key: String) {
    #expect(RecordKey.normalised(text) == key)
    #expect(RecordKey.isValid(text) == (text == key && !key.isEmpty))
  }

  @Test(arguments: [
    ("Crédit Agricole CIB", "credit-agricole-cib"), ("Amazon.com, Inc.", "amazon.com-inc"),
    ("Blackstone/Google TPU venture", "blackstone/google-tpu-venture"),
    ("Ørsted A/S", "orsted-a/s"),
    ("日本", "u65e5-u672c"), ("Straße", "strasse"), ("S&P", "s-p"),
  ])
  func `a name makes a key`(name: String, key: String) {
    #expect(RecordKey.made(fromName: name) == key)
    #expect(RecordKey.isValid(key))
  }
}
