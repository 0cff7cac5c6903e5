-- Factors of risk counted once more: metric, its group, numerator, denominator.
with rows as (
    select *, year <= year(getvariable('as_of')::DATE) as begun from current_risks
)
select 'risk_high_share' as metric, [year::VARCHAR], count(*) filter (where begun and level = 'high'),
    count(*) filter (where begun and level in ('high', 'middle', 'low'))
from rows group by year
union all
select 'risk_without_measure', [year::VARCHAR],
    count(*) filter (where begun and chosen = 'yes' and coalesce(measure, '') = ''),
    count(*) filter (where begun and chosen = 'yes')
from rows group by year
