CREATE VIEW observations AS
SELECT
  o.key AS observation_key, parent.key AS part_of_key, o.metric, o.kind,
  subject.key AS subject_key, subject.name AS subject,
  o.value, o.value_low, o.value_high, o.qualifier, o.unit, o.currency,
  o.amount_minor * 1.0 / y.minor_per_unit AS amount,
  o.amount_low_minor * 1.0 / y.minor_per_unit AS amount_low,
  o.amount_high_minor * 1.0 / y.minor_per_unit AS amount_high,
  o.amount_minor, o.amount_low_minor, o.amount_high_minor,
  o.universe, o.stated_by, stater.key AS stated_by_key, o.stated_on, o.stated_until,
  o.period_start_on, o.period_start_until, o.period_end_on, o.period_end_until, o.horizon,
  o.notes, s.title AS source, s.publisher, s.url AS source_url, s.grade AS source_grade, o.locator,
  s.published_on AS first_published_on
FROM observation o
JOIN source s ON s.id = o.source_id
LEFT JOIN observation parent ON parent.id = o.parent_id
LEFT JOIN party_figure about ON about.party_id = o.subject_id
LEFT JOIN party subject ON subject.id = coalesce(about.identity_id, o.subject_id)
LEFT JOIN party_figure said ON said.party_id = o.stated_by_id
LEFT JOIN party stater ON stater.id = coalesce(said.identity_id, o.stated_by_id)
LEFT JOIN currency y ON y.code = o.currency;
