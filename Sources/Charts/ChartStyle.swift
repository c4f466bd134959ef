/// The look of all pictures: rules of CSS over colours that whoever shows them defines.
public enum ChartStyle {
  /// The rules. They stand in a page once, beside `colours` or others of these names.
  public static let rules: String =
    """
    .chart{display:block;width:100%;height:auto;overflow:visible}
    .chart text{font:12px system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,\
    sans-serif;fill:var(--ink)}
    .chart .quiet{fill:var(--quiet)}
    .chart .strong{font-weight:600}
    .chart .grid{stroke:var(--grid);stroke-width:1}
    .chart .base{stroke:var(--quiet);stroke-width:1}
    .chart .joint{stroke:var(--quiet);stroke-width:2}
    .chart .open{fill:var(--paper);stroke-width:2}
    .chart .node{fill:var(--paper);stroke:var(--ink);stroke-width:1.5}
    .chart .edge{fill:none;stroke-opacity:.75}
    .chart .dashed{stroke-dasharray:5 4}
    .chart .range{fill-opacity:.3;stroke-width:1;stroke-dasharray:3 2}
    .chart .halo{font-weight:600;paint-order:stroke;stroke:var(--paper);stroke-width:4px}
    .chart .mark{stroke:var(--paper);stroke-width:1}

    """
    + Tone.allCases.map { tone in
      let colour = "var(--\(tone.rawValue))"
      return ".chart .\(tone.rawValue){fill:\(colour)}"
        + ".chart .range.\(tone.rawValue),.chart .open.\(tone.rawValue),"
        + ".chart .edge.\(tone.rawValue){stroke:\(colour)}"
        + ".chart .open.\(tone.rawValue){fill:var(--paper)}"
        + ".chart .edge.\(tone.rawValue){fill:none}\n"
    }.joined()

  /// The colours on light paper, as declarations.
  public static let light = """
    --paper:#fff;--ink:#1b1f24;--quiet:#59636e;--grid:#e3e6ea;--blue:#0b6aa8;--orange:#b75300;\
    --green:#00795a;--purple:#9a4b85;--red:#b3261e;--brown:#7a5c00;--grey:#8a939d
    """

  /// The colours on dark paper, as declarations.
  public static let dark = """
    --paper:#14181d;--ink:#e8ebee;--quiet:#a3adb8;--grid:#2c333b;--blue:#62b0e8;--orange:#f0a04b;\
    --green:#3fc39b;--purple:#d69ac6;--red:#f28b82;--brown:#d9b84a;--grey:#7d8791
    """
}
