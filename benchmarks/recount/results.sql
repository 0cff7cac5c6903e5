-- Results counted once more: metric, its group, numerator, denominator.
with begun as (
    select *, class_label <> '' as by_class, n5 is not null and n4 is not null and n3 is not null and n2 is not null
        as marked, lowered is not null and confirmed is not null and raised is not null as paired,
        max(class_label = '') over (partition by procedure, stage, school_year, term, level, school_id, grade, subject,
            part)
            as has_whole
    from current_results where known_on <= getvariable('as_of')
), weighed as (
    select *, coalesce(na, 0) as absent,
        marked and not (by_class and has_whole) as m,
        paired and not (by_class and has_whole) as p,
        not marked and below is not null and participants is not null and not (by_class and has_whole) as b
    from begun
), summed as (
    select procedure, stage, school_year, term, level, grade, subject,
        coalesce(sum(n5) filter (where m), 0) as n5, coalesce(sum(n4) filter (where m), 0) as n4,
        coalesce(sum(n3) filter (where m), 0) as n3, coalesce(sum(n2) filter (where m), 0) as n2,
        coalesce(sum(absent) filter (where m), 0) as na,
        coalesce(sum(below) filter (where b), 0) as below, coalesce(sum(participants) filter (where b), 0) as wrote,
        coalesce(sum(lowered) filter (where p), 0) as lowered, coalesce(sum(raised) filter (where p), 0) as raised,
        coalesce(sum(confirmed) filter (where p), 0) as confirmed
    from weighed group by all
), shares as (
    select *, n5 + n4 + n3 + n2 + na as n, lowered + confirmed + raised as pairs from summed
), listed as (
    select unnest([
        {metric: 'pass_rate', k: n5 + n4 + n3, n: n},
        {metric: 'quality_rate', k: n5 + n4, n: n},
        {metric: 'sou_index', k: 100 * n5 + 64 * n4 + 36 * n3 + 16 * n2 + 7 * na, n: n},
        {metric: 'mean_mark', k: 5 * n5 + 4 * n4 + 3 * n3 + 2 * n2, n: n - na},
        {metric: 'low_mark_share', k: n2 + below, n: n + wrote},
        {metric: 'confirmed_share', k: confirmed, n: pairs},
        {metric: 'lowered_share', k: lowered, n: pairs},
        {metric: 'raised_share', k: raised, n: pairs}
    ]) as counted, procedure, stage, school_year, term, level, grade, subject
    from shares
)
select counted.metric, [procedure, stage, school_year, term, level, grade::VARCHAR, subject], counted.k, counted.n
from listed
