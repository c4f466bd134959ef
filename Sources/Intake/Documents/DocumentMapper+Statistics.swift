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
    describe(&observation, reader)
    observation.notes = reader.text("notes")
    add(observation, at: reader.value)
    mapComponents(reader, of: observation, sources: sources)
    mapClaims(reader, on: key, sources: sources)
    supportingClaims(sources, on: key, table: Observation.table, at: reader.value)
    reader.finish()
  }

  /// Of whom and of which time it is, and who says so.
  private func describe(_ observation: inout Observation, _ reader: ObjectReader) {
    let (key, origin) = (observation.key, observation.origin)
    observation.universe = reader.text("universe")
    (observation.statedBy, observation.statedByParty) = statedBy(reader, key, origin)
    observation.subject = party("subject", reader, context: key, origin: origin)
    observation.stated = reader.days("stated_on")
    observation.periodStart = reader.days("period_start")
    observation.periodEnd = reader.days("period_end")
    observation.horizon = reader.text("horizon")
    observation.formula = reader.text("formula")
  }

  /// Who states it, in words, and the party that is, where it is on record: found by its name, or
  /// named beside the words.
  private func statedBy(
    _ reader: ObjectReader, _ key: String, _ origin: Origin
  ) -> (String?, String?) {
    guard let place = reader.member("stated_by") else { return (nil, nil) }
    guard place.members != nil else {
      let words = reader.text("stated_by")
      return (words, reader.isVerbatim ? nil : words.flatMap(parties.known))
    }
    let inner = reader.inner(place)
    let words = inner.requiredText("name")
    let known = party("party", inner, context: key, origin: origin)
    inner.finish()
    return (words, known)
  }

  /// Components are rows of their own, in the unit of the whole where they name none.
  private func mapComponents(_ reader: ObjectReader, of whole: Observation, sources: [String]) {
    for (index, reader) in reader.objects("components").enumerated() {
      let isVerbatim = reader.isVerbatim
      var component = Observation(key: reader.key("key") ?? "\(whole.key)/c\(index + 1)")
      component.parent = whole.key
      component.metric = reader.requiredText("name")
      component.kind = reader.code("kind", in: "observation_kind") ?? whole.kind
      component.origin = origin(reader, among: sources, within: whole.origin)
      component.figure = figure(
        reader, unit: reader.text("unit") ?? (isVerbatim ? nil : whole.figure.unit),
        currency: reader.currencyCode() ?? (isVerbatim ? nil : whole.figure.currency))
      describe(&component, reader)
      if component.statedBy == nil, !isVerbatim {
        component.statedBy = whole.statedBy
        component.statedByParty = whole.statedByParty
      }
      component.notes = reader.text("note")
      add(component, at: reader.value)
      mapComponents(reader, of: component, sources: sources)
      reader.finish()
    }
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
