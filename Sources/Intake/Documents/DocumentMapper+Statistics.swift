import Finance
import Ledger
import Tabular

extension DocumentMapper {
  /// A statistic with its components.
  func mapStatistic(_ reader: ObjectReader) {
    let key = reader.requiredKey("key")
    let sources = citedSources(reader)
    var observation = Observation(key: key)
    observation.origin = Origin(source: sources.first, locator: reader.text("locator"))
    observation.metric = reader.requiredText("metric")
    observation.kind = reader.requiredCode("kind", in: "observation_kind")
    let unit = reader.text("unit")
    let currency = reader.currencyCode()
    observation.figure = figure(reader, unit: unit, currency: currency)
    observation.universe = reader.text("universe")
    observation.statedBy = reader.text("stated_by")
    observation.statedByParty = observation.statedBy.flatMap(parties.known)
    if let name = reader.text("subject"), let place = reader.member("subject") {
      observation.subject = party(name, at: place, context: key, origin: observation.origin)
    }
    observation.stated = reader.days("stated_on")
    observation.periodStart = reader.days("period_start")
    observation.periodEnd = reader.days("period_end")
    observation.horizon = reader.text("horizon")
    observation.notes = reader.text("notes")
    add(observation, at: reader.value)
    for (number, component) in reader.objects("components").enumerated() {
      mapComponent(component, number: number + 1, of: observation)
    }
    mapClaims(reader, on: key, sources: sources)
    supportingClaims(sources, on: key, table: Observation.table, at: reader.value)
    reader.finish()
  }

  /// Components are rows of their own, in the unit of the whole.
  private func mapComponent(_ reader: ObjectReader, number: Int, of whole: Observation) {
    var component = Observation(key: "\(whole.key)/c\(number)")
    component.parent = whole.key
    component.metric = reader.requiredText("name")
    component.kind = whole.kind
    component.figure = figure(
      reader, unit: whole.figure.unit, currency: whole.figure.currency)
    component.notes = reader.text("note")
    component.statedBy = whole.statedBy
    component.statedByParty = whole.statedByParty
    component.origin = whole.origin
    reader.finish()
    add(component, at: reader.value)
  }

  /// The figure in its unit; billions of a currency also in minor units, exactly.
  private func figure(
    _ reader: ObjectReader, unit: String?, currency: String?
  ) -> Observation.Figure {
    var figure = Observation.Figure()
    let value = reader.decimal("value")
    let low = reader.decimal("low")
    let high = reader.decimal("high")
    figure.value = value?.approximate
    figure.low = low?.approximate
    figure.high = high?.approximate
    figure.unit = unit
    let stated = reader.code("qualifier", in: "qualifier")
    figure.qualifier =
      stated
      ?? (value != nil
        ? "exact"
        : low != nil && high != nil
          ? "range"
          : low != nil
            ? "at_least" : high != nil ? "up_to" : "undisclosed")
    figure.currency = currency
    if unit == "bn", let code = currency, let money = Currency(code: code) {
      func minor(_ decimal: ExactDecimal?, _ name: String) -> Int64? {
        guard let decimal else { return nil }
        do {
          return try decimal.timesPowerOfTen(9).minorUnits(of: money)
        } catch {
          reader.refuse(reader.member(name), "\(error)")
          return nil
        }
      }
      figure.minor = minor(value, "value")
      figure.lowMinor = minor(low, "low")
      figure.highMinor = minor(high, "high")
    }
    return figure
  }
}
