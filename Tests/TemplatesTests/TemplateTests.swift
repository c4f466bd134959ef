import Templates
import Testing

@Suite struct TemplateTests {
  private static let values: [String: TemplateValue] = [
    "name": .text("<b>Årsta & \"söner\"</b>"),
    "yes": .flag(true),
    "no": .flag(false),
    "none": .list([]),
    "empty": .text(""),
    "rows": .list([.object(["cell": .text("a")]), .object(["cell": .text("b")])]),
    "words": .list([.text("x"), .text("y")]),
  ]

  @Test(arguments: [
    ("{{name}}", "&lt;b&gt;Årsta &amp; &quot;söner&quot;&lt;/b&gt;"),
    ("{{{name}}}", "<b>Årsta & \"söner\"</b>"),
    ("{{#yes}}shown{{/yes}}{{#no}}hidden{{/no}}", "shown"),
    ("{{^no}}shown{{/no}}{{^none}}empty{{/none}}", "shownempty"),
    ("{{#rows}}[{{cell}}]{{/rows}}", "[a][b]"),
    ("{{#words}}{{.}},{{/words}}", "x,y,"),
    ("{{#rows}}{{>row}}{{/rows}}", "<i>a</i><i>b</i>"),
    ("{{#empty}}hidden{{/empty}}{{empty}}.", "."),
    ("{{unknown}}|{{#unknown}}x{{/unknown}}", "|"),
    ("", ""),
  ])
  func `a template is filled`(text: String, expected: String) throws {
    let template = Template(text, parts: ["row": "<i>{{cell}}</i>"])
    #expect(try template.rendered(with: Self.values) == expected)
  }

  @Test(arguments: ["{{#rows}}", "{{name", "{{/rows}}"])
  func `what is no template is refused, with the reason`(text: String) {
    #expect(throws: TemplateProblem.self) { try Template(text).rendered(with: Self.values) }
  }
}
